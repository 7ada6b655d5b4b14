package io.marquetry.index.sets;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A set by blocks. A {@link Block} of it is a line in the directory: a bit for each chunk that is
 * full, a bit for each that is mixed, where its members lie, and how many there are. Only mixed
 * chunks are stored, 64 bytes each; or, where that is much less, the places of the members within
 * the block, 2 bytes each. So who stands beside others of the same kind costs nothing, and nobody
 * costs more than a bit.
 */
final class PackedSet implements ProfileSet {

    /** Bytes of a line in the directory: full, mixed, and one number for count and place. */
    static final int LINE = 24;

    static final int CHUNK_BYTES = Block.CHUNK * Long.BYTES;
    static final int CHUNK_PROFILES = Block.CHUNK * Long.SIZE;

    /**
     * A chunk by itself, which nothing fetches ahead, takes so many times as long as one of many.
     */
    private static final int SINGLE = 6;

    /** To begin with many takes as long as so many of them. */
    private static final int LOOP = 8;

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final Form form;
    private final long lone;

    /** The directory, three numbers a block: it is looked at more often than all else. */
    private final long[] lines;

    PackedSet(MemorySegment bytes, Form form) {
        this.bytes = bytes;
        this.form = form;
        this.lone = form.directory() + (long) form.blocks() * LINE;
        this.lines = bytes.asSlice(form.directory(), (long) form.blocks() * LINE).toArray(LONG);
    }

    @Override
    public long cardinality() {
        return form.cardinality();
    }

    @Override
    public long bytes() {
        return form.bytes();
    }

    @Override
    public int count(int block) {
        return (int) (lines[3 * block + 2] >>> 32);
    }

    @Override
    public boolean contains(long place) {
        int block = (int) (place >>> 15);
        int within = (int) place & 0x7fff;
        int at = at(block);
        if (at < 0) {
            return containsLone(~at, count(block), within);
        }
        long chunk = 1L << (within / CHUNK_PROFILES);
        if ((full(block) & chunk) != 0) {
            return true;
        }
        long mixed = mixed(block);
        if ((mixed & chunk) == 0) {
            return false;
        }
        long from = chunk(at + Long.bitCount(mixed & (chunk - 1)));
        long word = bytes.get(LONG, from + (within >>> 6 & 7) * 8L);
        return (word >>> within & 1) == 1;
    }

