package io.marquetry.index.sets;

import io.marquetry.index.sets.ProfileSet.Form;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Packs words into the bytes of a {@link ProfileSet}. */
public final class Packing {

    /**
     * Exceptions that a chunk does not have: so many take half the bytes of the chunk's words, and
     * as long to count.
     */
    private static final int FEW = 16;

    /** What it costs to count an exception. */
    private static final int EXCEPTION = 4;

    /** What it costs to count the words of a chunk. */
    private static final int WORDS = 64;

    /** What it costs to begin with another run of chunks, unless all are mixed. */
    private static final int RUN = 64;

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Packing() {}

    /** Returns the form that the words will take. */
    public static Form form(long[] words, long profiles) {
        int blocks = Block.blocks(profiles);
        int chunks = 0;
        int exceptions = 0;
        long cardinality = 0;
        for (int block = 0; block < blocks; block++) {
            Line line = Line.of(words, block, profiles);
            chunks += Long.bitCount(line.mixed());
            exceptions += line.extra() + line.missing();
            cardinality += line.count();
        }
        return new Form(blocks, chunks, exceptions, cardinality);
    }

    /** Writes words into zeroed bytes that have room for their form. */
    public static void write(MemorySegment bytes, Form form, long[] words, long profiles) {
        if (form.isScattered()) {
            writePlaces(bytes, words);
            return;
        }
        int chunks = 0;
        long lines = form.directory();
        long places = form.places();
        for (int block = 0; block < form.blocks(); block++) {
            Line line = Line.of(words, block, profiles);
            long at = lines + (long) block * Directory.LINE;
            bytes.set(LONG, at, line.full());
            bytes.set(LONG, at + 8, line.mixed());
            bytes.set(
                    LONG,
                    at + 16,
                    (long) line.count() << 32 | (long) line.extra() << 16 | line.missing());
            chunks = writeChunks(bytes, words, block, line.mixed(), chunks);
            long extra = line.extra() == 0 ? 0 : ~(line.full() | line.mixed());
            places = writeExceptions(bytes, places, words, block, extra, 0);
            long missing = line.missing() == 0 ? 0 : line.full();
            places = writeExceptions(bytes, places, words, block, missing, -1);
        }
    }

    private static void writePlaces(MemorySegment bytes, long[] words) {
        long at = 0;
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                bytes.set(INT, at, (i << 6) + Long.numberOfTrailingZeros(left));
                at += Integer.BYTES;
            }
        }
    }

    /** Writes who is in some chunks; or who is not, where all bits are flipped. */
    private static long writeExceptions(
            MemorySegment bytes, long from, long[] words, int block, long chunks, long flip) {
        long at = from;
        int first = block * Block.WORDS;
        for (long some = chunks; some != 0; some &= some - 1) {
            int begin = Long.numberOfTrailingZeros(some) * Block.CHUNK;
            int end = Math.min(words.length - first, begin + Block.CHUNK);
            for (int i = begin; i < end; i++) {
                for (long left = words[first + i] ^ flip; left != 0; left &= left - 1) {
                    int place = (i << 6) + Long.numberOfTrailingZeros(left);
                    bytes.set(SHORT, at, (short) place);
                    at += Short.BYTES;
                }
            }
        }
        return at;
    }

    private static int writeChunks(
            MemorySegment bytes, long[] words, int block, long mixed, int from) {
        int at = from;
        for (long left = mixed; left != 0; left &= left - 1) {
            int first = block * Block.WORDS + Long.numberOfTrailingZeros(left) * Block.CHUNK;
            int end = Math.min(words.length, first + Block.CHUNK);
            MemorySegment.copy(
                    words, first, bytes, LONG, (long) at++ * PackedSet.CHUNK_BYTES, end - first);
        }
        return at;
    }

    /** What the words of one block come to. */
    private record Line(long full, long mixed, int count, int extra, int missing) {

        static Line of(long[] words, int block, long profiles) {
            int from = block * Block.WORDS;
            int length = Block.length(block, profiles);
            long full = 0;
            long mixed = 0;
            long nearlyFull = 0;
            long nearlyEmpty = 0;
            int count = 0;
            int extra = 0;
            int missing = 0;
            for (int chunk = 0; chunk * Block.CHUNK < length; chunk++) {
                int in = 0;
                int end = Math.min(length, (chunk + 1) * Block.CHUNK);
                for (int i = chunk * Block.CHUNK; i < end; i++) {
                    in += Long.bitCount(words[from + i]);
                }
                count += in;
                long bit = 1L << chunk;
                int out = PackedSet.CHUNK_PROFILES - in;
                if (out == 0) {
                    full |= bit;
                } else if (in > 0) {
                    mixed |= bit;
                    boolean whole = end == (chunk + 1) * Block.CHUNK;
                    if (in < FEW) {
                        nearlyEmpty |= bit;
                        extra += in;
                    } else if (out < FEW && whole) {
                        nearlyFull |= bit;
                        missing += out;
                    }
                }
            }
            long stored = mixed & ~(nearlyEmpty | nearlyFull);
            return cost(stored) + (extra + missing) * EXCEPTION <= cost(mixed)
                    ? new Line(full | nearlyFull, stored, count, extra, missing)
                    : new Line(full, mixed, count, 0, 0);
        }

        /** Returns about how long it takes to count some mixed chunks. */
        private static int cost(long mixed) {
            int runs = Long.bitCount(mixed & ~(mixed << 1));
            return WORDS * Long.bitCount(mixed) + (mixed == -1 ? 0 : RUN * runs);
        }
    }
}
