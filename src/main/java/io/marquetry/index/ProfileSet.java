package io.marquetry.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A set of profiles by their dense ordinals, 0 to the number of profiles, in memory outside the
 * heap: mapped from its file, so that the system drops what is least used and reads it again. Never
 * changes.
 */
sealed interface ProfileSet {

    /** Returns how many profiles are in the set. */
    long cardinality();

    /** Returns how many bytes the set takes. */
    long bytes();

    /** Returns whether the profile is in the set. */
    boolean contains(long ordinal);

    /** Returns how many profiles are in the set and in the mask, which covers all profiles. */
    long countAnd(long[] mask);

    /** Puts the members of a block into the target, which is the block's and holds anything. */
    void copyInto(long[] target, Block block);

    /** Adds the members of a block to the target. */
    void orInto(long[] target, Block block);

    /** Keeps in the target who is in the set. */
    void andInto(long[] target, Block block);

    /** Takes the members of a block out of the target. */
    void andNotInto(long[] target, Block block);

    /**
     * Returns whether ordinals are the cheaper form. A word costs about 0.4 ns to read and count, a
     * lone ordinal about 1 ns to look up, and ordinals take half the bytes of words where one
     * profile in 64 is in the set: they win below one in 128.
     */
    static boolean isSparse(long cardinality, long profiles) {
        return cardinality < profiles / 128;
    }

    /** Words: bit {@code i & 63} of word {@code i >>> 6} stands for profile {@code i}. */
    record Dense(MemorySegment words, long cardinality) implements ProfileSet {

        @Override
        public long bytes() {
            return words.byteSize();
        }

        @Override
        public boolean contains(long ordinal) {
            return (word(ordinal >>> 6) >>> ordinal & 1) == 1;
        }

        @Override
        public long countAnd(long[] mask) {
            return Words.countAnd(words, mask);
        }

        @Override
        public void copyInto(long[] target, Block block) {
            MemorySegment.copy(
                    words, ValueLayout.JAVA_LONG, block.offset(), target, 0, block.length());
        }

        @Override
        public void orInto(long[] target, Block block) {
            long[] own = block.copyOf(this);
            Words.orInto(target, own, block.length());
            block.giveBack(own);
        }

        @Override
        public void andInto(long[] target, Block block) {
            long[] own = block.copyOf(this);
            Words.andInto(target, own, block.length());
            block.giveBack(own);
        }

        @Override
        public void andNotInto(long[] target, Block block) {
            long[] own = block.copyOf(this);
            Words.andNotInto(target, own, block.length());
            block.giveBack(own);
        }

        private long word(long index) {
            return words.getAtIndex(ValueLayout.JAVA_LONG, index);
        }
    }

    /** Ascending ordinals of 32 bits. */
    record Sparse(MemorySegment ordinals, long cardinality) implements ProfileSet {

        @Override
        public long bytes() {
            return ordinals.byteSize();
        }

        @Override
        public boolean contains(long ordinal) {
            int at = atOrBehind(ordinal);
            return at < cardinality && at(at) == ordinal;
        }

        @Override
        public long countAnd(long[] mask) {
            long count = 0;
            int n = (int) cardinality;
            for (int i = 0; i < n; i++) {
                int ordinal = at(i);
                count += mask[ordinal >>> 6] >>> ordinal & 1;
            }
            return count;
        }

        @Override
        public void copyInto(long[] target, Block block) {
            Arrays.fill(target, 0, block.length(), 0);
            orInto(target, block);
        }

        @Override
        public void orInto(long[] target, Block block) {
            long end = block.endOrdinal();
            for (int i = atOrBehind(block.firstOrdinal()); i < cardinality; i++) {
                int ordinal = at(i);
                if (ordinal >= end) {
                    return;
                }
                target[(ordinal >>> 6) - block.first()] |= 1L << ordinal;
            }
        }

        @Override
        public void andInto(long[] target, Block block) {
            long[] own = block.copyOf(this);
            Words.andInto(target, own, block.length());
            block.giveBack(own);
        }

        @Override
        public void andNotInto(long[] target, Block block) {
            long end = block.endOrdinal();
            for (int i = atOrBehind(block.firstOrdinal()); i < cardinality; i++) {
                int ordinal = at(i);
                if (ordinal >= end) {
                    return;
                }
                target[(ordinal >>> 6) - block.first()] &= ~(1L << ordinal);
            }
        }

        /** Returns the place of the first ordinal that is not smaller. */
        private int atOrBehind(long ordinal) {
            int low = 0;
            int high = (int) cardinality;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (at(middle) < ordinal) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int at(int index) {
            return ordinals.getAtIndex(ValueLayout.JAVA_INT, index);
        }
    }
}
