package io.marquetry.effect.chart.mark;

/**
 * How a line is drawn.
 *
 * @param width in the drawing's units
 * @param dashed whether it has gaps: 3 units drawn, 3 not
 */
public record Stroke(Ink ink, double width, boolean dashed) {

    /** How long dashes and the gaps between them are. */
    public static final double DASH = 3;

    /** Returns an unbroken line. */
    public static Stroke of(Token token, double width) {
        return new Stroke(Ink.of(token), width, false);
    }

    /** Returns a broken line. */
    public static Stroke dashed(Token token, double width) {
        return new Stroke(Ink.of(token), width, true);
    }
}
