package io.marquetry.effect.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.Counts;
import io.marquetry.effect.figures.Family;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Money;
import io.marquetry.effect.figures.MoneySums;
import io.marquetry.effect.figures.OutcomeSums;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Method;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;
import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.Trend;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

class AdviserTest {

    private static final Uplift NONE = new Uplift.NoControl(Uplift.Reason.NOT_RANDOMISED);

    private final Adviser adviser = new Adviser(Thresholds.USUAL);

    @Test
    void tooFewPeopleAreNotEnoughEvidence() {
        Advice advice = adviser.advise(known(figures(99, 99, 50, 50), NONE, List.of()));
        assertThat(advice)
                .isEqualTo(
                        new Advice.NotEnoughEvidence(
                                Advice.Reason.TOO_FEW, List.of(new Basis.People(99, 100))));
    }

    @Test
    void withoutAControlResponsesProveNothing() {
        Advice advice = adviser.advise(known(figures(1000, 1000, 900, 800), NONE, List.of()));
        assertThat(advice)
                .isEqualTo(new Advice.NotEnoughEvidence(Advice.Reason.NO_CONTROL, List.of()));
    }

    @Test
    void aProvenUpliftIsPromoted() {
        Advice advice = adviser.advise(measured(0.005, 0.002, 0.008, 0.003));
        assertThat(advice).isInstanceOf(Advice.Promote.class);
        assertThat(advice.basis()).hasSize(1).first().isInstanceOf(Basis.Compared.class);
    }

