package io.marquetry.effect.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Family;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Money;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Equivalence;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Fading;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Method;
import io.marquetry.effect.stats.Sequential;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Counts;
import io.marquetry.effect.sums.MoneySums;
import io.marquetry.effect.sums.OutcomeSums;
import io.marquetry.effect.watch.Shift;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

class AdviserTest {

    private static final Uplift NONE = new Uplift.NoControl(Uplift.Reason.NOT_RANDOMISED);
    private static final LocalDate MAY = LocalDate.of(2017, 5, 1);

    private final Adviser adviser = new Adviser(Thresholds.USUAL);

    @Test
    void tooFewPeopleAreNotEnoughEvidence() {
        Advice advice = adviser.advise(known(figures(99, 99, 50, 50), NONE));
        assertThat(advice)
                .isEqualTo(
                        new Advice.NotEnoughEvidence(
                                Advice.Reason.TOO_FEW, List.of(new Basis.People(99, 100))));
    }

    @Test
    void withoutAControlResponsesProveNothingAndTheNumberOfPeopleIsNamed() {
        Advice advice = adviser.advise(known(figures(1000, 1000, 900, 100), NONE));
        assertThat(advice).isInstanceOf(Advice.NotEnoughEvidence.class);
        assertThat(advice.basis())
                .singleElement()
                .isInstanceOfSatisfying(
                        Basis.Needed.class, needed -> assertThat(needed.each()).isEqualTo(14_751));
    }

    @Test
    void aProvenUpliftIsPromoted() {
        Advice advice = advise(shares(130, 1_000, 80, 1_000));
        assertThat(advice).isInstanceOf(Advice.Promote.class);
        assertThat(advice.basis().get(0)).isInstanceOf(Basis.Compared.class);
        assertThat(advice.basis().get(1)).isInstanceOf(Basis.Judged.class);
        assertThat(advice.basis())
                .anySatisfy(
                        basis ->
                                assertThat(basis)
                                        .isInstanceOfSatisfying(
                                                Basis.Turns.class,
                                                turns -> assertThat(turns.worth()).isPositive()));
    }

    @Test
    void whatOneOfManyShowsByChanceIsTestedFurther() {
        ArmComparison alone = shares(130, 1_000, 80, 1_000);
        for (double low : List.of(0.0001, -0.0001)) {
            ArmComparison oneOfMany =
                    shown(
                            alone,
                            new Difference.Measured(
                                    0.05,
                                    new Interval(low, 0.1 - low),
                                    low > 0 ? 0.049 : 0.051,
                                    Method.WALD));
            assertThat(advise(oneOfMany))
                    .isInstanceOf(low > 0 ? Advice.Promote.class : Advice.TestFurther.class);
        }
    }

    @Test
    void moneyIsTheGoalWhereItIsKnown() {
        Advice advice = advise(shares(130, 1_000, 80, 1_000), profit(-1, -1.5, -0.5, Footing.FIRM));
        assertThat(advice)
                .isInstanceOfSatisfying(
                        Advice.Rework.class,
                        rework -> {
                            assertThat(rework.part()).isEqualTo(Part.BENEFIT);
                            assertThat(rework.cause()).isEqualTo(Advice.Cause.COST);
                        });
        assertThat(((Basis.Compared) advice.basis().getFirst()).comparison().measure())
                .isEqualTo(Measure.PROFIT);
        assertThat(advise(shares(80, 1_000, 80, 1_000), profit(-1, -1.5, -0.5, Footing.FIRM)))
                .isInstanceOf(Advice.Retire.class);
        // Many convert, but what they bring is open.
        assertThat(advise(shares(130, 1_000, 80, 1_000), profit(1, -0.5, 2.5, Footing.FIRM)))
                .isInstanceOf(Advice.TestFurther.class);
    }

    @Test
    void moneyOfTooFewBuyersDecidesNothing() {
        ArmComparison sparse = profit(1, 0.5, 1.5, Footing.SPARSE);
        Advice advice = advise(shares(130, 1_000, 80, 1_000), sparse);
        assertThat(advice).isInstanceOf(Advice.Promote.class);
        assertThat(advice.basis()).contains(new Basis.StandsIn(Measure.CONVERSION, Measure.PROFIT));
        assertThat(advise(sparse))
                .isInstanceOfSatisfying(
                        Advice.TestFurther.class,
                        test -> assertThat(test.doubt()).isEqualTo(Advice.Doubt.SPARSE));
        // What conversion shows to be small may still be worth its money.
        assertThat(advise(shares(1_000_000, 10_000_000, 1_000_000, 10_000_000), sparse))
                .isInstanceOf(Advice.TestFurther.class);
    }

    @Test
    void harmNeedsTheWholeIntervalBelowNothing() {
        assertThat(advise(shares(80, 1_000, 130, 1_000)))
                .isInstanceOfSatisfying(
                        Advice.Retire.class,
                        retire -> assertThat(retire.proof()).isEqualTo(Advice.Proof.HARM));
        assertThat(advise(shares(100, 1_000, 110, 1_000))).isInstanceOf(Advice.TestFurther.class);
    }

