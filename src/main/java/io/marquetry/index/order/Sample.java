package io.marquetry.index.order;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of some profiles carry which tags: sets that tell profiles apart, and profiles evenly out
 * of all, some for each class that is wanted, and never more than 16 MiB hold for 512 tags.
 */
final class Sample {

    private static final int MOST_PROFILES = 1 << 18;
    private static final int MOST_SETS = 512;

    /** Profiles that tell how a class is told from its neighbours. */
    private static final int FOR_A_CLASS = 8;

    /**
     * One profile in so many has to carry a tag, or lack it: a rarer one is stored as places, and
     * those take two bytes wherever they are.
     */
    private static final int RAREST = 128;

    /** Of each step another profile, so that no rhythm of the source is mistaken. */
    private static final double GOLDEN = 0.618033988749895;

    private final List<ProfileSet> sets;
    private final int size;

    /** Where its profiles stand, ascending. */
    private final long[] places;

    private final long[][] columns;

    private Sample(List<ProfileSet> sets, long profiles, int classes, CancelSignal signal) {
        this.sets = sets;
        this.size = (int) Math.min(Math.min(MOST_PROFILES, profiles), (long) FOR_A_CLASS * classes);
        double step = (double) profiles / size;
        this.places =
                IntStream.range(0, size)
                        .mapToLong(number -> (long) ((number + number * GOLDEN % 1) * step))
                        .toArray();
        this.columns = new long[sets.size()][];
        IntStream.range(0, columns.length)
                .parallel()
                .forEach(
                        set -> {
                            signal.check();
                            columns[set] = column(sets.get(set), profiles);
                        });
    }

    /**
     * Takes a sample of the profiles of some sets.
     *
     * @param classes how many are wanted
     */
    static Sample of(Collection<ProfileSet> sets, long profiles, int classes, CancelSignal signal) {
        List<ProfileSet> telling =
                sets.stream()
                        .filter(set -> fewer(set, profiles) >= Math.max(1, profiles / RAREST))
                        .sorted(Comparator.comparingLong(ProfileSet::cardinality))
                        .toList();
        int most = Math.min(MOST_SETS, telling.size());
        // Common and rare ones alike: of a thousand levels every second one, not those of the
        // middle.
        List<ProfileSet> some =
                IntStream.range(0, most)
                        .mapToObj(i -> telling.get((int) ((long) i * telling.size() / most)))
                        .toList();
        return new Sample(some, profiles, classes, signal);
    }

    /** Returns how many are in the set, or are not, whichever are fewer. */
    private static long fewer(ProfileSet set, long profiles) {
        return Math.min(set.cardinality(), profiles - set.cardinality());
    }

    private long[] column(ProfileSet set, long profiles) {
        long[] column = new long[(size + 63) >>> 6];
        Block block = new Block(profiles);
        int next = 0;
        for (int number = 0; number < Block.blocks(profiles); number++) {
            block.moveTo(number);
            long[] words = block.copyOf(set);
            long end = block.firstPlace() + (long) block.length() * Long.SIZE;
            for (; next < size && places[next] < end; next++) {
                int within = (int) (places[next] - block.firstPlace());
                column[next >>> 6] |= (words[within >>> 6] >>> within & 1) << next;
            }
            block.giveBack(words);
        }
        return column;
    }

    /** Returns the sets. */
    List<ProfileSet> sets() {
        return sets;
    }

    /** Returns how many profiles were sampled. */
    int size() {
        return size;
    }

    /** Returns 1 where a profile of the sample is in a set, else 0. */
    long carries(int set, int profile) {
        return columns[set][profile >>> 6] >>> profile & 1;
    }
}
