package io.marquetry.index.sets;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A set of profiles by their places, 0 to the number of profiles, in memory outside the heap:
 * mapped from its file, so that the system drops what is least used and reads it again. Never
 * changes.
 */
public sealed interface ProfileSet permits PackedSet, ScatteredSet {

    /**
     * Returns the set in bytes of a form.
     *
     * @throws IllegalArgumentException if the bytes do not hold what the form says
     */
    static ProfileSet in(MemorySegment bytes, Form form) {
        return form.isScattered() ? new ScatteredSet(bytes, form) : new PackedSet(bytes, form);
    }

    /** Returns a set in memory. */
    static ProfileSet of(long[] words, long profiles) {
        Form form = Packing.form(words, profiles);
        MemorySegment bytes = Arena.ofAuto().allocate(form.bytes(), Long.BYTES);
        Packing.write(bytes, form, words, profiles);
        return in(bytes, form);
    }

    /** Returns how many profiles are in the set. */
    long cardinality();

    /** Returns how many bytes the set takes. */
    long bytes();

    /** Returns how many profiles of a block are in the set. */
    int count(int block);

    /** Returns whether the profile at the place is in the set. */
    boolean contains(long place);

    /**
     * Counts how many profiles of some blocks are in the set and in the mask.
     *
     * @param counts takes the count of each block, by number
     * @return how much more that is than the counts were
     */
    long countAnd(Run run, char[] counts);

    /** Puts the members of a block into the target, which holds anything. */
    void copyInto(long[] target, int block);

    /** Adds the members of a block to the target. */
    void orInto(long[] target, int block);

    /** Keeps in the target who is in the set. */
    void andInto(long[] target, int block);

    /** Takes the members of a block out of the target. */
    void andNotInto(long[] target, int block);

    /**
     * How a set is laid out: the mixed chunks, the directory, the places of exceptions; or, where
     * all members are exceptions and that takes no more, the places of all members among all
     * profiles, 4 bytes each. Behind that zeros up to a multiple of eight bytes.
     *
     * @param blocks lines of the directory
     * @param chunks mixed chunks that are stored
     * @param exceptions members in chunks that are empty but for them, and who is missing in chunks
     *     that are full but for them
     * @param cardinality members in all
     */
    record Form(int blocks, int chunks, int exceptions, long cardinality) {

        /** Refuses what no set has. */
        public Form {
            if (chunks < 0 || exceptions < 0 || cardinality < 0) {
                throw new IllegalArgumentException("less than nothing");
            }
        }

        /** Returns where the directory begins. */
        long directory() {
            return (long) chunks * PackedSet.CHUNK_BYTES;
        }

        /** Returns whether all members are stored by their places among all profiles. */
        boolean isScattered() {
            return chunks == 0
                    && exceptions == cardinality
                    && cardinality * Integer.BYTES <= packedBytes();
        }

        /** Returns how many bytes that takes. */
        public long bytes() {
            return ((isScattered() ? cardinality * Integer.BYTES : packedBytes()) + 7) & ~7L;
        }

        /** Returns where the places of exceptions begin. */
        long places() {
            return directory() + (long) blocks * Directory.LINE;
        }

        private long packedBytes() {
            return places() + (long) exceptions * Character.BYTES;
        }
    }
}
