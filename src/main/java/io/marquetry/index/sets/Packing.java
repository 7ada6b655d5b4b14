package io.marquetry.index.sets;

import io.marquetry.index.sets.ProfileSet.Form;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Packs words into the bytes of a {@link ProfileSet}. */
public final class Packing {

    /**
     * A chunk among many costs about as much to count as four lone members, and takes as many bytes
     * as 32: lone members win below four a chunk.
     */
    private static final int FEW = 4;

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
        int lone = 0;
        long cardinality = 0;
        for (int block = 0; block < blocks; block++) {
            Line line = Line.of(words, block, profiles);
            chunks += line.isLone() ? 0 : Long.bitCount(line.mixed());
            lone += line.isLone() ? line.count() : 0;
            cardinality += line.count();
        }
        return new Form(blocks, chunks, lone, cardinality);
    }

    /** Writes words into zeroed bytes that have room for their form. */
    public static void write(MemorySegment bytes, Form form, long[] words, long profiles) {
        if (form.isScattered()) {
            writePlaces(bytes, words);
            return;
        }
        int chunks = 0;
        int lone = 0;
        long lines = form.directory();
        for (int block = 0; block < form.blocks(); block++) {
            Line line = Line.of(words, block, profiles);
            long at = lines + (long) block * PackedSet.LINE;
            int members = line.isLone() ? ~lone : chunks;
            bytes.set(LONG, at, line.full());
            bytes.set(LONG, at + 8, line.mixed());
            bytes.set(LONG, at + 16, (long) line.count() << 32 | members & 0xffff_ffffL);
            if (line.isLone()) {
                long from = lines + (long) form.blocks() * PackedSet.LINE;
                lone = writeLone(bytes, from, words, block, profiles, lone);
            } else {
                chunks = writeChunks(bytes, words, block, line.mixed(), chunks);
            }
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

    private static int writeLone(
            MemorySegment bytes, long lone, long[] words, int block, long profiles, int from) {
        int at = from;
        int first = block * Block.WORDS;
        for (int i = 0; i < Block.length(block, profiles); i++) {
            for (long left = words[first + i]; left != 0; left &= left - 1) {
                int place = (i << 6) + Long.numberOfTrailingZeros(left);
                bytes.set(SHORT, lone + (long) at++ * Short.BYTES, (short) place);
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
    private record Line(long full, long mixed, int count, boolean isLone) {

        static Line of(long[] words, int block, long profiles) {
            int from = block * Block.WORDS;
            int length = Block.length(block, profiles);
            long full = 0;
            long mixed = 0;
            int count = 0;
            for (int chunk = 0; chunk * Block.CHUNK < length; chunk++) {
                int in = 0;
                int end = Math.min(length, (chunk + 1) * Block.CHUNK);
                for (int i = chunk * Block.CHUNK; i < end; i++) {
                    in += Long.bitCount(words[from + i]);
                }
                count += in;
                // A chunk that the source does not fill is never full: nobody is behind the end.
                if (in == PackedSet.CHUNK_PROFILES) {
                    full |= 1L << chunk;
                } else if (in > 0) {
                    mixed |= 1L << chunk;
                }
            }
            boolean lone = full == 0 && (count == 0 || count < FEW * Long.bitCount(mixed));
            return new Line(full, mixed, count, lone);
        }
    }
}
