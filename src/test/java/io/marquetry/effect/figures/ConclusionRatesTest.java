package io.marquetry.effect.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Adviser;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Counts;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.MoneySums;
import io.marquetry.effect.sums.OutcomeSums;
import io.marquetry.effect.sums.SumRow;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * How often advice claims what is not there: many invented tests, judged as real ones are. Prints
 * the table of docs/effect-methods.md.
 */
@Tag("effects")
class ConclusionRatesTest {

    private static final int RUNS = Integer.getInteger("tests.runs", 2_000);
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final String HELD = "held";
    private static final int WEEKS = 14;

    @Test
    void withoutAnEffectNothingIsClaimedInMoreThanFivePercent() {
        for (double rate : new double[] {0.05, 0.005}) {
            for (int n : new int[] {200, 1_000, 10_000}) {
                Counted counted = arms(10, n, n, rate, rate, Thresholds.USUAL);
                print("no effect, 10 arms, rate " + rate, n, counted);
                assertThat(counted.share(counted.claimed)).isLessThanOrEqualTo(0.05);
            }
            for (int n : new int[] {900, 9_000}) {
                Counted counted = arms(10, n, n / 9, rate, rate, Thresholds.USUAL);
                print("no effect, 10 arms, a ninth as many held out, rate " + rate, n, counted);
                assertThat(counted.share(counted.claimed)).isLessThanOrEqualTo(0.05);
            }
        }
    }

