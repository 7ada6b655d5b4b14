package io.marquetry.index.sets;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts how many of a mask are in each of many sets. Goes some blocks at a time over all sets, so
 * that the mask stays in the processor's first cache, and leaves out blocks that nobody of the mask
 * is in: the work follows the mask, not the number of profiles.
 */
public final class Tally {

    /**
     * Blocks at a time: 128 KiB of the mask, which the second cache keeps. Shorter runs read each
     * set in pieces that are too small for the processor to fetch ahead.
     */
    private static final int RUN = 32;

    /**
     * Blocks, times sets, below which one thread does it: some 0.3 ms, and to wake another one
     * takes about as long.
     */
    private static final long SMALL = 3_000;

    private Tally() {}

    /** Returns the counts in the order of the sets. */
    public static long[] of(List<ProfileSet> sets, Mask mask) {
        int blocks = mask.blocks();
        int run = Math.max(1, Math.min(RUN, blocks / (4 * Sweep.THREADS)));
        int runs = (blocks + run - 1) / run;
        if (runs <= 1 || work(mask) * sets.size() < SMALL) {
            return count(sets, mask, 0, blocks);
        }
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(i -> count(sets, mask, i * run, Math.min(blocks, (i + 1) * run)))
                .reduce(new long[sets.size()], Sweep::sum);
    }

    private static long work(Mask mask) {
        long blocks = 0;
        for (int block = 0; block < mask.blocks(); block++) {
            blocks += mask.some(block) == 0 ? 0 : 1;
        }
        return blocks;
    }

    private static long[] count(List<ProfileSet> sets, Mask mask, int from, int to) {
        long[] counts = new long[sets.size()];
        long[] scratch = new long[Block.WORDS];
        for (int first = from; first < to; first += RUN) {
            int end = Math.min(to, first + RUN);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += sets.get(i).countAnd(mask, first, end, scratch);
            }
        }
        return counts;
    }
}
