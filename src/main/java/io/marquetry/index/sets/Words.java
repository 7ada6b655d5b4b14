package io.marquetry.index.sets;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Loops over words, written so that the compiler turns them into vector instructions. */
public final class Words {

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    public static int length(long profiles) {
        return Math.toIntExact((profiles + 63) >>> 6);
    }

    public static long count(long[] words, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    public static long countAnd(long[] a, long[] b, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(a[i] & b[i]);
        }
        return count;
    }

    public static long countAndNot(long[] a, long[] b, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(a[i] & ~b[i]);
        }
        return count;
    }

    /** Counts who is in mapped words and in a mask. */
    public static long countAnd(
            MemorySegment words, long from, long[] mask, int first, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            count += Long.bitCount(words.get(LONG, from + ((long) i << 3)) & mask[first + i]);
        }
        return count;
    }

    /** Counts who is in a chunk of mapped words and in a mask; eight words are no loop. */
    static int countChunk(MemorySegment words, long from, long[] mask, int first, long flip) {
        return Long.bitCount(words.get(LONG, from) & (mask[first] ^ flip))
                + Long.bitCount(words.get(LONG, from + 8) & (mask[first + 1] ^ flip))
                + Long.bitCount(words.get(LONG, from + 16) & (mask[first + 2] ^ flip))
                + Long.bitCount(words.get(LONG, from + 24) & (mask[first + 3] ^ flip))
                + Long.bitCount(words.get(LONG, from + 32) & (mask[first + 4] ^ flip))
                + Long.bitCount(words.get(LONG, from + 40) & (mask[first + 5] ^ flip))
                + Long.bitCount(words.get(LONG, from + 48) & (mask[first + 6] ^ flip))
                + Long.bitCount(words.get(LONG, from + 56) & (mask[first + 7] ^ flip));
    }

    public static void andInto(long[] target, long[] other, int length) {
        for (int i = 0; i < length; i++) {
            target[i] &= other[i];
        }
    }

    public static void andNotInto(long[] target, long[] other, int length) {
        for (int i = 0; i < length; i++) {
            target[i] &= ~other[i];
        }
    }

    public static void orInto(long[] target, long[] other, int length) {
        for (int i = 0; i < length; i++) {
            target[i] |= other[i];
        }
    }

    /** Keeps in a stretch of the target who is in mapped words. */
    public static void andInto(
            long[] target, int first, MemorySegment words, long from, int length) {
        for (int i = 0; i < length; i++) {
            target[first + i] &= words.get(LONG, from + ((long) i << 3));
        }
    }

    /** Takes who is in mapped words out of a stretch of the target. */
    public static void andNotInto(
            long[] target, int first, MemorySegment words, long from, int length) {
        for (int i = 0; i < length; i++) {
            target[first + i] &= ~words.get(LONG, from + ((long) i << 3));
        }
    }

    /** Adds who is in mapped words to a stretch of the target. */
    public static void orInto(
            long[] target, int first, MemorySegment words, long from, int length) {
        for (int i = 0; i < length; i++) {
            target[first + i] |= words.get(LONG, from + ((long) i << 3));
        }
    }
}
