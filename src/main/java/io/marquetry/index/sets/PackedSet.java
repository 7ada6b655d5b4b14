package io.marquetry.index.sets;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A set by blocks. A {@link Block} of it is a line in the directory: a bit for each chunk that is
 * full, a bit for each that is mixed, how many members there are, and how many exceptions. Only
 * mixed chunks are stored, 64 bytes each. Exceptions are the few members in chunks that are empty
 * but for them, and the few who are missing in chunks that are full but for them: their places
 * within the block, 2 bytes each, first those of the members. So who stands beside others of the
 * same kind costs nothing, and nobody costs more than a bit.
 */
final class PackedSet implements ProfileSet {

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

    private final MemorySegment bytes;
    private final Form form;

    /** Where the places of all exceptions begin. */
    private final long places;

    private final Directory directory;

    /**
     * Makes a set.
     *
     * @throws IllegalArgumentException if the bytes do not hold what the form says
     */
    PackedSet(MemorySegment bytes, Form form) {
        this.bytes = bytes;
        this.form = form;
        this.places = form.places();
        this.directory = new Directory(bytes, form);
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
        return directory.count(block);
    }

    @Override
    public boolean contains(long place) {
        int block = (int) (place >>> Block.SHIFT);
        int within = (int) place & 0x7fff;
        long chunk = 1L << (within / CHUNK_PROFILES);
        int extra = directory.extra(block);
        if ((full(block) & chunk) != 0) {
            return !isListed(directory.exceptions(block) + extra, directory.missing(block), within);
        }
        long mixed = mixed(block);
        if ((mixed & chunk) == 0) {
            return isListed(directory.exceptions(block), extra, within);
        }
        long from = chunk(directory.chunks(block) + Long.bitCount(mixed & (chunk - 1)));
        long word = bytes.get(LONG, from + (within >>> 6 & 7) * 8L);
        return (word >>> within & 1) == 1;
    }

