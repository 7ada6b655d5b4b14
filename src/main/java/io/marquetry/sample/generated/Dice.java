package io.marquetry.sample.generated;

/**
 * Pseudo-random numbers that are the same for ever: SplitMix64 after Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators" (2014). The library's generator shares the algorithm,
 * but may change how it makes a bounded number of it.
 */
final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int MILLION = 1_000_000;

    private long state;

    /** Begins what belongs to one customer; what was drawn before plays no part. */
    void begin(long seed, long subject, long ordinal) {
        state = mix(mix(mix(seed + GOLDEN) + subject * GOLDEN) + ordinal * GOLDEN);
    }

    /** Draws 64 bits. */
    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** Draws a whole number from 0 to below {@code bound}. */
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** Draws two whole numbers from 0 to below {@code bound} and returns the larger. */
    int largerBelow(int bound) {
        int first = below(bound);
        return Math.max(first, below(bound));
    }

    /** Draws a whole number between two, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Draws whether something happens that does so this often in a million. */
    boolean happens(int inAMillion) {
        return below(MILLION) < inAMillion;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
