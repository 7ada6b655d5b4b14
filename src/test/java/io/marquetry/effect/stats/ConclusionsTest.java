package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What may be concluded from an interval, and what may not. */
class ConclusionsTest {

    @ParameterizedTest
    @EnumSource
    void correctedIntervalsAndPValuesAgree(Correction correction) {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 300; run++) {
            int size = 2 + random.nextInt(12);
            List<Share> treated = new ArrayList<>();
            List<Share> control = new ArrayList<>();
            List<Double> pValues = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int of = run % 2 == 0 ? 1_000 : 60;
                treated.add(new Share(random.nextInt(of / 5), of));
                control.add(new Share(random.nextInt(of / 5), of));
                pValues.add(measured(treated.get(i), control.get(i), Level.OF_95).pValue());
            }
            List<Double> adjusted = correction.adjust(pValues);
            List<Level> levels = correction.levels(pValues, Level.OF_95);
            for (int i = 0; i < size; i++) {
                Verdict verdict = measured(treated.get(i), control.get(i), levels.get(i)).verdict();
                assertThat(verdict == Verdict.INCONCLUSIVE)
                        .as("%s of %s: %s", adjusted.get(i), pValues, levels.get(i))
                        .isEqualTo(adjusted.get(i) >= 0.05);
            }
        }
    }

    private static Difference.Measured measured(Share first, Share second, Level level) {
        return (Difference.Measured) Shares.compare(first, second, level);
    }

    /** Inconclusive is not the same as too small: the interval holds more than the worth. */
    @Test
    void whatMayBeWorthwhileIsNotTooSmall() {
        Equivalence open =
                Equivalence.of(
                        new Share(40, 5_000),
                        new Share(25, 5_000),
                        new Worth.Absolute(0.005),
                        Level.OF_95);
        assertThat(open.finding()).isEqualTo(Equivalence.Finding.OPEN);
        assertThat(open.margin().high() + 0.005).isEqualTo(0.0062, within(2e-4));
        assertThat(open.more().getAsLong()).isPositive();
        Equivalence small =
                Equivalence.of(
                        new Share(250, 50_000),
                        new Share(250, 50_000),
                        new Worth.Absolute(0.005),
                        Level.OF_95);
        assertThat(small.finding()).isEqualTo(Equivalence.Finding.EQUIVALENT);
        assertThat(small.more()).hasValue(0);
    }

    /** A worth of half the base rate: 0.25 pp of 0.5 %, not the 0.5 pp that fit other mailings. */
    @Test
    void aRelativeWorthFollowsTheBaseRate() {
        Share treated = new Share(300, 50_000);
        Share control = new Share(250, 50_000);
        assertThat(found(treated, control, new Worth.Relative(0.5)))
                .isEqualTo(Equivalence.Finding.EQUIVALENT);
        assertThat(found(treated, control, new Worth.Relative(0.3)))
                .isEqualTo(Equivalence.Finding.OPEN);
        assertThat(found(new Share(600, 50_000), control, new Worth.Relative(0.5)))
                .isEqualTo(Equivalence.Finding.WORTHWHILE);
        assertThat(found(new Share(100, 50_000), control, new Worth.Relative(0.5)))
                .isEqualTo(Equivalence.Finding.TOO_SMALL);
    }

    private static Equivalence.Finding found(Share treated, Share control, Worth worth) {
        return Equivalence.of(treated, control, worth, Level.OF_95).finding();
    }

    @Test
    void sharesAreJudgedByTheirOwnInterval() {
        Share treated = new Share(30, 400);
        Share control = new Share(25, 400);
        Equivalence found = Equivalence.of(treated, control, new Worth.Absolute(0.02), Level.OF_95);
        Difference.Measured difference =
                (Difference.Measured) Shares.newcombe(treated, control, Level.OF_95);
        assertThat(found.margin().high())
                .isEqualTo(difference.interval().high() - 0.02, within(1e-12));
        assertThat(found.pTooSmall() < 0.025).isEqualTo(found.margin().high() < 0);
    }

    @Test
    void fewCasesAreJudgedMoreCarefully() {
        Share treated = new Share(3, 400);
        Share control = new Share(2, 400);
        Equivalence found = Equivalence.of(treated, control, new Worth.Absolute(0.02), Level.OF_95);
        Difference.Measured difference =
                (Difference.Measured) Shares.newcombe(treated, control, Level.OF_95);
        assertThat(found.margin().high()).isGreaterThan(difference.interval().high() - 0.02);
        assertThat(found.pTooSmall() < 0.025).isEqualTo(found.margin().high() < 0);
        // A control of 200 of whom 3 bought by chance: three of a thousand would have.
        Equivalence luck =
                Equivalence.of(
                        new Share(9, 2_000),
                        new Share(3, 200),
                        new Worth.Relative(0.5),
                        Level.OF_95);
        assertThat(luck.pTooSmall()).isGreaterThan(0.01);
    }

    /** At a true effect of the worth "too small" is said in at most 2.5 % of samples. */
    @Test
    void aWorthwhileEffectIsSeldomCalledTooSmall() {
        SplittableRandom random = new SplittableRandom(5);
        for (int of : new int[] {500, 8_000}) {
            int small = 0;
            int runs = 4_000;
            for (int run = 0; run < runs; run++) {
                Equivalence found =
                        Equivalence.of(
                                sample(random, 0.0088, of),
                                sample(random, 0.0057, of),
                                new Worth.Absolute(0.0031),
                                Level.OF_95);
                small += found.margin().high() < 0 ? 1 : 0;
            }
            assertThat((double) small / runs).isLessThanOrEqualTo(0.025 + 3 * 0.0025);
        }
    }

    private static Share sample(SplittableRandom random, double p, int of) {
        int count = 0;
        for (int i = 0; i < of; i++) {
            count += random.nextDouble() < p ? 1 : 0;
        }
        return new Share(count, of);
    }

    /** The same return in everybody has no spread to invent. */
    @Test
    void aRatioThatIsTheSameInEverybodyIsSure() {
        double p = 0.05;
        double n = 1_000;
        double spread = n * p * (1 - p);
        Estimate roi =
                Ratios.of(
                        new Ratios.Pair(
                                new Moments(1_000, 15 * p, 225 * spread),
                                new Moments(1_000, 5 * p, 25 * spread),
                                75 * spread),
                        Lacking.NO_COST,
                        Lacking.NEGATIVE_COST,
                        Level.OF_95);
        assertThat(roi).isInstanceOf(Estimate.Bare.class);
        assertThat(((Estimate.Bare) roi).value()).isEqualTo(3, within(1e-12));
        assertThat(((Estimate.Bare) roi).why()).isEqualTo(Lacking.NO_SPREAD);
    }

    @Test
    void aDenominatorThatMayBeNothingGivesNoBounds() {
        Moments top = new Moments(50, 2, 300);
        assertThat(ratio(top, new Moments(50, 0.1, 40)))
                .isEqualTo(new Estimate.Bare(20, Lacking.UNSURE_DENOMINATOR));
        assertThat(ratio(top, new Moments(50, 0, 40)))
                .isEqualTo(new Estimate.Unknown(Lacking.NO_COST));
        assertThat(ratio(top, new Moments(50, -1, 4)))
                .isEqualTo(new Estimate.Unknown(Lacking.NEGATIVE_COST));
    }

    private static Estimate ratio(Moments top, Moments bottom) {
        return Ratios.of(
                new Ratios.Pair(top, bottom, 0),
                Lacking.NO_COST,
                Lacking.NEGATIVE_COST,
                Level.OF_95);
    }

    /**
     * A season of both arms: the control's rate falls from 13 % to 2 %, the gain stays 2 points.
     */
    @Test
    void aSeasonOfBothArmsIsNoFading() {
        List<Fading.Span> added = new ArrayList<>();
        List<Fading.Span> times = new ArrayList<>();
        List<Fading.Span> worn = new ArrayList<>();
        for (int week = 0; week < 14; week++) {
            double control = 0.12 * Math.pow(0.82, week) + 0.01;
            added.add(span(week, control + 0.02, control));
            times.add(span(week, control * 1.3, control));
            worn.add(span(week, 0.05 + 0.04 * Math.pow(0.7, week), 0.05));
        }
        assertThat(judged(added).fades(Level.OF_95)).isFalse();
        assertThat(judged(times).fades(Level.OF_95)).isFalse();
        assertThat(judged(worn).fades(Level.OF_95)).isTrue();
        assertThat(judged(worn).first()).isGreaterThan(judged(worn).last());
    }

    private static Fading.Judged judged(List<Fading.Span> spans) {
        return (Fading.Judged) Fading.of(spans, Level.OF_95);
    }

    private static Fading.Span span(int week, double treated, double control) {
        return new Fading.Span(
                week,
                new Share(Math.round(treated * 3_000), 3_000),
                new Share(Math.round(control * 3_000), 3_000));
    }

    @Test
    void fewPayersAreASparseFooting() {
        // 90 of 10,000 pay 111 each on average, most of them much the same.
        Moments like = new Moments(10_000, 1, 1_500_000);
        assertThat(Footing.of(like, 49, 100)).isEqualTo(Footing.SPARSE);
        assertThat(Footing.of(like, 90, 500)).isEqualTo(Footing.FIRM);
        assertThat(Footing.of(like, 90, 700)).isEqualTo(Footing.SPARSE);
        // The same, but what they pay varies as much as an exponential amount.
        Moments unlike = new Moments(10_000, 1, 2_250_000);
        assertThat(Footing.of(unlike, 90, 600)).isEqualTo(Footing.SPARSE);
        assertThat(Footing.of(unlike, 250, 600)).isEqualTo(Footing.SPARSE);
    }

    @Test
    void moneyThatVariesMuchNeedsMorePeople() {
        // Log-normal with a standard deviation of the logarithm of 1: an amount's skewness is 6.2.
        assertThat(Footing.of(logNormal(200), 200, 9)).isEqualTo(Footing.SPARSE);
        assertThat(Footing.of(logNormal(600), 600, 18)).isEqualTo(Footing.SPARSE);
        assertThat(Footing.of(logNormal(1_000), 1_000, 20)).isEqualTo(Footing.FIRM);
        assertThat(Footing.of(logNormal(1_000), 1_000, 30)).isEqualTo(Footing.SPARSE);
        // What varies little, or to both sides, needs no more.
        assertThat(Footing.of(new Moments(200, 100, 180_000), 200, 190)).isEqualTo(Footing.FIRM);
        assertThat(Footing.of(new Moments(200, 5, 180_000), 200, 90)).isEqualTo(Footing.FIRM);
    }

    private static Moments logNormal(long n) {
        return new Moments(n, 1, n * (Math.E - 1));
    }

    @Test
    void aSmallControlOfSkewedMoneyIsNoFootingForManyComparisons() {
        Footing.Skewed many = new Footing.Skewed(logNormal(9_000), 9_000, 60);
        Footing.Skewed few = new Footing.Skewed(logNormal(1_000), 1_000, 20);
        Level ofForty = Level.OF_95.dividedBy(40);
        assertThat(Footing.of(many, few, Level.OF_95)).isEqualTo(Footing.FIRM);
        assertThat(Footing.of(many, few, ofForty)).isEqualTo(Footing.SPARSE);
        assertThat(Footing.of(few, few, ofForty)).isEqualTo(Footing.FIRM);
    }
}
