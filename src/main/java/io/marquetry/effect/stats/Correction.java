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
        int[] ascending =
                IntStream.range(0, m)
                        .boxed()
                        .sorted(Comparator.comparing(pValues::get))
                        .mapToInt(Integer::intValue)
                        .toArray();
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
}
