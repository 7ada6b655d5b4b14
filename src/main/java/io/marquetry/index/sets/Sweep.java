package io.marquetry.index.sets;

import java.util.stream.IntStream;

/** Goes over all profiles block by block, on all cores, and adds up what is counted. */
public final class Sweep {

    /** Blocks that are not shared out: to wake another thread takes longer. */
    private static final int FEWEST = 4;

    static final int THREADS = Runtime.getRuntime().availableProcessors();

    private Sweep() {}

    /** Counts within one block. */
    @FunctionalInterface
    public interface Count {
        /** Adds what the block holds to the counters. */
        public void of(Block block, long[] counters);
    }

    /**
     * Returns the counters over all blocks.
     *
     * @param counters how many there are
     */
    public static long[] of(long profiles, int counters, Count count) {
        int blocks = Block.blocks(profiles);
        int slices = Math.min((blocks + FEWEST - 1) / FEWEST, 4 * THREADS);
        if (slices <= 1) {
            return slice(profiles, counters, count, 0, blocks);
        }
        return IntStream.range(0, slices)
                .parallel()
                .mapToObj(
                        slice ->
                                slice(
                                        profiles,
                                        counters,
                                        count,
                                        (int) ((long) blocks * slice / slices),
                                        (int) ((long) blocks * (slice + 1) / slices)))
                .reduce(new long[counters], Sweep::sum);
    }

    private static long[] slice(long profiles, int counters, Count count, int from, int to) {
        long[] counted = new long[counters];
        Block block = new Block(profiles);
        for (int number = from; number < to; number++) {
            block.moveTo(number);
            count.of(block, counted);
        }
        return counted;
    }

    /** Returns both added up. */
    static long[] sum(long[] a, long[] b) {
        long[] sum = new long[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
