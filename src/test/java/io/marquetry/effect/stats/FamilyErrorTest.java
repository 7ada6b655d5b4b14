package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often anything is found among many comparisons of shares where there is nothing: not by
 * chance, but added up over all pairs of counts.
 */
class FamilyErrorTest {

    /** Counts less likely than that are left out; all of them together make less than 0.0001 %. */
    private static final double UNLIKELY = 1e-11;

    @ParameterizedTest
    @CsvSource({
        "1, 140, 140, 0.3",
        "1, 1000, 100, 0.08",
        "1, 2000, 200, 0.02",
        "10, 200, 200, 0.05",
        "10, 1000, 1000, 0.05",
        "10, 900, 100, 0.08",
        "10, 900, 100, 0.005",
        "40, 140, 140, 0.08",
        "40, 140, 140, 0.3",
        "40, 900, 100, 0.3",
        "40, 900, 100, 0.02",
        "40, 900, 100, 0.005",
        "40, 100, 900, 0.05",
        "40, 2000, 200, 0.08"
    })
    void whereNothingIsToBeFoundOneInTwentyFamiliesFindsAnything(
            int comparisons, int first, int second, double rate) {
        // Alone, Wald's interval of so few people misses a quarter of a point too often.
        assertThat(anything(comparisons, first, second, rate))
                .isBetween(0.0, comparisons == 1 ? 0.053 : 0.05);
    }

    @Tag("effects")
    @ParameterizedTest
    @CsvSource({
        "40, 1400, 1400, 0.08", "40, 9000, 1000, 0.08", "40, 9000, 1000, 0.02",
        "40, 9000, 1000, 0.005", "40, 20000, 500, 0.03", "10, 10000, 10000, 0.05"
    })
    void manyPeopleMakeItNoWorse(int comparisons, int first, int second, double rate) {
        double found = anything(comparisons, first, second, rate);
        System.out.printf(
                "%d comparisons of %,d with %,d at %s: %.2f %%%n",
                comparisons, first, second, rate, 100 * found);
        assertThat(found).isBetween(0.0, 0.05);
    }

    /** By Holm's first step, which decides whether anything is found. */
    private static double anything(int comparisons, int first, int second, double rate) {
        Level level = Level.OF_95.dividedBy(comparisons);
        double[] one = chances(first, rate);
        double[] other = chances(second, rate);
        double missed = 0;
        for (int i = 0; i <= first; i++) {
            for (int j = 0; j <= second; j++) {
                if (one[i] > UNLIKELY
                        && other[j] > UNLIKELY
                        && one[i] * other[j] > UNLIKELY * UNLIKELY
                        && found(new Share(i, first), new Share(j, second), level)) {
                    missed += one[i] * other[j];
                }
            }
        }
        return 1 - Math.pow(1 - missed, comparisons);
    }

    private static boolean found(Share first, Share second, Level level) {
        return Shares.compare(first, second, level) instanceof Difference.Measured measured
                && measured.verdict() != Verdict.INCONCLUSIVE;
    }

    private static double[] chances(int of, double rate) {
        BinomialDistribution all = BinomialDistribution.of(of, rate);
        double[] chances = new double[of + 1];
        for (int i = 0; i <= of; i++) {
            chances[i] = all.probability(i);
        }
        return chances;
    }
}
