package io.marquetry.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Loops over words, written so that the compiler turns them into vector instructions. */
final class Words {

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

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

    /**
     * Counts who is in mapped words and in a mask.
     *
     * @param from where the words begin, in bytes
     * @param first the word of the mask that belongs to the first one
     * @param length how many words
     * @param flip 0, or -1 for who is not in the mask
     */
    static long countAnd(
            MemorySegment words, long from, long[] mask, int first, int length, long flip) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count +=
                    Long.bitCount(
                            words.get(LONG, from + ((long) i << 3)) & (mask[first + i] ^ flip));
        }
        return count;
    }

    /** Counts who is in a chunk of mapped words and in a mask. */
    static long countAnd(MemorySegment words, long from, long[] mask, int first, long flip) {
        long count = 0;
        for (int i = 0; i < Block.CHUNK; i++) {
            count +=
                    Long.bitCount(
                            words.get(LONG, from + ((long) i << 3)) & (mask[first + i] ^ flip));
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
