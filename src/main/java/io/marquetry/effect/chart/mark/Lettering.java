package io.marquetry.effect.chart.mark;

/**
 * How words are set, in the sans-serif font of the place.
 *
 * @param size of the em, in the drawing's units
 */
public record Lettering(double size, boolean bold) {

    /** Names and values. */
    public static final Lettering LABEL = new Lettering(12, false);

    /** Values that matter. */
    public static final Lettering STRONG = new Lettering(12, true);

    /** Ticks, legends and remarks. */
    public static final Lettering SMALL = new Lettering(11, false);

    /** Refuses letters without size. */
    public Lettering {
        if (!(size > 0)) {
            throw new IllegalArgumentException("no size: " + size);
        }
    }
}
