package io.marquetry.effect.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

import java.util.List;

/**
 * Pearson's test of counts: K. Pearson, Philosophical Magazine 50 (1900) 157-175; A. Agresti,
 * "Categorical Data Analysis", 3rd edition (2013), 1.5.2 and 3.2.1.
 */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * Returns how likely chance alone gives counts as far from what was planned; 1 with fewer than
     * two counts, or with none at all.
     *
     * @param counts 0 or more
     * @param shares what was planned, above 0, in any unit
     */
    public static double ofShares(List<Long> counts, List<Double> shares) {
        double all = counts.stream().mapToLong(Long::longValue).sum();
        double planned = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (counts.size() < 2 || all == 0) {
            return 1;
        }
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            double expected = all * shares.get(i) / planned;
            sum += (counts.get(i) - expected) * (counts.get(i) - expected) / expected;
        }
        return above(sum, counts.size() - 1);
    }

    /**
     * Returns how likely chance alone makes rows of a table as different; rows and columns without
     * anybody are left out, and 1 is returned where nothing is left to compare.
     *
     * @param table rows of counts, all of the same length
     */
    public static double ofTable(List<long[]> table) {
        List<long[]> rows = table.stream().filter(row -> sum(row) > 0).toList();
        if (rows.size() < 2) {
            return 1;
        }
        int width = rows.getFirst().length;
        double all = rows.stream().mapToLong(ChiSquare::sum).sum();
        double statistic = 0;
        int columns = 0;
        for (int j = 0; j < width; j++) {
            double column = 0;
            for (long[] row : rows) {
                column += row[j];
            }
            if (column == 0) {
                continue;
            }
            columns++;
            for (long[] row : rows) {
                double expected = sum(row) * column / all;
                statistic += (row[j] - expected) * (row[j] - expected) / expected;
            }
        }
        return columns < 2 ? 1 : above(statistic, (rows.size() - 1) * (columns - 1));
    }

    private static long sum(long[] row) {
        long sum = 0;
        for (long count : row) {
            sum += count;
        }
        return sum;
    }

    private static double above(double statistic, int freedom) {
        return ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
    }
}
