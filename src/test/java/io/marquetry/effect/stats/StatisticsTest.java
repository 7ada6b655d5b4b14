package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** What the statistics answer where nothing is sure, and how often they are wrong. */
class StatisticsTest {

    @Test
    void nothingOfNothingIsNoShare() {
        assertThat(Shares.wilson(new Share(0, 0), Level.OF_95))
                .isEqualTo(new Estimate.Unknown(Lacking.NOTHING_COUNTED));
        assertThat(Shares.compare(new Share(0, 0), new Share(1, 2), Level.OF_95))
                .isEqualTo(new Difference.Unknown(Lacking.NOTHING_COUNTED));
    }

    @Test
    void noneOfTwelveStillAllowsAQuarter() {
        Estimate.Known known = (Estimate.Known) Shares.wilson(new Share(0, 12), Level.OF_95);
        assertThat(known.interval().low()).isZero();
        assertThat(known.interval().high()).isEqualTo(0.2425, within(5e-5));
    }

    @Test
    void oneObservationHasAMeanButNoInterval() {
        assertThat(Means.of(new Moments(1, 7, 0), Level.OF_95))
                .isEqualTo(new Estimate.Bare(7, Lacking.ONE_OBSERVATION));
        assertThat(Means.welch(new Moments(1, 7, 0), new Moments(5, 1, 2), Level.OF_95))
                .isEqualTo(new Difference.Unknown(Lacking.ONE_OBSERVATION));
    }

    @Test
    void valuesThatNeverVarySayNothingAboutChance() {
        assertThat(Means.of(new Moments(9, 0, 0), Level.OF_95))
                .isEqualTo(new Estimate.Bare(0, Lacking.NO_SPREAD));
        assertThat(Means.welch(new Moments(9, 0, 0), new Moments(9, 0, 0), Level.OF_95))
                .isEqualTo(new Difference.Unknown(Lacking.NO_SPREAD));
        assertThat(Shares.wald(new Share(0, 9), new Share(0, 9), Level.OF_95))
                .isEqualTo(new Difference.Unknown(Lacking.NO_SPREAD));
    }

    /** Against SciPy 1.17.1, {@code scipy.stats.t.interval}. */
    @Test
    void manyDegreesOfFreedomKeepTenDigits() {
        for (double[] known :
                new double[][] {
                    {500, 1.964729390987689}, {501, 1.9647198374673678},
                    {1_000, 1.9623414611334498}, {50_000, 1.960011432042653}
                }) {
            // Squares so that the standard error is 1.
            double n = known[0];
            Estimate.Known mean =
                    (Estimate.Known) Means.of(new Moments((long) n, 0, n * (n - 1)), Level.OF_95);
            assertThat(mean.interval().high()).isEqualTo(known[1], within(1e-10));
        }
    }

    @Test
    void aFarSmallerControlIsComparedByNewcombe() {
        assertThat(method(new Share(480, 6000), new Share(480, 6000))).isEqualTo(Method.WALD);
        assertThat(method(new Share(720, 9000), new Share(80, 1000))).isEqualTo(Method.NEWCOMBE);
        assertThat(method(new Share(80, 1000), new Share(720, 9000))).isEqualTo(Method.NEWCOMBE);
        assertThat(method(new Share(72_000, 900_000), new Share(8_000, 100_000)))
                .isEqualTo(Method.WALD);
    }

    @Test
    void fewCasesAreComparedByNewcombe() {
        assertThat(method(new Share(9, 1000), new Share(100, 1000))).isEqualTo(Method.NEWCOMBE);
        assertThat(method(new Share(10, 1000), new Share(12, 1000))).isEqualTo(Method.WALD);
        assertThat(method(new Share(991, 1000), new Share(100, 1000))).isEqualTo(Method.NEWCOMBE);
    }

    @Test
    void sumsKeepEveryDigit() {
        // Two values far from 0 and 0.02 apart: doubles of Σx² would lose the spread.
        BigDecimal one = new BigDecimal("123456789012.34");
        BigDecimal other = new BigDecimal("123456789012.36");
        Moments moments =
                Moments.of(2, one.add(other), one.multiply(one).add(other.multiply(other)));
        assertThat(moments.variance()).isEqualTo(0.0002, within(1e-15));
    }

