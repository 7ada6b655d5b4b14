package io.marquetry.index;

import java.util.Arrays;

/** Loops over accumulators, written so that the compiler turns them into vector instructions. */
final class Words {

    private Words() {}

    static int length(long profiles) {
        return Math.toIntExact((profiles + 63) >>> 6);
    }

    /** Returns an accumulator with everybody in it; the bits behind the last profile stay 0. */
    static long[] everybody(long profiles) {
        long[] words = new long[length(profiles)];
        Arrays.fill(words, -1L);
        clearTail(words, profiles);
        return words;
    }

    static long count(long[] words) {
        long count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    static long countAnd(long[] a, long[] b) {
        long count = 0;
        for (int i = 0; i < a.length; i++) {
            count += Long.bitCount(a[i] & b[i]);
        }
        return count;
    }

    /** Turns the accumulator into everybody who was not in it. */
    static void complement(long[] words, long profiles) {
        for (int i = 0; i < words.length; i++) {
            words[i] = ~words[i];
        }
        clearTail(words, profiles);
    }

    static void andInto(long[] target, long[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] &= other[i];
        }
    }

    static void andNotInto(long[] target, long[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] &= ~other[i];
        }
    }

    static void orInto(long[] target, long[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] |= other[i];
        }
    }

    private static void clearTail(long[] words, long profiles) {
        if ((profiles & 63) != 0) {
            words[words.length - 1] &= (1L << profiles) - 1;
        }
    }
}
