package io.marquetry.index.order;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * By which tag some profiles are best parted: whose two parts save most bytes over all tags, for
 * what it tells. Bytes that a part takes follow from the tags' shares in it. Tags that hold or
 * exclude each other, or are carried by the same people, so come out by themselves.
 */
final class Choice {

    /** Profiles that are looked at: so many tell enough. */
    private static final int ENOUGH = 2_048;

    /** From so many profiles on all tags are tried, below it only those that promise something. */
    private static final int MANY = 1_024;

    /** Tags that promise something by themselves, and as many by what they were worth before. */
    private static final int PROMISING = 16;

    /**
     * A chunk costs a byte for each member, or for each who is none, where those are one in so many
     * or fewer; else it costs all its bytes.
     */
    private static final int EXCEPTIONS = 16;

    private final int set;
    private final int[] sets;
    private final int[] promising;

    private Choice(int set, int[] sets, int[] promising) {
        this.set = set;
        this.sets = sets;
        this.promising = promising;
    }

    /**
     * Makes the choice; empty where the profiles are alike, or nothing is saved.
     *
     * @param members numbers of profiles of the sample
     * @param sets numbers of the sets that come into question, ascending
     * @param promising numbers of sets that were worth most for more profiles
     */
    static Optional<Choice> of(
            Sample sample, int[] members, int from, int to, int[] sets, int[] promising) {
        return new Columns(sample, members, from, to, sets).choice(to - from, promising);
    }

    /** Returns the number of the tag's set. */
    int set() {
        return set;
    }

    /** Returns those that do not hold all or none of the profiles, ascending. */
    int[] sets() {
        return sets;
    }

    /** Returns the best of those that were tried, the best first. */
    int[] promising() {
        return promising;
    }

    /** The sets among the profiles that are looked at. */
    private static final class Columns {

        private final int size;
        private final int[] sets;
        private final long[][] words;
        private final int[] counts;

        Columns(Sample sample, int[] members, int from, int to, int[] among) {
            int all = to - from;
            size = Math.min(all, ENOUGH);
            int[] some = new int[size];
            for (int i = 0; i < size; i++) {
                some[i] = members[from + (int) ((long) i * all / size)];
            }
            words = new long[among.length][];
            counts = new int[among.length];
            int[] kept = new int[among.length];
            int found = 0;
            for (int set : among) {
                long[] own = new long[(size + 63) >>> 6];
                int count = 0;
                for (int i = 0; i < size; i++) {
                    long in = sample.carries(set, some[i]);
                    own[i >>> 6] |= in << i;
                    count += (int) in;
                }
                if (count > 0 && count < size || size < all) {
                    kept[found] = set;
                    counts[found] = count;
                    words[found++] = own;
                }
            }
            sets = Arrays.copyOf(kept, found);
        }

        Optional<Choice> choice(int all, int[] promising) {
            int[] tried = all >= MANY ? IntStream.range(0, sets.length).toArray() : some(promising);
            double[] worth = new double[sets.length];
            for (int set : tried) {
                worth[set] = saved(set) / information(set);
            }
            int[] best = best(IntStream.of(tried).filter(set -> worth[set] > 0), worth);
            return best.length == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Choice(
                                    sets[best[0]],
                                    sets,
                                    IntStream.of(best).map(set -> sets[set]).toArray()));
        }

        /** Returns those that are worth something by themselves or were before. */
        private int[] some(int[] promising) {
            double[] own = new double[sets.length];
            for (int set = 0; set < own.length; set++) {
                own[set] = cost(counts[set], size) / information(set);
            }
            IntStream before =
                    IntStream.of(promising)
                            .map(set -> Arrays.binarySearch(sets, set))
                            .filter(set -> set >= 0);
            return IntStream.concat(IntStream.of(best(IntStream.range(0, own.length), own)), before)
                    .distinct()
                    .toArray();
        }

        private static int[] best(IntStream sets, double[] worth) {
            return sets.boxed()
                    .sorted(Comparator.comparingDouble(set -> -worth[set]))
                    .limit(PROMISING)
                    .mapToInt(set -> set)
                    .toArray();
        }

        /** Returns what all sets cost less if these profiles are parted by one of them. */
        private long saved(int by) {
            int inside = counts[by];
            int outside = size - inside;
            if (inside == 0 || outside == 0) {
                return 0;
            }
            long saved = 0;
            for (int set = 0; set < sets.length; set++) {
                int both = 0;
                for (int i = 0; i < words[by].length; i++) {
                    both += Long.bitCount(words[by][i] & words[set][i]);
                }
                saved +=
                        cost(counts[set], size)
                                - cost(both, inside)
                                - cost(counts[set] - both, outside);
            }
            return saved;
        }

        private static int cost(int count, int of) {
            return Math.min(of, EXCEPTIONS * Math.min(count, of - count));
        }

        /** Returns the bits that it takes to tell who of the profiles is in the set; above 0. */
        private double information(int set) {
            return Math.max(part(counts[set]) + part(size - counts[set]), 1e-9);
        }

        private double part(int count) {
            double share = (double) count / size;
            return share <= 0 ? 0 : -share * Math.log(share) / Math.log(2);
        }
    }
}