    /** Against R 4.2.2, {@code p.adjust}. */
    @Test
    void manyComparisonsAreCorrected() {
        List<Double> p = List.of(0.9, 0.0001, 0.04, 0.04, 0.2, 1.0, 0.03);
        same(Correction.HOLM.adjust(p), 1, 0.0007, 0.2, 0.2, 0.6, 1, 0.18);
        same(Correction.BENJAMINI_HOCHBERG.adjust(p), 1, 0.0007, 0.07, 0.07, 0.28, 1, 0.07);
        List<Double> q = List.of(0.01, 0.02, 0.03, 0.04, 0.05);
        same(Correction.HOLM.adjust(q), 0.05, 0.08, 0.09, 0.09, 0.09);
        same(Correction.BENJAMINI_HOCHBERG.adjust(q), 0.05, 0.05, 0.05, 0.05, 0.05);
        same(Correction.HOLM.adjust(List.of(0.3)), 0.3);
        assertThat(Correction.HOLM.adjust(List.of())).isEmpty();
    }

    /** Against R 4.2.2, {@code power.prop.test} and {@code power.t.test}. */
    @Test
    void peopleNeededAndEffectsFoundAreRs() {
        Power power = Power.OF_80;
        assertThat(power.neededForShare(0.1, 0.02)).hasValue(3841);
        assertThat(power.neededForShare(0.0057, 0.0031)).hasValue(11_756);
        assertThat(power.neededForShare(0.5, -0.1)).hasValue(388);
        assertThat(power.neededForShare(0.001, 0.0002)).hasValue(431_213);
        assertThat(power.neededForShare(0.1, 0)).isEmpty();
        assertThat(power.detectableRise(0.1061672, 21_306, 21_306).getAsDouble())
                .isEqualTo(0.0085069403804, within(1e-9));
        assertThat(power.detectableRise(0.02, 500, 500).getAsDouble())
                .isEqualTo(0.033241830569, within(1e-9));
        assertThat(power.detectableRise(0.2, 12, 12).getAsDouble())
                .isEqualTo(0.543329492536, within(1e-9));
        assertThat(power.detectableRise(0.2, 1, 1)).isEmpty();
        assertThat(power.detectableRise(0.2, 100, 0)).isEmpty();
        assertThat(power.detectableMean(15, 21_306, 21_306).getAsDouble())
                .isEqualTo(0.407163577289, within(2e-5));
        assertThat(power.neededForMean(15, 0.5).getAsLong()).isBetween(14_127L, 14_129L);
    }

    @Test
    void chanceAloneIsSignificantInFivePercentOfSplits() {
        SplittableRandom random = new SplittableRandom(20_080_320);
        int people = 4_000;
        double[] spend = new double[people];
        boolean[] bought = new boolean[people];
        for (int i = 0; i < people; i++) {
            bought[i] = random.nextDouble() < 0.12;
            spend[i] = bought[i] ? Math.exp(3 + random.nextGaussian()) : 0;
        }
        int shares = 0;
        int means = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            long[] n = new long[2];
            long[] buyers = new long[2];
            double[] sum = new double[2];
            double[] squares = new double[2];
            for (int i = 0; i < people; i++) {
                int arm = random.nextInt(2);
                n[arm]++;
                buyers[arm] += bought[i] ? 1 : 0;
                sum[arm] += spend[i];
                squares[arm] += spend[i] * spend[i];
            }
            shares +=
                    isSignificant(
                            Shares.compare(
                                    new Share(buyers[0], n[0]),
                                    new Share(buyers[1], n[1]),
                                    Level.OF_95));
            means +=
                    isSignificant(
                            Means.welch(
                                    of(n, sum, squares, 0), of(n, sum, squares, 1), Level.OF_95));
        }
        assertThat((double) shares / runs).isBetween(0.04, 0.06);
        assertThat((double) means / runs).isBetween(0.04, 0.06);
    }

    private static Moments of(long[] n, double[] sum, double[] squares, int arm) {
        double mean = sum[arm] / n[arm];
        return new Moments(n[arm], mean, squares[arm] - n[arm] * mean * mean);
    }

    private static int isSignificant(Difference difference) {
        return ((Difference.Measured) difference).verdict() == Verdict.INCONCLUSIVE ? 0 : 1;
    }

    private static Method method(Share first, Share second) {
        return ((Difference.Measured) Shares.compare(first, second, Level.OF_95)).method();
    }

    private static void same(List<Double> found, double... wanted) {
        assertThat(found).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found.get(i)).isEqualTo(wanted[i], within(1e-12));
        }
    }
}