    @Test
    void whatOneOfManyPackagesShowsByChanceIsTestedFurther() {
        Comparison alone = comparison(Measure.CONVERSION, 0.005, 0.002, 0.008, 0.003);
        for (double low : List.of(0.0001, -0.0001)) {
            Comparison oneOfMany =
                    new Comparison(
                            alone.arm(),
                            alone.against(),
                            alone.measure(),
                            new Difference.Measured(
                                    0.005,
                                    new Interval(low, 0.01 - low),
                                    low > 0 ? 0.049 : 0.051,
                                    Method.WALD),
                            alone.plain(),
                            Optional.of(new Family(Family.Kind.ARMS, 20, 20, Correction.HOLM)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalDouble.of(0.02),
                            alone.needed());
            Uplift uplift = new Uplift.Measured(List.of(oneOfMany));
            assertThat(adviser.advise(known(figures(1000, 1000, 300, 100), uplift, List.of())))
                    .isInstanceOf(low > 0 ? Advice.Promote.class : Advice.TestFurther.class);
        }
    }

    @Test
    void anUpliftThatCostsMoreThanItBringsNeedsAnotherBenefit() {
        Uplift uplift =
                new Uplift.Measured(
                        List.of(
                                comparison(Measure.CONVERSION, 0.005, 0.002, 0.008, 0.003),
                                comparison(Measure.PROFIT, -1, -1.5, -0.5, 0.4)));
        Advice advice = adviser.advise(known(figures(1000, 1000, 300, 100), uplift, List.of()));
        assertThat(advice).isInstanceOf(Advice.Rework.class);
        assertThat(((Advice.Rework) advice).part()).isEqualTo(Part.BENEFIT);
        assertThat(advice.basis()).hasSize(2);
    }

    @Test
    void harmIsRetired() {
        assertThat(adviser.advise(measured(-0.005, -0.008, -0.002, 0.003)))
                .isInstanceOf(Advice.Retire.class);
    }

    @Test
    void nothingSeenByEnoughPeopleIsRetiredByTooFewIsTestedFurther() {
        assertThat(adviser.advise(measured(0.0001, -0.002, 0.0022, 0.003)))
                .isInstanceOf(Advice.Retire.class);
        Advice further = adviser.advise(measured(0.004, -0.002, 0.010, 0.02));
        assertThat(further).isInstanceOf(Advice.TestFurther.class);
        assertThat(((Advice.TestFurther) further).needed()).hasValue(4711);
    }

    @Test
    void lowReachIsMendedFirst() {
        Advice advice = adviser.advise(known(figures(1000, 500, 100, 50), NONE, List.of()));
        assertThat(advice).isInstanceOf(Advice.Rework.class);
        assertThat(((Advice.Rework) advice).part()).isEqualTo(Part.DELIVERY);
    }

    @Test
    void decayPausesOrReworks() {
        assertThat(advised(decay(Measure.CONVERSION, 0.04))).isInstanceOf(Advice.Pause.class);
        assertThat(((Advice.Rework) advised(decay(Measure.CONVERSION, 0.08))).part())
                .isEqualTo(Part.BENEFIT);
        assertThat(((Advice.Rework) advised(decay(Measure.HIT, 0.08))).part())
                .isEqualTo(Part.CONTENT);
    }

    @Test
    void farBelowTheOthersIsReworked() {
        Figures own = figures(1000, 1000, 50, 40);
        Figures peers = figures(9000, 9000, 2000, 400);
        Advice advice =
                adviser.advise(
                        new Case(Optional.empty(), own, NONE, List.of(), Optional.of(peers)));
        assertThat(((Advice.Rework) advice).part()).isEqualTo(Part.CONTENT);
    }

    @Test
    void thresholdsAreKeptInTheSettings() {
        Settings settings = new Remembered();
        assertThat(Thresholds.read(settings)).isEqualTo(Thresholds.USUAL);
        Thresholds other = new Thresholds(7, 0.5, 0.01, 0.25, 0.75);
        other.write(settings);
        assertThat(Thresholds.read(settings)).isEqualTo(other);
        settings.put("advice.lowestReach", "much");
        assertThat(Thresholds.read(settings)).isEqualTo(Thresholds.USUAL);
        assertThatThrownBy(() -> new Thresholds(0, 0.5, 0.01, 0.25, 0.75))
                .isInstanceOf(ProblemException.class);
    }

    private Advice advised(Trend trend) {
        return adviser.advise(known(figures(1000, 1000, 300, 100), NONE, List.of(trend)));
    }

    private static Trend decay(Measure measure, double after) {
        return new Trend(
                List.of(),
                measure,
                List.of(),
                List.of(),
                new Shift.Found(true, LocalDate.of(2017, 5, 1), 0.1, after, 0.001));
    }

    private static Case measured(double value, double low, double high, double detectable) {
        Uplift uplift =
                new Uplift.Measured(
                        List.of(comparison(Measure.CONVERSION, value, low, high, detectable)));
        return known(figures(1000, 1000, 300, 100), uplift, List.of());
    }

    private static Comparison comparison(
            Measure measure, double value, double low, double high, double detectable) {
        return new Comparison(
                Optional.of("A"),
                "none",
                measure,
                new Difference.Measured(value, new Interval(low, high), 0.5, Method.WALD),
                OptionalDouble.of(detectable),
                OptionalLong.of(4711));
    }

    private static Case known(Figures figures, Uplift uplift, List<Trend> trends) {
        return new Case(Optional.of("A"), figures, uplift, trends, Optional.empty());
    }

    private static Figures figures(long targeted, long delivered, long hit, long converted) {
        Estimate none = new Estimate.Unknown(Lacking.NOT_RECORDED);
        Money money = new Money(BigDecimal.ZERO, none);
        return new Figures(
                new OutcomeSums(
                        new Counts(
                                targeted, targeted, delivered, hit, converted, hit, converted, 0),
                        MoneySums.NONE),
                rate(delivered, targeted),
                rate(hit, targeted),
                rate(converted, targeted),
                money,
                money,
                money,
                none);
    }

    private static Rate rate(long count, long of) {
        return new Rate(count, of, Shares.wilson(new Share(count, of), Level.OF_95));
    }

    private static final class Remembered implements Settings {

        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void put(String name, String content) {
            kept.put(name, content);
        }
    }
}