    @Test
    void fortyPackagesWithoutAnEffectClaimSomethingInNoMoreThanFivePercent() {
        for (int n : new int[] {10, 100}) {
            Counted counted = packages(40, n, n, week -> 0.08, week -> 0.08);
            print("no effect, 40 packages, rate 0.08, 14 weeks", n * WEEKS, counted);
            assertThat(counted.share(counted.claimed)).isLessThanOrEqualTo(0.05);
        }
        Counted held = packages(40, 90, 10, week -> 0.08, week -> 0.08);
        print("no effect, 40 packages, a ninth as many held out", 90 * WEEKS, held);
        assertThat(held.share(held.claimed)).isLessThanOrEqualTo(0.05);
        Counted season =
                packages(40, 100, 100, ConclusionRatesTest::falling, ConclusionRatesTest::falling);
        print("no effect, 40 packages, falling season", 100 * WEEKS, season);
        assertThat(season.share(season.claimed)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void moneyWithoutAnEffectIsClaimedInNoMoreThanFivePercent() {
        for (int n : new int[] {200, 1_000, 10_000}) {
            Counted counted = money(10, n, n);
            print("no effect, 10 arms, money as of a mailing", n, counted);
            assertThat(counted.share(counted.claimed)).isLessThanOrEqualTo(0.05);
        }
        Counted held = money(10, 63_000, 7_000);
        print("no effect, 10 arms, money, a ninth as many held out", 63_000, held);
        assertThat(held.share(held.claimed)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void anEffectWorthHavingIsRetiredInNoMoreThanTwoAndAHalfPercent() {
        Thresholds points =
                Thresholds.USUAL.with(Map.of(Measure.CONVERSION, new Worth.Absolute(0.005)));
        for (int n : new int[] {200, 1_000, 8_000, 50_000}) {
            for (int held : new int[] {n, n / 9}) {
                String of = held == n ? "" : ", a ninth as many held out";
                Counted tenth = arms(1, n, held, 0.05, 0.055, Thresholds.USUAL);
                print("effect of the worth, 10 % of 0.05" + of, n, tenth);
                assertThat(tenth.share(tenth.retired)).isLessThanOrEqualTo(0.025);
                Counted half = arms(1, n, held, 0.00573, 0.01073, points);
                print("effect of the worth, 0.5 points on 0.00573" + of, n, half);
                assertThat(half.share(half.retired)).isLessThanOrEqualTo(0.025);
            }
        }
    }

    @Test
    void aSeasonInBothArmsWearsOffInNoMoreThanFivePercent() {
        Map<String, IntToDoubleFunction> seasons =
                Map.of(
                        "falling", ConclusionRatesTest::falling,
                        "step", week -> week < 6 ? 0.14 : 0.05,
                        "wave", week -> 0.09 + 0.05 * Math.sin(week),
                        "rising", week -> 0.03 + 0.008 * week);
        seasons.forEach(
                (name, season) -> {
                    for (boolean adds : new boolean[] {true, false}) {
                        Counted counted =
                                packages(
                                        1,
                                        3_000,
                                        3_000,
                                        season,
                                        week ->
                                                adds
                                                        ? season.applyAsDouble(week) + 0.02
                                                        : season.applyAsDouble(week) * 1.25);
                        print(
                                name + " season, effect " + (adds ? "+2 points" : "+25 %"),
                                3_000 * WEEKS,
                                counted);
                        assertThat(counted.share(counted.worn)).isLessThanOrEqualTo(0.05);
                    }
                });
        Counted wearing = packages(1, 3_000, 3_000, week -> 0.1, week -> week < 7 ? 0.16 : 0.11);
        print("effect falls from 6 to 1 point", 3_000 * WEEKS, wearing);
        assertThat(wearing.share(wearing.worn)).isGreaterThan(0.9);
    }

    private static double falling(int week) {
        return 0.12 * Math.pow(0.82, week) + 0.01;
    }

    /** Arms of one test against one control. */
    private static Counted arms(
            int arms, int n, int held, double control, double rate, Thresholds thresholds) {
        SplittableRandom random = new SplittableRandom(31L * n + held);
        Binomial without = new Binomial(held, control);
        Binomial with = new Binomial(n, rate);
        Counted counted = new Counted();
        for (int run = 0; run < RUNS; run++) {
            List<SumRow> rows = new ArrayList<>();
            rows.add(new SumRow(HELD, List.of(), sums(held, without.draw(random))));
            for (int arm = 0; arm < arms; arm++) {
                rows.add(new SumRow("arm " + arm, List.of(), sums(n, with.draw(random))));
            }
            counted.add(advised(set(false), rows, thresholds));
        }
        return counted;
    }

    /** Packages with a control each, over weeks; n people a week treated, some held out. */
    private static Counted packages(
            int packages,
            int n,
            int held,
            IntToDoubleFunction control,
            IntToDoubleFunction treated) {
        SplittableRandom random = new SplittableRandom(packages + n);
        Counted counted = new Counted();
        List<Binomial> without = new ArrayList<>();
        List<Binomial> with = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            without.add(new Binomial(held, control.applyAsDouble(week)));
            with.add(new Binomial(n, treated.applyAsDouble(week)));
        }
        // That many claim in almost 5 %: with five times the runs chance is no more than 0.2 %.
        int runs = packages > 1 && n == 100 && held == n && !isSeason(control) ? 5 * RUNS : RUNS;
        for (int run = 0; run < runs; run++) {
            List<SumRow> rows = new ArrayList<>();
            for (int pack = 0; pack < packages; pack++) {
                for (int week = 0; week < WEEKS; week++) {
                    List<GroupValue> values =
                            List.of(
                                    new GroupValue.Is("pack " + pack),
                                    new GroupValue.Begins(MONDAY.plusWeeks(week)));
                    rows.add(new SumRow(HELD, values, sums(held, without.get(week).draw(random))));
                    rows.add(new SumRow("mail", values, sums(n, with.get(week).draw(random))));
                }
            }
            counted.add(advised(set(false), rows, Thresholds.USUAL));
        }
        return counted;
    }

    private static boolean isSeason(IntToDoubleFunction rate) {
        return rate.applyAsDouble(0) != rate.applyAsDouble(1);
    }

    /** Nine of a thousand buy, for lognormal amounts of about 110. */
    private static Counted money(int arms, int n, int held) {
        SplittableRandom random = new SplittableRandom(n + 7L * held);
        Binomial without = new Binomial(held, 0.009);
        Binomial with = new Binomial(n, 0.009);
        Counted counted = new Counted();
        for (int run = 0; run < RUNS; run++) {
            List<SumRow> rows = new ArrayList<>();
            for (int arm = 0; arm <= arms; arm++) {
                rows.add(
                        arm == 0
                                ? new SumRow(HELD, List.of(), spent(held, without, random))
                                : new SumRow("arm " + arm, List.of(), spent(n, with, random)));
            }
            counted.add(advised(set(true), rows, Thresholds.USUAL));
        }
        return counted;
    }

    private static OutcomeSums spent(int n, Binomial who, SplittableRandom random) {
        long buyers = who.draw(random);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        BigDecimal largest = BigDecimal.ZERO;
        for (long i = 0; i < buyers; i++) {
            double amount = Math.exp(4.4 + 0.8 * random.nextGaussian());
            BigDecimal exact = BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
            sum = sum.add(exact);
            squares = squares.add(exact.multiply(exact));
            largest = largest.max(exact);
        }
        BigDecimal none = BigDecimal.ZERO;
        return new OutcomeSums(
                counts(n, buyers),
                new MoneySums(
                        n,
                        0,
                        buyers,
                        0,
                        sum,
                        squares,
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        new MoneySums.Tails(buyers, 0, largest, none)));
    }

    private static OutcomeSums sums(long n, long converted) {
        return new OutcomeSums(counts(n, converted), MoneySums.NONE);
    }

    private static Counts counts(long n, long converted) {
        return new Counts(n, n, 0, 0, converted, 0, converted, 0);
    }

    /** Counts of how many of n do it, drawn at once. */
    private static final class Binomial {

        private final double[] upTo;
        private final int from;

        Binomial(int n, double rate) {
            BinomialDistribution all = BinomialDistribution.of(n, rate);
            from = all.inverseCumulativeProbability(1e-12);
            int to = all.inverseSurvivalProbability(1e-12);
            upTo = new double[to - from + 1];
            for (int i = 0; i < upTo.length; i++) {
                upTo[i] = all.cumulativeProbability(from + i);
            }
        }

        long draw(SplittableRandom random) {
            int found = Arrays.binarySearch(upTo, random.nextDouble());
            return (long) from + Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
        }
    }

    private static List<Advised> advised(OutcomeSet set, List<SumRow> rows, Thresholds thresholds) {
        EffectRequest request = EffectRequest.plain().with(thresholds.worth());
        boolean timed = !rows.getFirst().values().isEmpty();
        List<SumRow> everybody = rolled(rows, 0);
        Groups groups = new Groups(set.mapping(), set.design(), request, everybody);
        List<Division> divisions =
                timed
                        ? List.of(
                                groups.division(Advisory.PACKAGES, rolled(rows, 1)),
                                groups.division(Advisory.PACKAGES_BY_WEEK, rows))
                        : List.of();
        EffectAnswer answer =
                new EffectAnswer(
                        set, Instant.EPOCH, request, groups.all(everybody), divisions, List.of());
        return new Advisory(new Adviser(thresholds)).of(answer);
    }

    private static List<SumRow> rolled(List<SumRow> rows, int dimensions) {
        Map<List<Object>, SumRow> sums = new LinkedHashMap<>();
        for (SumRow row : rows) {
            List<GroupValue> values =
                    row.values().subList(0, Math.min(dimensions, row.values().size()));
            sums.merge(
                    List.of(row.arm(), values),
                    new SumRow(row.arm(), values, row.sums()),
                    (one, other) ->
                            new SumRow(one.arm(), one.values(), one.sums().plus(other.sums())));
        }
        return List.copyOf(sums.values());
    }

    private static OutcomeSet set(boolean money) {
        Map<OutcomeRole, ColumnUse> columns = new EnumMap<>(OutcomeRole.class);
        columns.put(OutcomeRole.ARM, ColumnUse.of("arm"));
        columns.put(OutcomeRole.CONVERTED, ColumnUse.of("bought"));
        if (money) {
            columns.put(OutcomeRole.REVENUE, ColumnUse.of("spent"));
        }
        return new OutcomeSet(
                new OutcomeName("invented"),
                "Invented",
                new OutcomeOrigin.InPlace(new SourceName("nowhere")),
                new OutcomeMapping(new OutcomeLayout.PerProfile(Optional.empty()), columns),
                new Design.Randomised(HELD),
                Map.of(),
                Instant.EPOCH);
    }

    private static void print(String what, int n, Counted counted) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1f %% | %.1f %% | %.1f %% | %s | %.1f %% |%n",
                what,
                n,
                100 * counted.share(counted.promoted),
                100 * counted.share(counted.harmed),
                100 * counted.share(counted.worn),
                counted.claimed(),
                100 * counted.share(counted.retired));
    }

    /** In how many tests something was advised at least once. */
    private static final class Counted {

        private int runs;
        private int promoted;
        private int harmed;
        private int worn;
        private int claimed;
        private int retired;

        void add(List<Advised> advised) {
            boolean promotes = advised.stream().anyMatch(a -> a.advice() instanceof Advice.Promote);
            boolean harms = retires(advised, Advice.Proof.HARM);
            boolean wears =
                    advised.stream()
                            .anyMatch(
                                    a ->
                                            a.advice() instanceof Advice.Pause
                                                    || a.advice() instanceof Advice.Rework rework
                                                            && rework.cause() == Advice.Cause.WEAR);
            runs++;
            promoted += promotes ? 1 : 0;
            harmed += harms ? 1 : 0;
            worn += wears ? 1 : 0;
            claimed += promotes || harms || wears ? 1 : 0;
            retired += retires(advised, Advice.Proof.TOO_SMALL) || harms ? 1 : 0;
        }

        double share(int count) {
            return (double) count / runs;
        }

        /** With the exact interval of the simulation itself: C. J. Clopper, E. S. Pearson 1934. */
        String claimed() {
            double low =
                    claimed == 0
                            ? 0
                            : BetaDistribution.of(claimed, runs - claimed + 1.0)
                                    .inverseCumulativeProbability(0.025);
            double high =
                    claimed == runs
                            ? 1
                            : BetaDistribution.of(claimed + 1.0, runs - claimed)
                                    .inverseCumulativeProbability(0.975);
            return String.format(
                    Locale.ROOT,
                    "%.2f %% (%.1f to %.1f)",
                    100 * share(claimed),
                    100 * low,
                    100 * high);
        }

        private static boolean retires(List<Advised> advised, Advice.Proof proof) {
            return advised.stream()
                    .anyMatch(
                            a ->
                                    a.advice() instanceof Advice.Retire retire
                                            && retire.proof() == proof);
        }
    }
}
