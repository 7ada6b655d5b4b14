package io.marquetry.effect.chart.mark;

/**
 * A colour to draw with.
 *
 * @param opacity 0 (nothing) to 1
 */
public record Ink(Token token, double opacity) {

    /** Refuses an opacity outside 0 to 1. */
    public Ink {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("no opacity: " + opacity);
        }
    }

    /** Returns an opaque colour. */
    public static Ink of(Token token) {
        return new Ink(token, 1);
    }
}
