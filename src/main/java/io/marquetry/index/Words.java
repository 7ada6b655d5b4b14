package io.marquetry.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Loops over words, written so that the compiler turns them into vector instructions. */
final class Words {

    private Words() {}

    static int length(long profiles) {
        return Math.toIntExact((profiles + 63) >>> 6);
    }

    static long count(long[] words, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    static long countAnd(long[] a, long[] b, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(a[i] & b[i]);
        }
        return count;
    }

    static long countAndNot(long[] a, long[] b, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(a[i] & ~b[i]);
        }
        return count;
    }

    /** Counts who is in the mapped words and in the mask. */
    static long countAnd(MemorySegment words, long[] mask) {
        long count = 0;
        for (int i = 0; i < mask.length; i++) {
            count += Long.bitCount(words.getAtIndex(ValueLayout.JAVA_LONG, i) & mask[i]);
        }
        return count;
    }

    static void andInto(long[] target, long[] other, int length) {
        for (int i = 0; i < length; i++) {
            target[i] &= other[i];
        }
    }

    static void andNotInto(long[] target, long[] other, int length) {
        for (int i = 0; i < length; i++) {
            target[i] &= ~other[i];
        }
    }

    static void orInto(long[] target, long[] other, int length) {
        for (int i = 0; i < length; i++) {
            target[i] |= other[i];
        }
    }
}
