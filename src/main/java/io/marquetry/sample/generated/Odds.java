package io.marquetry.sample.generated;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Draws one of several with given weights in constant time: the alias method after Vose, "A linear
 * algorithm for generating random numbers with a given distribution" (1991), in whole numbers.
 */
final class Odds {

    private final long[] threshold;
    private final int[] alias;

    private Odds(long[] threshold, int[] alias) {
        this.threshold = threshold;
        this.alias = alias;
    }

    /**
     * Makes odds.
     *
     * @param weights not negative, one at least positive; their sum times their number below 2^31
     */
    static Odds of(int... weights) {
        int size = weights.length;
        long sum = Arrays.stream(weights).asLongStream().sum();
        long[] left = Arrays.stream(weights).mapToLong(w -> (long) w * size).toArray();
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            (left[i] < sum ? small : large).add(i);
        }
        long[] threshold = new long[size];
        int[] alias = new int[size];
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.remove();
            int rich = large.remove();
            threshold[poor] = (left[poor] << 32) / sum;
            alias[poor] = rich;
            left[rich] -= sum - left[poor];
            (left[rich] < sum ? small : large).add(rich);
        }
        for (int full : large) {
            threshold[full] = 1L << 32;
        }
        return new Odds(threshold, alias);
    }

    /** Draws a position. */
    int draw(Dice dice) {
        long bits = dice.bits();
        int slot = (int) (((bits >>> 32) * alias.length) >>> 32);
        return (bits & 0xffff_ffffL) < threshold[slot] ? slot : alias[slot];
    }
}
