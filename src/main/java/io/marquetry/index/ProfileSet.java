package io.marquetry.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A set of profiles by their places, 0 to the number of profiles, in memory outside the heap:
 * mapped from its file, so that the system drops what is least used and reads it again. Never
 * changes.
 *
 * <p>A {@link Block} of it is a line in the directory: a bit for each chunk that is full, a bit for
 * each that is mixed, where its members lie, and how many there are. Only mixed chunks are stored,
 * 64 bytes each; or, where that is much less, the places of the members within the block, 2 bytes
 * each. So who stands beside others of the same kind costs nothing, and nobody costs more than a
 * bit.
 */
final class ProfileSet {

    /** Bytes of a line in the directory: full, mixed, and one number for count and place. */
    static final int LINE = 24;

    static final int CHUNK_BYTES = Block.CHUNK * Long.BYTES;
    static final int CHUNK_PROFILES = Block.CHUNK * Long.SIZE;

    /** Chunks side by side from which one loop over all of them is quicker than one for each. */
    private static final int LONG_RUN = 4;

    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final Form form;
    private final long lone;

    /** The directory, three numbers a block: it is looked at more often than all else. */
    private final long[] lines;

    private ProfileSet(MemorySegment bytes, Form form) {
        this.bytes = bytes;
        this.form = form;
        this.lone = form.directory() + (long) form.blocks() * LINE;
        this.lines = bytes.asSlice(form.directory(), (long) form.blocks() * LINE).toArray(LONG);
    }

    /**
     * How a set is laid out: first the mixed chunks, then the directory, then lone members, then
     * zeros up to a multiple of eight bytes.
     *
     * @param blocks lines of the directory
     * @param chunks mixed chunks that are stored
     * @param lone members that are stored by their places
     * @param cardinality members in all
     */
    record Form(int blocks, int chunks, int lone, long cardinality) {

        /** Returns where the directory begins. */
        long directory() {
            return (long) chunks * CHUNK_BYTES;
        }

        /** Returns how many bytes that takes. */
        long bytes() {
            return directory() + (long) blocks * LINE + (((long) lone * Short.BYTES + 7) & ~7L);
        }
    }

    /** Returns the set in bytes of a form. */
    static ProfileSet in(MemorySegment bytes, Form form) {
        return new ProfileSet(bytes, form);
    }

    /** Returns a set in memory. */
    static ProfileSet of(long[] words, long profiles) {
        Form form = Packing.form(words, profiles);
        MemorySegment bytes = Arena.ofAuto().allocate(form.bytes(), Long.BYTES);
        Packing.write(bytes, form, words, profiles);
        return in(bytes, form);
    }

    /** Returns how many profiles are in the set. */
    long cardinality() {
        return form.cardinality();
    }

    /** Returns how many bytes the set takes. */
    long bytes() {
        return form.bytes();
    }

    /** Returns how many profiles of a block are in the set. */
    int count(int block) {
        return (int) (lines[3 * block + 2] >>> 32);
    }

