package io.marquetry.index;

import java.util.Arrays;

/**
 * A set of profiles by their dense ordinals, 0 to the number of profiles. Never changes.
 *
 * <p>Accumulators that sets are combined into are plain words: bit {@code i & 63} of word {@code i
 * >>> 6} stands for profile {@code i}.
 */
sealed interface ProfileSet {

    /** Returns how many profiles are in the set. */
    long cardinality();

    /** Returns how many profiles are in the set and in the accumulator. */
    long countAnd(long[] words);

    /** Keeps in the accumulator who is in the set. */
    void andInto(long[] words);

    /** Adds the set to the accumulator. */
    void orInto(long[] words);

    /** Takes the set out of the accumulator. */
    void andNotInto(long[] words);

    /**
     * Makes the cheaper form of a set: ordinals where there are few, words otherwise.
     *
     * <p>A word costs about 1 ns to read from memory and a lone ordinal about 1.5 ns to look up, so
     * ordinals win below one profile in about a hundred.
     *
     * @param ordinals ascending, without repeats
     * @param profiles how many profiles the source has
     */
    static ProfileSet of(int[] ordinals, long profiles) {
        if (ordinals.length < profiles / 128) {
            return new Sparse(ordinals.clone());
        }
        long[] words = new long[Words.length(profiles)];
        for (int ordinal : ordinals) {
            words[ordinal >>> 6] |= 1L << ordinal;
        }
        return new Dense(words, ordinals.length);
    }

    /**
     * Makes the cheaper form of a set.
     *
     * @param words are kept, where this form is the cheaper one
     */
    static ProfileSet of(long[] words) {
        long cardinality = Words.count(words);
        if (cardinality >= words.length / 2) {
            return new Dense(words, cardinality);
        }
        int[] ordinals = new int[(int) cardinality];
        int next = 0;
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                ordinals[next++] = (i << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return new Sparse(ordinals);
    }

    /** A set as words. */
    final class Dense implements ProfileSet {

        private final long[] words;
        private final long cardinality;

        Dense(long[] words, long cardinality) {
            this.words = words;
            this.cardinality = cardinality;
        }

        long[] words() {
            return words;
        }

        @Override
        public long cardinality() {
            return cardinality;
        }

        @Override
        public long countAnd(long[] other) {
            return Words.countAnd(words, other);
        }

        @Override
        public void andInto(long[] target) {
            for (int i = 0; i < target.length; i++) {
                target[i] &= words[i];
            }
        }

        @Override
        public void orInto(long[] target) {
            for (int i = 0; i < target.length; i++) {
                target[i] |= words[i];
            }
        }

        @Override
        public void andNotInto(long[] target) {
            for (int i = 0; i < target.length; i++) {
                target[i] &= ~words[i];
            }
        }
    }

    /** A set as ascending ordinals. */
    final class Sparse implements ProfileSet {

        private final int[] ordinals;

        Sparse(int[] ordinals) {
            this.ordinals = ordinals;
        }

        int[] ordinals() {
            return ordinals;
        }

        @Override
        public long cardinality() {
            return ordinals.length;
        }

        @Override
        public long countAnd(long[] other) {
            long count = 0;
            for (int ordinal : ordinals) {
                count += (other[ordinal >>> 6] >>> ordinal) & 1;
            }
            return count;
        }

        @Override
        public void andInto(long[] target) {
            int from = 0;
            int i = 0;
            while (i < ordinals.length) {
                int word = ordinals[i] >>> 6;
                long kept = 0;
                while (i < ordinals.length && ordinals[i] >>> 6 == word) {
                    kept |= 1L << ordinals[i++];
                }
                Arrays.fill(target, from, word, 0);
                target[word] &= kept;
                from = word + 1;
            }
            Arrays.fill(target, from, target.length, 0);
        }

        @Override
        public void orInto(long[] target) {
            for (int ordinal : ordinals) {
                target[ordinal >>> 6] |= 1L << ordinal;
            }
        }

        @Override
        public void andNotInto(long[] target) {
            for (int ordinal : ordinals) {
                target[ordinal >>> 6] &= ~(1L << ordinal);
            }
        }
    }
}