    @Test
    void onlyAnIntervalBelowWhatIsWorthHavingRetires() {
        // +0.30 [-0.01, +0.61] pp: the interval holds far more than a tenth of the control's 0.5 %.
        Advice open = advise(shares(40, 5_000, 25, 5_000));
        assertThat(open)
                .isInstanceOfSatisfying(
                        Advice.TestFurther.class,
                        test -> {
                            assertThat(test.doubt()).isEqualTo(Advice.Doubt.OPEN);
                            assertThat(test.more().getAsLong()).isBetween(5_000L, 20_000L);
                        });
        Adviser half =
                new Adviser(
                        Thresholds.USUAL.with(
                                Map.of(Measure.CONVERSION, new Worth.Absolute(0.005))));
        Worth worth = new Worth.Absolute(0.005);
        assertThat(half.advise(measured(shares(40, 5_000, 25, 5_000, worth))))
                .isInstanceOf(Advice.TestFurther.class);
        assertThat(half.advise(measured(shares(25, 5_000, 25, 5_000, worth))))
                .isInstanceOfSatisfying(
                        Advice.Retire.class,
                        retire -> assertThat(retire.proof()).isEqualTo(Advice.Proof.TOO_SMALL));
        // Proven to be above 0, and proven to be too small.
        assertThat(advise(shares(1_010_000, 10_000_000, 1_000_000, 10_000_000)))
                .isInstanceOf(Advice.Retire.class);
    }

    @Test
    void beforeThePlannedPeopleAreThereOnlyWhatHoldsAtAnyLookIsTold() {
        ArmComparison found = shares(130, 1_000, 80, 1_000);
        ArmComparison open = early(found, new Interval(-0.01, 0.11));
        assertThat(advise(open))
                .isInstanceOfSatisfying(
                        Advice.TestFurther.class,
                        test -> assertThat(test.doubt()).isEqualTo(Advice.Doubt.EARLY));
        assertThat(advise(early(found, new Interval(0.01, 0.09))))
                .isInstanceOf(Advice.Promote.class);
        assertThat(
                        advise(
                                early(
                                        shares(1_000_000, 10_000_000, 1_000_000, 10_000_000),
                                        new Interval(-1, 1))))
                .isInstanceOf(Advice.TestFurther.class);
    }

    @Test
    void lowReachIsMendedBeforeAnythingIsRetired() {
        Case unreached =
                new Case(
                        Optional.of("A"),
                        figures(1000, 500, 100, 50),
                        1_000,
                        new Uplift.Measured(List.of(shares(81, 1_000, 80, 1_000))),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Set.of());
        assertThat(((Advice.Rework) adviser.advise(unreached)).part()).isEqualTo(Part.DELIVERY);
        Advice alone = adviser.advise(known(figures(1000, 500, 100, 50), NONE));
        assertThat(((Advice.Rework) alone).part()).isEqualTo(Part.DELIVERY);
    }

    @Test
    void onlyWhatWorksWearsOff() {
        Basis.Wore half = wore(0.10, 0.04);
        assertThat(adviser.advise(measured(shares(130, 1_000, 80, 1_000)).with(half)))
                .isInstanceOf(Advice.Pause.class);
        Advice slow = adviser.advise(measured(shares(130, 1_000, 80, 1_000)).with(wore(0.1, 0.08)));
        assertThat(((Advice.Rework) slow).cause()).isEqualTo(Advice.Cause.WEAR);
        assertThat(adviser.advise(measured(shares(82, 1_000, 80, 1_000)).with(half)))
                .isInstanceOf(Advice.TestFurther.class);
    }

    @Test
    void aChangeWithoutAControlIsToldAndNothingIsConcluded() {
        Basis.Changed changed =
                new Basis.Changed(
                        Measure.CONVERSION,
                        new Shift.Found(true, MAY, 0.1, 0.02, 0.001),
                        1,
                        500,
                        100);
        Case known =
                new Case(
                        Optional.of("A"),
                        figures(1000, 1000, 300, 100),
                        0,
                        NONE,
                        List.of(changed),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Set.of());
        Advice advice = adviser.advise(known);
        assertThat(advice).isInstanceOf(Advice.NotEnoughEvidence.class);
        assertThat(advice.basis()).contains(changed);
    }

    @Test
    void farBelowTheOthersIsReworkedUnlessItIsOneOfMany() {
        Figures own = figures(1000, 1000, 145, 40);
        Figures peers = figures(9000, 9000, 2000, 400);
        for (int among : List.of(2, 100_000)) {
            Case known =
                    new Case(
                            Optional.empty(),
                            own,
                            0,
                            NONE,
                            List.of(),
                            Optional.empty(),
                            Optional.of(peers),
                            among,
                            Set.of());
            Advice advice = adviser.advise(known);
            if (among == 2) {
                assertThat(((Advice.Rework) advice).part()).isEqualTo(Part.CONTENT);
            } else {
                assertThat(advice).isInstanceOf(Advice.NotEnoughEvidence.class);
            }
        }
    }

