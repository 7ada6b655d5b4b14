package io.marquetry.effect.sums;

/**
 * Of how many targeted profiles each step is known; the others are in no share of it.
 *
 * @param delivered of how many it is known whether it reached them
 * @param hit of how many it is known whether they opened, clicked or came
 * @param converted of how many it is known whether they did what was wanted
 */
public record Known(long delivered, long hit, long converted) {

    /** Nothing of nobody. */
    public static final Known NONE = new Known(0, 0, 0);

    /** Everything of all. */
    public static Known all(long targeted) {
        return new Known(targeted, targeted, targeted);
    }

    /** Returns both together. */
    public Known plus(Known other) {
        return new Known(delivered + other.delivered, hit + other.hit, converted + other.converted);
    }
}
