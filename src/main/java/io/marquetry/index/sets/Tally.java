package io.marquetry.index.sets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * How many of a mask are in each of many sets, by blocks. Goes some blocks at a time over all sets,
 * so that the mask stays in the processor's second cache, and leaves out blocks that nobody of the
 * mask is in: the work follows the mask, not the number of profiles. Where the counts against an
 * earlier mask are known, only those blocks are counted in which the masks differ. For any number
 * of threads.
 */
public final class Tally {

    /**
     * Blocks, times sets, below which one thread does it: some 0.3 ms, and to wake another one
     * takes about as long.
     */
    private static final long SMALL = 3_000;

    private final Mask mask;
    private final Map<ProfileSet, Column> columns = new ConcurrentHashMap<>();

    /** What sets came to against an earlier mask; nothing where there was none. */
    private final Map<ProfileSet, Column> known;

    /** The blocks in which they may come to something else now. */
    private final int[] others;

    private Tally(Mask mask, Map<ProfileSet, Column> known, int[] others) {
        this.mask = mask;
        this.known = known;
        this.others = others;
    }

    /** Begins with a mask. */
    public static Tally of(Mask mask) {
        int[] some = IntStream.range(0, mask.blocks()).filter(b -> mask.some(b) != 0).toArray();
        return new Tally(mask, Map.of(), some);
    }

    /**
     * Begins with a mask of the same profiles as some earlier ones, of which the one most like it
     * is of use.
     */
    public static Tally of(Mask mask, List<Tally> earlier) {
        mask.end();
        Tally begun = of(mask);
        for (Tally before : earlier) {
            Optional<int[]> others = others(mask, before.mask, begun.others.length);
            if (others.isPresent()) {
                begun = new Tally(mask, before.columns, others.get());
            }
        }
        return begun;
    }

    /** Returns the blocks that are not the same; empty where they are not fewer than so many. */
    private static Optional<int[]> others(Mask mask, Mask before, int most) {
        int[] others = new int[most];
        int found = 0;
        for (int block = 0; block < mask.blocks(); block++) {
            if (!mask.isSame(before, block)) {
                if (found == most) {
                    return Optional.empty();
                }
                others[found++] = block;
            }
        }
        return found == most ? Optional.empty() : Optional.of(Arrays.copyOf(others, found));
    }

    Mask mask() {
        return mask;
    }

    /** Returns of how many sets the counts are known. */
    public int size() {
        return columns.size();
    }

    /** Returns the counts in the order of the sets. */
    public long[] count(List<ProfileSet> sets) {
        List<ProfileSet> unknown = sets.stream().filter(s -> !columns.containsKey(s)).toList();
        boolean follows = known.keySet().containsAll(unknown);
        count(unknown, follows ? this : of(mask));
        return sets.stream().mapToLong(s -> Objects.requireNonNull(columns.get(s)).all()).toArray();
    }

    private void count(List<ProfileSet> sets, Tally from) {
        List<Column> before = new ArrayList<>();
        char[][] blocks = new char[sets.size()][];
        for (int i = 0; i < blocks.length; i++) {
            Column column = from.known.get(sets.get(i));
            before.add(column == null ? new Column(new char[mask.blocks()], 0) : column);
            blocks[i] = before.get(i).blocks();
        }
        long[] more = count(sets, from.others, blocks);
        for (int i = 0; i < blocks.length; i++) {
            columns.put(sets.get(i), new Column(blocks[i], before.get(i).all() + more[i]));
        }
    }

    /** Counts some blocks; returns how much more that is than it was. */
    private long[] count(List<ProfileSet> sets, int[] some, char[][] blocks) {
        if ((long) some.length * sets.size() < SMALL) {
            return count(sets, some, 0, some.length, blocks);
        }
        int run = Math.max(1, Math.min(Run.BLOCKS, some.length / (4 * Sweep.THREADS)));
        int runs = (some.length + run - 1) / run;
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(
                        i ->
                                count(
                                        sets,
                                        some,
                                        i * run,
                                        Math.min(some.length, (i + 1) * run),
                                        blocks))
                .reduce(new long[sets.size()], Sweep::sum);
    }

    private long[] count(List<ProfileSet> sets, int[] some, int from, int to, char[][] blocks) {
        long[] more = new long[blocks.length];
        Run run = new Run(mask, some, Math.min(Run.BLOCKS, to - from));
        for (int first = from; first < to; first += Run.BLOCKS) {
            run.moveTo(first, Math.min(to, first + Run.BLOCKS));
            for (int i = 0; i < more.length; i++) {
                more[i] += sets.get(i).countAnd(run, blocks[i]);
            }
        }
        return more;
    }

    /** What is known of a set: the count in each block, and their sum. */
    private static final class Column {

        private final char[] blocks;
        private final long all;

        Column(char[] blocks, long all) {
            this.blocks = blocks;
            this.all = all;
        }

        char[] blocks() {
            return blocks.clone();
        }

        long all() {
            return all;
        }
    }
}
