package io.marquetry.sample.generated;

/**
 * Draws amounts of which few are large: each step up, by the same factor, is half as frequent as
 * the one before (a Pareto distribution, straight between the steps).
 */
final class Tail {

    private static final int STEPS = 40;
    private static final int FRACTION_BITS = 20;

    private final long[] edges = new long[STEPS + 2];

    /**
     * Makes a tail.
     *
     * @param smallest the least amount; half of all lie below it times the factor
     * @param percent the factor, in percent; 150 makes one in a thousand 57 times the smallest
     * @param most what no amount exceeds
     */
    Tail(long smallest, int percent, long most) {
        long edge = smallest * 1_000;
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Math.min(most, edge / 1_000);
            edge = Math.min(most * 1_000, edge * percent / 100);
        }
    }

    /** Draws an amount. */
    long draw(Dice dice) {
        long bits = dice.bits();
        // The step comes from the high bits, the place within it from the low ones.
        int step = Math.min(STEPS, Long.numberOfLeadingZeros(bits));
        long within = bits & ((1L << FRACTION_BITS) - 1);
        return edges[step] + (((edges[step + 1] - edges[step]) * within) >> FRACTION_BITS);
    }
}
