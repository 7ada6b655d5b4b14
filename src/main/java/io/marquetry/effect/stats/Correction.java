package io.marquetry.effect.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Makes p-values larger where many are looked at, because one of many is small by chance. */
public enum Correction {
    /**
     * Keeps the chance of any false finding: S. Holm, "A simple sequentially rejective multiple
     * test procedure", Scandinavian Journal of Statistics 6 (1979) 65-70.
     */
    HOLM,
    /**
     * Keeps the expected part of false findings among all findings: Y. Benjamini and Y. Hochberg,
     * "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995)
     * 289-300.
     */
    BENJAMINI_HOCHBERG;

    /** Returns the adjusted p-values, in the order of those given; each at most 1. */
    public List<Double> adjust(List<Double> pValues) {
        int m = pValues.size();
        int[] ascending = ascending(pValues);
        Double[] adjusted = new Double[m];
        switch (this) {
            case HOLM -> {
                double before = 0;
                for (int rank = 0; rank < m; rank++) {
                    before = Math.max(before, (m - rank) * pValues.get(ascending[rank]));
                    adjusted[ascending[rank]] = Math.min(1, before);
                }
            }
            case BENJAMINI_HOCHBERG -> {
                double after = 1;
                for (int rank = m - 1; rank >= 0; rank--) {
                    after = Math.min(after, m * pValues.get(ascending[rank]) / (rank + 1));
                    adjusted[ascending[rank]] = after;
                }
            }
        }
        return Arrays.asList(adjusted);
    }

    /**
     * Returns the level of each interval that belongs to its adjusted p-value: the interval leaves
     * out 0 where the adjusted p-value is below {@code 1 - confidence}, and only there.
     *
     * <p>By Holm each interval has the level of the step at which it was decided: the smallest of m
     * p-values is compared with α / m, the next with α / (m - 1), and all behind the first that is
     * not found are looked at as that one is. By Benjamini and Hochberg with R findings all have
     * the level 1 - R α / m, which keeps the expected part of found intervals that miss the truth
     * at α: Y. Benjamini and D. Yekutieli, "False discovery rate-adjusted multiple confidence
     * intervals for selected parameters", Journal of the American Statistical Association 100
     * (2005) 71-81. The levels by Holm are never below theirs, so they keep it as well.
     *
     * @param level of all of them together
     */
    public List<Level> levels(List<Double> pValues, Level level) {
        int m = pValues.size();
        if (m == 0) {
            return List.of();
        }
        int[] ascending = ascending(pValues);
        Level[] levels = new Level[m];
        double alpha = level.alpha();
        switch (this) {
            case HOLM -> {
                int step = 0;
                boolean found = true;
                for (int rank = 0; rank < m; rank++) {
                    found = found && pValues.get(ascending[rank]) * (m - rank) < alpha;
                    levels[ascending[rank]] = level.dividedBy(m - step);
                    step += found ? 1 : 0;
                }
            }
            case BENJAMINI_HOCHBERG -> {
                int findings = 0;
                for (int rank = 0; rank < m; rank++) {
                    if (pValues.get(ascending[rank]) * m < alpha * (rank + 1)) {
                        findings = rank + 1;
                    }
                }
                Arrays.fill(levels, level.dividedBy((double) m / Math.max(1, findings)));
            }
        }
        return Arrays.asList(levels);
    }

    private static int[] ascending(List<Double> pValues) {
        return IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
