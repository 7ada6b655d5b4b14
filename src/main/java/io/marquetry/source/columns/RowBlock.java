package io.marquetry.source.columns;

import java.util.Arrays;
import java.util.List;

/** Works out a program for some thousand rows at a time; for one thread. */
final class RowBlock {

    /** Most words of 64 rows. */
    static final int WORDS = 64;

    /** Most rows. */
    static final int ROWS = WORDS * Long.SIZE;

    private final Program program;
    private final int[][] codes;
    private final long[][] results;
    private final long[][][] leaves;
    private final long[] square = new long[Long.SIZE];

    RowBlock(Program program) {
        this.program = program;
        this.codes = new int[program.columns().size()][ROWS];
        this.results = new long[program.steps().size()][WORDS];
        this.leaves = new long[codes.length][][];
        for (int column = 0; column < codes.length; column++) {
            leaves[column] = new long[program.columns().get(column).leaves().count()][];
        }
        for (int step = 0; step < results.length; step++) {
            if (program.steps().get(step) instanceof Step.OfLeaf leaf) {
                leaves[leaf.column()][leaf.leaf()] = results[step];
            }
        }
    }

    /** Returns where the codes of a column's cells go, row after row. */
    int[] codes(int column) {
        return codes[column];
    }

    /** Returns what a step came to; bits behind the rows mean nothing. */
    long[] result(int step) {
        return results[step];
    }

    /**
     * Works all steps out.
     *
     * @param rows how many rows have their codes
     * @param inputs what was found out before, for all rows of the table
     * @param word where this block begins in the inputs
     */
    void run(int rows, List<long[]> inputs, int word) {
        int words = (rows + Long.SIZE - 1) >>> 6;
        for (int column = 0; column < codes.length; column++) {
            leaves(column, words);
        }
        for (int step = 0; step < results.length; step++) {
            long[] result = results[step];
            switch (program.steps().get(step)) {
                case Step.OfLeaf leaf -> {}
                case Step.OfInput input ->
                        System.arraycopy(inputs.get(input.input()), word, result, 0, words);
                case Step.All all -> {
                    Arrays.fill(result, 0, words, -1L);
                    for (int part : all.steps()) {
                        and(result, results[part], words);
                    }
                }
                case Step.Any any -> {
                    Arrays.fill(result, 0, words, 0L);
                    for (int part : any.steps()) {
                        or(result, results[part], words);
                    }
                }
                case Step.Not not -> not(result, results[not.step()], words);
            }
        }
    }

    /** Turns rows of leaves into leaves of rows, a square of 64 by 64 bits at a time. */
    private void leaves(int column, int words) {
        LeafBits holding = program.columns().get(column).leaves();
        int stride = holding.stride();
        long[] bits = holding.words();
        long[][] targets = leaves[column];
        int[] cells = codes[column];
        for (int word = 0; word < words; word++) {
            for (int group = 0; group < stride; group++) {
                for (int i = 0; i < Long.SIZE; i++) {
                    square[i] = bits[cells[(word << 6) + i] * stride + group];
                }
                transpose(square);
                int first = group << 6;
                for (int i = Math.min(targets.length - first, Long.SIZE) - 1; i >= 0; i--) {
                    targets[first + i][word] = square[i];
                }
            }
        }
    }

    /** Hacker's Delight, 2nd edition, section 7-3: swaps ever smaller squares. */
    static void transpose(long[] square) {
        long mask = 0xFFFF_FFFFL;
        for (int width = 32; width != 0; width >>>= 1, mask ^= mask << width) {
            for (int row = 0; row < Long.SIZE; row = ((row | width) + 1) & ~width) {
                long other = ((square[row] >>> width) ^ square[row | width]) & mask;
                square[row] ^= other << width;
                square[row | width] ^= other;
            }
        }
    }

    private static void and(long[] result, long[] part, int words) {
        for (int word = 0; word < words; word++) {
            result[word] &= part[word];
        }
    }

    private static void or(long[] result, long[] part, int words) {
        for (int word = 0; word < words; word++) {
            result[word] |= part[word];
        }
    }

    private static void not(long[] result, long[] part, int words) {
        for (int word = 0; word < words; word++) {
            result[word] = ~part[word];
        }
    }
}