    /** Returns whether the profile at the place is in the set. */
    boolean contains(long place) {
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

    /** Returns how many profiles of a block are in the set and in the mask. */
    long countAnd(Mask mask, int block) {
        long some = mask.some(block);
        long full = full(block);
        long mixed = mixed(block);
        if (((full | mixed) & some) == 0) {
            return 0;
        }
        if ((some & ~full) == 0) {
            return mask.count(block);
        }
        long whole = mask.whole(block);
        if (whole == -1) {
            return count(block);
        }
        int at = at(block);
        if (at < 0) {
            return countLone(mask.words(), block, ~at, count(block));
        }
        // Who is not in the mask is counted where those are in fewer chunks.
        return Long.bitCount(mixed & whole) > Long.bitCount(mixed & ~some)
                ? count(block) - countChunks(mask, block, full, mixed, ~whole, at, -1)
                : countChunks(mask, block, full, mixed, some, at, 0);
    }

    private long countLone(long[] mask, int block, int from, int count) {
        int first = block * Block.WORDS;
        long both = 0;
        for (int i = from; i < from + count; i++) {
            int within = loneAt(i);
            both += mask[first + (within >>> 6)] >>> within & 1;
        }
        return both;
    }

    /**
     * Counts who is in chunks of the mask, or of who is not in it.
     *
     * @param flip 0, or -1 to count who is not in the mask
     */
    private long countChunks(
            Mask mask, int block, long full, long mixed, long wanted, int at, long flip) {
        long both = 0;
        for (long left = full & wanted; left != 0; left &= left - 1) {
            int in = mask.count(block, Long.numberOfTrailingZeros(left));
            both += flip == 0 ? in : CHUNK_PROFILES - in;
        }
        long[] words = mask.words();
        int word = block * Block.WORDS;
        long left = mixed & wanted;
        while (left != 0) {
            // Chunks side by side lie side by side in the file, too.
            int first = Long.numberOfTrailingZeros(left);
            int run = Long.numberOfTrailingZeros(~(left >>> first));
            long from = chunk(at + Long.bitCount(mixed & ((1L << first) - 1)));
            int target = word + first * Block.CHUNK;
            if (run < LONG_RUN) {
                both += Words.countAnd(bytes, from, words, target, flip);
                left &= left - 1;
            } else {
                both += Words.countAnd(bytes, from, words, target, run * Block.CHUNK, flip);
                left = first + run == Long.SIZE ? 0 : left & -1L << (first + run);
            }
        }
        return both;
    }

    /** Puts the members of a block into the target, which holds anything. */
    void copyInto(long[] target, int block) {
        Arrays.fill(target, 0);
        orInto(target, block);
    }

    /** Adds the members of a block to the target. */
    void orInto(long[] target, int block) {
        int at = at(block);
        if (at < 0) {
            for (int i = ~at; i < ~at + count(block); i++) {
                int within = loneAt(i);
                target[within >>> 6] |= 1L << within;
            }
            return;
        }
        for (long left = full(block); left != 0; left &= left - 1) {
            int first = Long.numberOfTrailingZeros(left) * Block.CHUNK;
            Arrays.fill(target, first, first + Block.CHUNK, -1);
        }
        long from = chunk(at);
        for (long left = mixed(block); left != 0; left &= left - 1, from += CHUNK_BYTES) {
            int first = Long.numberOfTrailingZeros(left) * Block.CHUNK;
            for (int i = 0; i < Block.CHUNK; i++) {
                target[first + i] |= bytes.get(LONG, from + i * 8L);
            }
        }
    }

    /** Keeps in the target who is in the set. */
    void andInto(long[] target, int block) {
        int at = at(block);
        if (at < 0) {
            keepLone(target, ~at, count(block));
            return;
        }
        long full = full(block);
        long mixed = mixed(block);
        for (long left = ~(full | mixed); left != 0; left &= left - 1) {
            int first = Long.numberOfTrailingZeros(left) * Block.CHUNK;
            Arrays.fill(target, first, first + Block.CHUNK, 0);
        }
        long from = chunk(at);
        for (long left = mixed; left != 0; left &= left - 1, from += CHUNK_BYTES) {
            int first = Long.numberOfTrailingZeros(left) * Block.CHUNK;
            for (int i = 0; i < Block.CHUNK; i++) {
                target[first + i] &= bytes.get(LONG, from + i * 8L);
            }
        }
    }

    /** Takes the members of a block out of the target. */
    void andNotInto(long[] target, int block) {
        int at = at(block);
        if (at < 0) {
            for (int i = ~at; i < ~at + count(block); i++) {
                int within = loneAt(i);
                target[within >>> 6] &= ~(1L << within);
            }
            return;
        }
        for (long left = full(block); left != 0; left &= left - 1) {
            int first = Long.numberOfTrailingZeros(left) * Block.CHUNK;
            Arrays.fill(target, first, first + Block.CHUNK, 0);
        }
        long from = chunk(at);
        for (long left = mixed(block); left != 0; left &= left - 1, from += CHUNK_BYTES) {
            int first = Long.numberOfTrailingZeros(left) * Block.CHUNK;
            for (int i = 0; i < Block.CHUNK; i++) {
                target[first + i] &= ~bytes.get(LONG, from + i * 8L);
            }
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
