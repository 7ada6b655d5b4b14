/**
 * What drawings are made of: lines, areas and texts at their places. Window, SVG and paper paint
 * the same marks.
 */
package io.marquetry.effect.chart.mark;
