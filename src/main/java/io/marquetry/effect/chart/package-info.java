/**
 * Charts as values: what a chart tells, and its drawing as marks at their places. Window, SVG and
 * paper paint the same drawing.
 */
package io.marquetry.effect.chart;
