/** Turns a chart into its drawing, and into a table of its numbers. */
package io.marquetry.effect.chart.drawing;