    private boolean containsLone(int from, int count, int within) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (loneAt(from + middle) < within) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < count && loneAt(from + low) == within;
    }

    @Override
    public long countAnd(Run run, char[] counts) {
        Mask mask = run.mask();
        long more = 0;
        for (int i = 0; i < run.size(); i++) {
            int block = run.block(i);
            long both =
                    at(block) >= 0 && mixed(block) == -1 && mask.isMixed(block)
                            // Nothing can be left out.
                            ? Words.countAnd(
                                    bytes, chunk(at(block)), run.mixed(), run.at(i), Block.WORDS)
                            : countAnd(mask, block, run.scratch());
            more += both - counts[block];
            counts[block] = (char) both;
        }
        return more;
    }

    private long countAnd(Mask mask, int block, long[] scratch) {
        int at = at(block);
        if (at < 0) {
            return countLone(mask.words(block), ~at, count(block));
        }
        long some = mask.some(block);
        long full = full(block);
        if (((full | mixed(block)) & some) == 0) {
            return 0;
        }
        if ((some & ~full) == 0) {
            return mask.count(block);
        }
        if (mask.whole(block) == -1) {
            return count(block);
        }
        return countFull(mask, block) + countMixed(mask, block, scratch);
    }

    private long countLone(long[] mask, int from, int count) {
        long both = 0;
        for (int i = from; i < from + count; i++) {
            int within = loneAt(i);
            both += mask[within >>> 6] >>> within & 1;
        }
        return both;
    }

    /** Counts who of the mask is in full chunks: what the mask knows of its own chunks. */
    private long countFull(Mask mask, int block) {
        long inside = full(block) & mask.some(block);
        long outside = mask.some(block) & ~full(block);
        return Long.bitCount(inside) <= Long.bitCount(outside)
                ? mask.count(block, inside)
                : mask.count(block) - mask.count(block, outside);
    }

    /** Counts who of the mask is in mixed chunks, or who is not, where that is less to read. */
    private long countMixed(Mask mask, int block, long[] scratch) {
        long mixed = mixed(block);
        long inside = mixed & mask.some(block);
        long outside = mixed & ~mask.whole(block);
        int fewer = Math.min(Long.bitCount(inside), Long.bitCount(outside));
        if (inside == 0) {
            return 0;
        }
        if (fewer * SINGLE > Long.bitCount(mixed) + LOOP) {
            return countAll(mask.words(block), block, scratch);
        }
        return Long.bitCount(inside) == fewer
                ? countEach(mask.words(block), block, inside, 0)
                : count(block)
                        - (long) Long.bitCount(full(block)) * CHUNK_PROFILES
                        - countEach(mask.words(block), block, outside, -1);
    }

    /** Counts against all mixed chunks: the mask's side by side, as the set's are stored. */
    private long countAll(long[] mask, int block, long[] scratch) {
        int length = 0;
        for (long left = mixed(block); left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            int words = chunks * Block.CHUNK;
            System.arraycopy(mask, first * Block.CHUNK, scratch, length, words);
            length += words;
            left &= ~run(first, chunks);
        }
        return Words.countAnd(bytes, chunk(at(block)), scratch, 0, length);
    }

    /**
     * Counts who is in some mixed chunks and in the mask, or not in the mask.
     *
     * @param flip 0, or -1 to count who is not in the mask
     */
    private long countEach(long[] mask, int block, long wanted, long flip) {
        int at = at(block);
        long mixed = mixed(block);
        long both = 0;
        for (long left = wanted; left != 0; left &= left - 1) {
            int chunk = Long.numberOfTrailingZeros(left);
            long from = chunk(at + Long.bitCount(mixed & ((1L << chunk) - 1)));
            both += Words.countChunk(bytes, from, mask, chunk * Block.CHUNK, flip);
        }
        return both;
    }

    /** Returns how many bits stand side by side from the first on. */
    private static int runFrom(long bits, int first) {
        return Long.numberOfTrailingZeros(~(bits >>> first));
    }

    /** Returns that many bits from the first on. */
    private static long run(int first, int length) {
        return length == Long.SIZE ? -1L : ((1L << length) - 1) << first;
    }

    @Override
    public void copyInto(long[] target, int block) {
        int at = at(block);
        long mixed = mixed(block);
        if (at < 0 || mixed != -1) {
            Arrays.fill(target, 0);
            orInto(target, block);
            return;
        }
        MemorySegment.copy(bytes, LONG, chunk(at), target, 0, Block.WORDS);
    }

    @Override
    public void orInto(long[] target, int block) {
        int at = at(block);
        if (at < 0) {
            for (int i = ~at; i < ~at + count(block); i++) {
                int within = loneAt(i);
                target[within >>> 6] |= 1L << within;
            }
            return;
        }
        fill(target, full(block), -1);
        long from = chunk(at);
        long left = mixed(block);
        while (left != 0) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            Words.orInto(target, first * Block.CHUNK, bytes, from, chunks * Block.CHUNK);
            from += chunk(chunks);
            left &= ~run(first, chunks);
        }
    }

    @Override
    public void andInto(long[] target, int block) {
        int at = at(block);
        if (at < 0) {
            keepLone(target, ~at, count(block));
            return;
        }
        fill(target, ~(full(block) | mixed(block)), 0);
        long from = chunk(at);
        long left = mixed(block);
        while (left != 0) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            Words.andInto(target, first * Block.CHUNK, bytes, from, chunks * Block.CHUNK);
            from += chunk(chunks);
            left &= ~run(first, chunks);
        }
    }

    @Override
    public void andNotInto(long[] target, int block) {
        int at = at(block);
        if (at < 0) {
            for (int i = ~at; i < ~at + count(block); i++) {
                int within = loneAt(i);
                target[within >>> 6] &= ~(1L << within);
            }
            return;
        }
        fill(target, full(block), 0);
        long from = chunk(at);
        long left = mixed(block);
        while (left != 0) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            Words.andNotInto(target, first * Block.CHUNK, bytes, from, chunks * Block.CHUNK);
            from += chunk(chunks);
            left &= ~run(first, chunks);
        }
    }

    private static void fill(long[] target, long chunks, long with) {
        for (long left = chunks; left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int run = runFrom(left, first);
            Arrays.fill(target, first * Block.CHUNK, (first + run) * Block.CHUNK, with);
            left &= ~run(first, run);
        }
    }

    private void keepLone(long[] target, int from, int count) {
        int next = 0;
        for (int i = from; i < from + count; ) {
            int word = loneAt(i) >>> 6;
            long members = 0;
            for (; i < from + count && loneAt(i) >>> 6 == word; i++) {
                members |= 1L << loneAt(i);
            }
            Arrays.fill(target, next, word, 0);
            target[word] &= members;
            next = word + 1;
        }
        Arrays.fill(target, next, target.length, 0);
    }

    long full(int block) {
        return lines[3 * block];
    }

    long mixed(int block) {
        return lines[3 * block + 1];
    }

    /** Returns the first of the block's chunks; or of its lone members, all bits turned. */
    private int at(int block) {
        return (int) lines[3 * block + 2];
    }

    private int loneAt(int index) {
        return bytes.get(SHORT, lone + (long) index * Short.BYTES);
    }

    private static long chunk(int number) {
        return (long) number * CHUNK_BYTES;
    }
}