    private boolean isListed(int from, int count, int within) {
        int low = from;
        int high = from + count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place(middle) < within) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < from + count && place(low) == within;
    }

    @Override
    public long countAnd(Run run, char[] counts) {
        Mask mask = run.mask();
        long more = 0;
        for (int i = 0; i < run.size(); i++) {
            int block = run.block(i);
            long both =
                    mixed(block) == -1 && mask.isMixed(block)
                            // Nothing can be left out.
                            ? Words.countAnd(
                                    bytes,
                                    chunk(directory.chunks(block)),
                                    run.mixed(),
                                    run.at(i),
                                    Block.WORDS)
                            : countAnd(mask, block, run.scratch());
            more += both - counts[block];
            counts[block] = (char) both;
        }
        return more;
    }

    private long countAnd(Mask mask, int block, long[] scratch) {
        if (mask.whole(block) == -1) {
            return count(block);
        }
        long some = mask.some(block);
        long full = full(block);
        long both =
                (directory.excepted(block) & some) == 0
                        ? 0
                        : countExceptions(mask.words(block), block);
        if (((full | mixed(block)) & some) == 0) {
            return both;
        }
        return (some & ~full) == 0
                ? both + mask.count(block)
                : both + countFull(mask, block) + countMixed(mask, block, scratch);
    }

    /** Counts the members among the exceptions, less those who are missing. */
    private long countExceptions(long[] mask, int block) {
        int from = directory.exceptions(block);
        int extra = directory.extra(block);
        return countPlaces(mask, from, extra)
                - countPlaces(mask, from + extra, directory.missing(block));
    }

    private long countPlaces(long[] mask, int from, int count) {
        long both = 0;
        long at = at(from);
        for (int i = 0; i < count; i++) {
            int within = Directory.place(bytes, at, i);
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
                        - directory.extra(block)
                        + directory.missing(block)
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
        return Words.countAnd(bytes, chunk(directory.chunks(block)), scratch, 0, length);
    }

    /**
     * Counts who is in some mixed chunks and in the mask, or not in the mask.
     *
     * @param flip 0, or -1 to count who is not in the mask
     */
    private long countEach(long[] mask, int block, long wanted, long flip) {
        int at = directory.chunks(block);
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
        if (mixed(block) == -1) {
            MemorySegment.copy(bytes, LONG, chunk(directory.chunks(block)), target, 0, Block.WORDS);
            return;
        }
        Arrays.fill(target, 0);
        orInto(target, block);
    }

    @Override
    public void orInto(long[] target, int block) {
        int from = directory.exceptions(block);
        int extra = directory.extra(block);
        fill(target, full(block), -1, from + extra, directory.missing(block));
        long extras = at(from);
        for (int i = 0; i < extra; i++) {
            int within = Directory.place(bytes, extras, i);
            target[within >>> 6] |= 1L << within;
        }
        long at = chunk(directory.chunks(block));
        for (long left = mixed(block); left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            Words.orInto(target, first * Block.CHUNK, bytes, at, chunks * Block.CHUNK);
            at += chunk(chunks);
            left &= ~run(first, chunks);
        }
    }

    @Override
    public void andInto(long[] target, int block) {
        int from = directory.exceptions(block);
        int extra = directory.extra(block);
        if ((full(block) | mixed(block)) == 0) {
            keep(target, at(from), extra);
            return;
        }
        fill(target, ~(full(block) | mixed(block)), 0, from, extra);
        takeOut(target, from + extra, directory.missing(block));
        long at = chunk(directory.chunks(block));
        for (long left = mixed(block); left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            Words.andInto(target, first * Block.CHUNK, bytes, at, chunks * Block.CHUNK);
            at += chunk(chunks);
            left &= ~run(first, chunks);
        }
    }

    @Override
    public void andNotInto(long[] target, int block) {
        int from = directory.exceptions(block);
        int extra = directory.extra(block);
        fill(target, full(block), 0, from + extra, directory.missing(block));
        takeOut(target, from, extra);
        long at = chunk(directory.chunks(block));
        for (long left = mixed(block); left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int chunks = runFrom(left, first);
            Words.andNotInto(target, first * Block.CHUNK, bytes, at, chunks * Block.CHUNK);
            at += chunk(chunks);
            left &= ~run(first, chunks);
        }
    }

    /** Keeps in the target who is at some places. */
    private void keep(long[] target, long from, int count) {
        int next = 0;
        for (int i = 0; i < count; ) {
            int within = Directory.place(bytes, from, i);
            int word = within >>> 6;
            long members = 0;
            while (within >>> 6 == word) {
                members |= 1L << within;
                within = ++i < count ? Directory.place(bytes, from, i) : -1;
            }
            Arrays.fill(target, Math.min(next, word), word, 0);
            target[word] &= members;
            next = word + 1;
        }
        Arrays.fill(target, next, target.length, 0);
    }

    private void takeOut(long[] target, int from, int count) {
        long listed = at(from);
        for (int i = 0; i < count; i++) {
            int within = Directory.place(bytes, listed, i);
            target[within >>> 6] &= ~(1L << within);
        }
    }

    /** Fills chunks but for the exceptions among them, which stay as they are. */
    private void fill(long[] target, long chunks, long with, int from, int count) {
        if (count == 0) {
            fill(target, chunks, with);
            return;
        }
        long[] before = new long[(count + 63) >>> 6];
        long listed = at(from);
        for (int i = 0; i < count; i++) {
            int within = Directory.place(bytes, listed, i);
            before[i >>> 6] |= (target[within >>> 6] >>> within & 1) << i;
        }
        fill(target, chunks, with);
        for (int i = 0; i < count; i++) {
            int within = Directory.place(bytes, listed, i);
            long was = before[i >>> 6] >>> i & 1;
            target[within >>> 6] = target[within >>> 6] & ~(1L << within) | was << within;
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

    long full(int block) {
        return directory.full(block);
    }

    long mixed(int block) {
        return directory.mixed(block);
    }

    /** Returns the place within its block of an exception. */
    private int place(int exception) {
        return Directory.place(bytes, places, exception);
    }

    /** Returns where the place of an exception is. */
    private long at(int exception) {
        return places + (long) exception * Character.BYTES;
    }

    private static long chunk(int number) {
        return (long) number * CHUNK_BYTES;
    }
}