    @Test
    void thresholdsAreKeptInTheSettings() {
        Settings settings = new Remembered();
        assertThat(Thresholds.read(settings)).isEqualTo(Thresholds.USUAL);
        Thresholds other =
                new Thresholds(
                        7,
                        0.5,
                        Map.of(
                                Measure.PROFIT, new Worth.Absolute(0.25),
                                Measure.CONVERSION, new Worth.Absolute(0.005),
                                Measure.HIT, new Worth.Relative(0.2)),
                        0.25,
                        0.75);
        other.write(settings);
        assertThat(Thresholds.read(settings)).isEqualTo(other);
        settings.put("advice.lowestReach", "much");
        assertThat(Thresholds.read(settings)).isEqualTo(Thresholds.USUAL);
        assertThatThrownBy(() -> new Thresholds(0, 0.5, Map.of(), 0.25, 0.75))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aRiseThatWasKeptBeforeGoalsHadTheirOwnStaysTheConversions() {
        Settings settings = new Remembered();
        settings.put("advice.worthwhile", "0.005");
        Thresholds read = Thresholds.read(settings);
        assertThat(read.worth(Measure.CONVERSION)).contains(new Worth.Absolute(0.005));
        assertThat(read.worth(Measure.PROFIT)).contains(new Worth.Relative(0.1));
    }

    @Test
    void effectsWorthHavingAreWrittenWithTheirUnit() {
        for (String text : List.of("10%", "0.5pp", "12.5%")) {
            Worth worth = WorthText.parse(text, Measure.CONVERSION);
            assertThat(WorthText.write(worth, Measure.CONVERSION)).isEqualTo(text);
        }
        assertThat(WorthText.parse("0.5 PP", Measure.HIT)).isEqualTo(new Worth.Absolute(0.005));
        assertThat(WorthText.parse("0.2", Measure.PROFIT)).isEqualTo(new Worth.Absolute(0.2));
        for (String text : List.of("0.5", "0pp", "-1%", "", "%", "much", "pp", "1e999pp")) {
            assertThatThrownBy(() -> WorthText.parse(text, Measure.CONVERSION))
                    .as(text)
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> WorthText.parse("0.5pp", Measure.PROFIT))
                .isInstanceOf(ProblemException.class);
    }

    private Advice advise(ArmComparison... comparisons) {
        return adviser.advise(measured(comparisons));
    }

    private static Case measured(ArmComparison... comparisons) {
        return known(figures(1000, 1000, 300, 100), new Uplift.Measured(List.of(comparisons)));
    }

    private static Case known(Figures figures, Uplift uplift) {
        return new Case(
                Optional.of("A"),
                figures,
                1_000,
                uplift,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1,
                Set.of());
    }

    private static Basis.Wore wore(double before, double after) {
        Estimate.Known slope = new Estimate.Known(-0.01, new Interval(-0.02, -0.001));
        return new Basis.Wore(
                Measure.CONVERSION,
                new Fading.Judged(before, after, slope, 0.001, 9),
                MAY,
                MAY.plusWeeks(8),
                1);
    }

    private static ArmComparison shares(long count, long of, long held, long ofHeld) {
        return shares(count, of, held, ofHeld, new Worth.Relative(0.1));
    }

    private static ArmComparison shares(long count, long of, long held, long ofHeld, Worth worth) {
        Share first = new Share(count, of);
        Share second = new Share(held, ofHeld);
        Difference difference = Shares.compare(first, second, Level.OF_95);
        return new ArmComparison(
                Optional.of("A"),
                "none",
                Measure.CONVERSION,
                difference,
                difference,
                Optional.empty(),
                Optional.of(Equivalence.of(first, second, worth, Level.OF_95)),
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private static ArmComparison profit(double value, double low, double high, Footing footing) {
        return new ArmComparison(
                Optional.of("A"),
                "none",
                Measure.PROFIT,
                new Difference.Measured(value, new Interval(low, high), 0.5, Method.WELCH, footing),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private static ArmComparison shown(ArmComparison alone, Difference shown) {
        return new ArmComparison(
                alone.arm(),
                alone.against(),
                alone.measure(),
                shown,
                alone.plain(),
                Optional.of(new Family(Family.Kind.ARMS, 20, 20, Correction.HOLM)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                alone.needed());
    }

    private static ArmComparison early(ArmComparison found, Interval anyLook) {
        return new ArmComparison(
                found.arm(),
                found.against(),
                found.measure(),
                found.difference(),
                found.plain(),
                Optional.empty(),
                found.worth(),
                Optional.of(new Sequential(anyLook, 0.5, 0.4)),
                Optional.empty(),
                false,
                OptionalDouble.empty(),
                OptionalLong.empty());
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
