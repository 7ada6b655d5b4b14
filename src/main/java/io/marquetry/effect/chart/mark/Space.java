package io.marquetry.effect.chart.mark;

import io.marquetry.base.Texts;

/**
 * Where a chart is to be drawn.
 *
 * @param width of the drawing; below 160 it is taken as 160
 * @param height wanted; charts with many rows get as high as they must
 * @param texts the language of words, numbers and dates
 * @param widths of words where they will be painted
 */
public record Space(double width, double height, Texts texts, TextWidths widths) {

    private static final double LEAST = 160;

    /** Makes a space that is too small as large as it must be. */
    public Space {
        width = Double.isFinite(width) ? Math.max(LEAST, width) : LEAST;
        height = Double.isFinite(height) ? Math.max(LEAST / 2, height) : LEAST / 2;
    }
}
