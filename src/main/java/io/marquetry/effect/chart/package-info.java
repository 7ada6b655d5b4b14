/** Charts as values: what a chart tells, its numbers and names, before anything is drawn. */
package io.marquetry.effect.chart;
