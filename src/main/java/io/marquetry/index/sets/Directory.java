package io.marquetry.index.sets;

import io.marquetry.index.sets.ProfileSet.Form;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The lines of a {@link PackedSet}, one for each block, on the heap: they are looked at more often
 * than all else. Where a block's chunks and exceptions begin follows from the lines before it.
 */
final class Directory {

    /** Bytes of a line: full chunks, mixed ones, and one number for all three counts. */
    static final int LINE = 24;

    /** Numbers of a line on the heap. */
    private static final int NUMBERS = 5;

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Whether a place is aligned is not looked at: that would take a tenth of counting. */
    private static final ValueLayout.OfChar PLACE =
            ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final long[] lines;

    Directory(MemorySegment bytes, Form form) {
        lines = new long[form.blocks() * NUMBERS];
        long chunks = 0;
        long exceptions = 0;
        long places = form.places();
        for (int block = 0; block < form.blocks(); block++) {
            long from = form.directory() + (long) block * LINE;
            int line = block * NUMBERS;
            lines[line] = bytes.get(LONG, from);
            lines[line + 1] = bytes.get(LONG, from + 8);
            lines[line + 2] = chunks << 32 | exceptions;
            lines[line + 3] = bytes.get(LONG, from + 16);
            int own = extra(block) + missing(block);
            chunks += Long.bitCount(mixed(block));
            exceptions += own;
            if (chunks > form.chunks() || exceptions > form.exceptions()) {
                throw new IllegalArgumentException("more is in the blocks than in all");
            }
            for (int i = 0; i < own; i++) {
                int within = place(bytes, places, i);
                if (within >= Block.WORDS * Long.SIZE) {
                    throw new IllegalArgumentException("a place that is not in its block");
                }
                lines[line + 4] |= 1L << (within / PackedSet.CHUNK_PROFILES);
            }
            places += (long) own * Character.BYTES;
        }
    }

    /** Returns the place within its block of one of the exceptions that begin somewhere. */
    static int place(MemorySegment bytes, long from, int exception) {
        return bytes.get(PLACE, from + (long) exception * Character.BYTES);
    }

    /** Returns a bit for each full chunk; for one that is full but for exceptions, too. */
    long full(int block) {
        return lines[block * NUMBERS];
    }

    /** Returns a bit for each chunk whose words are stored. */
    long mixed(int block) {
        return lines[block * NUMBERS + 1];
    }

    /** Returns a bit for each chunk that has exceptions. */
    long excepted(int block) {
        return lines[block * NUMBERS + 4];
    }

    /** Returns the number of the first of the block's mixed chunks. */
    int chunks(int block) {
        return (int) (lines[block * NUMBERS + 2] >>> 32);
    }

    /** Returns the number of the first of the block's exceptions. */
    int exceptions(int block) {
        return (int) lines[block * NUMBERS + 2];
    }

    /** Returns how many members the block has. */
    int count(int block) {
        return (int) (lines[block * NUMBERS + 3] >>> 32);
    }

    /** Returns how many exceptions are members; they come first. */
    int extra(int block) {
        return (int) lines[block * NUMBERS + 3] >>> 16;
    }

    /** Returns how many exceptions are no members. */
    int missing(int block) {
        return (char) lines[block * NUMBERS + 3];
    }
}
