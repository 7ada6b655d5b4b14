package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** How often something is claimed where there is nothing to claim; {@code -Peffects}. */
@Tag("effects")
class ClaimsTest {

    private static final int RUNS = 2_000;

    /** What chance adds to a share of 5 % of so many runs, three standard errors. */
    private static final double CHANCE = 3 * Math.sqrt(0.05 * 0.95 / RUNS);

    private final SplittableRandom random = new SplittableRandom(20_261_128);

    @Test
    void tenArmsWithoutEffectClaimSomethingInAtMostFivePercentOfTests() {
        int plain = 0;
        int corrected = 0;
        for (int run = 0; run < RUNS; run++) {
            Share control = share(0.05, 4_000);
            List<Difference.Measured> found = new ArrayList<>();
            List<Share> arms = new ArrayList<>();
            for (int arm = 0; arm < 10; arm++) {
                arms.add(share(0.05, 4_000));
                found.add(measured(arms.get(arm), control, Level.OF_95));
            }
            List<Level> levels =
                    Correction.HOLM.levels(
                            found.stream().map(Difference.Measured::pValue).toList(), Level.OF_95);
            boolean any = false;
            for (int arm = 0; arm < 10; arm++) {
                any |= claims(measured(arms.get(arm), control, levels.get(arm)));
            }
            corrected += any ? 1 : 0;
            plain += found.stream().anyMatch(ClaimsTest::claims) ? 1 : 0;
        }
        tell("10 arms without effect, something claimed: not corrected", plain);
        tell("10 arms without effect, something claimed: by Holm", corrected);
        assertThat(part(corrected)).isLessThanOrEqualTo(0.05 + CHANCE);
    }

    @Test
    void aCommonSeasonWearsOffInAtMostFivePercentOfTests() {
        IntToDoubleFunction level = week -> 0.05;
        IntToDoubleFunction falling = week -> 0.12 * Math.pow(0.82, week) + 0.01;
        IntToDoubleFunction waves = week -> 0.06 + 0.04 * Math.sin(week / 2.0);
        IntToDoubleFunction drop = week -> week < 7 ? 0.12 : 0.03;
        int i = 0;
        for (IntToDoubleFunction season : List.of(level, falling, waves, drop)) {
            i++;
            int added = 0;
            int times = 0;
            for (int run = 0; run < RUNS; run++) {
                added += fades(season, p -> p + 0.02, 3_000) ? 1 : 0;
                times += fades(season, p -> p * 1.3, 3_000) ? 1 : 0;
            }
            tell("season " + i + ", a gain of 2 points: wears off", added);
            tell("season " + i + ", a gain of 30 %: wears off", times);
            assertThat(part(added)).isLessThanOrEqualTo(0.05 + CHANCE);
            assertThat(part(times)).isLessThanOrEqualTo(0.05 + CHANCE);
        }
    }

    @Test
    void fortyPackagesWithoutChangeWearOffInAtMostFivePercentOfScreens() {
        int any = 0;
        for (int run = 0; run < RUNS / 4; run++) {
            List<Double> pValues = new ArrayList<>();
            for (int pack = 0; pack < 40; pack++) {
                pValues.add(judged(week -> 0.05, p -> p + 0.02, 1_500).pValue());
            }
            any += Correction.HOLM.adjust(pValues).stream().anyMatch(p -> p < 0.05) ? 1 : 0;
        }
        System.out.printf(
                "40 packages without change, some wears off: %.1f %%%n", 400.0 * any / RUNS);
        assertThat(4.0 * any / RUNS).isLessThanOrEqualTo(0.05 + 2 * CHANCE);
    }

    @Test
    void aRealFadingIsFound() {
        int found = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Fading.Span> spans = new ArrayList<>();
            for (int week = 0; week < 14; week++) {
                double gain = 0.03 * (1 - week / 13.0);
                spans.add(new Fading.Span(week, share(0.05 + gain, 3_000), share(0.05, 3_000)));
            }
            found += ((Fading.Judged) Fading.of(spans, Level.OF_95)).fades(Level.OF_95) ? 1 : 0;
        }
        tell("a gain that falls from 3 points to none in 14 weeks: found", found);
        assertThat(part(found)).isGreaterThan(0.8);
    }

    @Test
    void lookingTwentyTimesClaimsNoMoreOften() {
        int fixed = 0;
        int always = 0;
        for (int run = 0; run < RUNS; run++) {
            long one = 0;
            long other = 0;
            boolean anyFixed = false;
            boolean anyAlways = false;
            for (int look = 1; look <= 20; look++) {
                one += share(0.1, 500).count();
                other += share(0.1, 500).count();
                Share first = new Share(one, 500L * look);
                Share second = new Share(other, 500L * look);
                anyFixed |= claims(measured(first, second, Level.OF_95));
                anyAlways |=
                        Sequential.of(
                                                first.value() - second.value(),
                                                Shares.error(first, second),
                                                look / 20.0,
                                                Level.OF_95)
                                        .verdict()
                                != Verdict.INCONCLUSIVE;
            }
            fixed += anyFixed ? 1 : 0;
            always += anyAlways ? 1 : 0;
        }
        tell("20 looks at no effect, something claimed: interval of the end", fixed);
        tell("20 looks at no effect, something claimed: always-valid interval", always);
        assertThat(part(always)).isLessThanOrEqualTo(0.05 + CHANCE);
        assertThat(part(fixed)).isGreaterThan(0.1);
    }

    @Test
    void aWorthwhileEffectIsCalledTooSmallInAtMostOneOfFortyTests() {
        for (int of : new int[] {500, 2_000, 8_000, 50_000}) {
            for (Worth worth : List.of(new Worth.Absolute(0.005), new Worth.Relative(0.5))) {
                int runs = 10 * RUNS;
                int small = 0;
                for (int run = 0; run < runs; run++) {
                    Equivalence found =
                            Equivalence.of(share(0.015, of), share(0.01, of), worth, Level.OF_95);
                    small += found.margin().high() < 0 ? 1 : 0;
                }
                double part = (double) small / runs;
                System.out.printf(
                        "a worthwhile effect, %d an arm, %s: too small: %.2f %%%n",
                        of, worth, 100 * part);
                assertThat(part).isLessThanOrEqualTo(0.025 + 3 * Math.sqrt(0.025 / runs));
            }
        }
    }

    private boolean fades(IntToDoubleFunction season, DoubleUnaryOperator gain, int people) {
        return judged(season, gain, people).fades(Level.OF_95);
    }

    private Fading.Judged judged(IntToDoubleFunction season, DoubleUnaryOperator gain, int people) {
        List<Fading.Span> spans = new ArrayList<>();
        for (int week = 0; week < 14; week++) {
            double p = season.applyAsDouble(week);
            spans.add(
                    new Fading.Span(week, share(gain.applyAsDouble(p), people), share(p, people)));
        }
        return (Fading.Judged) Fading.of(spans, Level.OF_95);
    }

    private Share share(double p, int of) {
        return new Share(
                BinomialDistribution.of(of, p).inverseCumulativeProbability(random.nextDouble()),
                of);
    }

    private static boolean claims(Difference.Measured found) {
        return found.verdict() != Verdict.INCONCLUSIVE;
    }

    private static Difference.Measured measured(Share first, Share second, Level level) {
        return (Difference.Measured) Shares.compare(first, second, level);
    }

    private static double part(int of) {
        return (double) of / RUNS;
    }

    private static void tell(String what, int of) {
        System.out.printf("%s: %.1f %%%n", what, 100.0 * of / RUNS);
    }
}
