package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A control of few people who are in several rows: the intervals of differences that are not marked
 * hold the truth as often as they say. The table of docs/effect-methods.md; some seconds.
 */
class FewPeopleTest {

    private static final int TREATED = 600;
    private static final int RUNS = 1_000;

    /**
     * How fast people with many rows get rare: of 10 times as many rows 10^(1/tail) times fewer.
     */
    private static final double[] TAILS = {0.8, 1};

    private static final int[] CROWDS = {60, 300, 1_000, 3_000, 10_000};
    private static final int[] HELD = {8, 15, 30, 60, 120, 240};

    /** What is left of their variance is rounding: 94 rows of 93 people once were told as none. */
    @ParameterizedTest
    @ValueSource(longs = {0, 47, 94})
    void peopleWhoAreAllAlikeAreCountedByTheirRows(long did) {
        Estimate told = new Clustered(93, 8.7e-19).share(new Share(did, 94), 96, Level.OF_95);
        assertThat(told)
                .isEqualTo(new Clustered(93, 0).share(new Share(did, 94), 96, Level.OF_95))
                .isInstanceOf(Estimate.Known.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.1, 0.02})
    void intervalsOfFewPeopleHoldTheTruthOrAreMarked(double rate) {
        StringBuilder line = new StringBuilder("| %.0f %% |".formatted(100 * rate));
        for (int held : HELD) {
            SplittableRandom random = new SplittableRandom(held * 31L + Math.round(1_000 * rate));
            int firm = 0;
            int firmHolds = 0;
            int holds = 0;
            for (int run = 0; run < RUNS; run++) {
                Arm first = Arm.of(rate, TREATED, random);
                Arm second = Arm.of(rate, held, random);
                if (first.compared(second) instanceof Difference.Measured found) {
                    int hold = found.interval().contains(0) ? 1 : 0;
                    holds += hold;
                    firm += found.footing() == Footing.FIRM ? 1 : 0;
                    firmHolds += found.footing() == Footing.FIRM ? hold : 0;
                }
            }
            line.append(
                    " %.1f, %.0f %% marked |"
                            .formatted(100.0 * holds / RUNS, 100.0 * (RUNS - firm) / RUNS));
            if (20 * firm > RUNS) {
                double error = 2 * Math.sqrt(0.05 * 0.95 / firm);
                assertThat((double) firmHolds / firm)
                        .as("rate %s, %s held out, %s unmarked", rate, held, firm)
                        .isBetween(0.935 - error, 0.965 + error);
            }
        }
        System.out.println(line);
    }

    @Test
    void controlWithoutACaseMakesNoIntervalShort() {
        // Eight people of whom nobody did: their own rows vary by nothing.
        Arm control = new Arm(8, 24, 0, 0, 80);
        Arm treated = Arm.of(0.1, TREATED, new SplittableRandom(1));
        Difference.Measured found = (Difference.Measured) treated.compared(control);
        assertThat(found.interval().low()).isPositive();
        assertThat(found.verdict()).isEqualTo(Verdict.UNSURE);
    }

    @Test
    void peopleCountByHowManyRowsAreTheirs() {
        // Sixty with five rows each are sixty; one of them with 600 more is most of what is told.
        assertThat(Footing.ofPeople(60, 300, 60 * 25)).isEqualTo(Footing.FIRM);
        assertThat(Footing.ofPeople(60, 900, 59 * 25 + 605.0 * 605)).isEqualTo(Footing.SPARSE);
        assertThat(Footing.ofPeople(40, 40, 40)).isEqualTo(Footing.SPARSE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.05})
    void sharesOfPeopleWithVeryUnequalRowsHoldTheTruthOrAreMarked(double rate) {
        StringBuilder line = new StringBuilder("| %.0f %% |".formatted(100 * rate));
        for (double tail : TAILS) {
            for (int people : CROWDS) {
                SplittableRandom random = new SplittableRandom(people * 31L + Math.round(9 * tail));
                int firm = 0;
                int firmHolds = 0;
                int holds = 0;
                for (int run = 0; run < RUNS; run++) {
                    Arm arm = Arm.of(rate, people, tail, random);
                    int hold = arm.holds(rate) ? 1 : 0;
                    boolean isFirm =
                            Footing.ofPeople(people, (double) arm.rows, arm.sizes) == Footing.FIRM;
                    holds += hold;
                    firm += isFirm ? 1 : 0;
                    firmHolds += isFirm ? hold : 0;
                }
                line.append(
                        " %.1f, %.0f %% marked |"
                                .formatted(100.0 * holds / RUNS, 100.0 * (RUNS - firm) / RUNS));
                if (20 * firm > RUNS) {
                    double error = 2 * Math.sqrt(0.05 * 0.95 / firm);
                    assertThat((double) firmHolds / firm)
                            .as("rate %s, tail %s, %s people, %s firm", rate, tail, people, firm)
                            .isBetween(0.935 - error, 0.965 + error);
                }
            }
        }
        System.out.println(line);
    }

    /** People with one to five rows; half of the chance is the person's own. */
    private record Arm(long people, long rows, long count, double squares, double sizes) {

        static Arm of(double rate, int people, SplittableRandom random) {
            int[] rows = new int[people];
            Arrays.setAll(rows, i -> 1 + random.nextInt(5));
            return of(rate, rows, random);
        }

        /** With rows that are Pareto's, 2,000 at most. */
        static Arm of(double rate, int people, double tail, SplittableRandom random) {
            int[] rows = new int[people];
            Arrays.setAll(
                    rows,
                    i ->
                            (int)
                                    Math.min(
                                            2_000,
                                            Math.ceil(Math.pow(1 - random.nextDouble(), -tail))));
            return of(rate, rows, random);
        }

        private static Arm of(double rate, int[] rows, SplittableRandom random) {
            int people = rows.length;
            int[] counts = new int[people];
            long all = 0;
            long count = 0;
            double sizes = 0;
            for (int i = 0; i < people; i++) {
                double own = random.nextBoolean() ? rate * 0.2 : rate * 1.8;
                for (int row = 0; row < rows[i]; row++) {
                    counts[i] += random.nextDouble() < own ? 1 : 0;
                }
                all += rows[i];
                count += counts[i];
                sizes += (double) rows[i] * rows[i];
            }
            double squares = 0;
            for (int i = 0; i < people; i++) {
                double off = (counts[i] - (double) count / all * rows[i]) / all;
                squares += off * off;
            }
            return new Arm(people, all, count, squares, sizes);
        }

        boolean holds(double rate) {
            return new Clustered(people, squares).share(share(), sizes, Level.OF_95)
                            instanceof Estimate.Known known
                    && known.interval().contains(rate);
        }

        Share share() {
            return new Share(count, rows);
        }

        Footing footing() {
            return Footing.ofPeople(share(), people, squares, sizes);
        }

        Difference compared(Arm other) {
            return new Clustered(people + other.people, squares + other.squares)
                    .difference(share().value() - other.share().value(), Level.OF_95)
                    .on(footing().and(other.footing()));
        }
    }
}
