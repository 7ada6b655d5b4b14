package io.marquetry.effect.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often the intervals that are printed hold the truth, and how often nothing is claimed where
 * there is nothing; the tables of docs/effect-methods.md. Some minutes: {@code -Peffects}.
 */
@Tag("effects")
class CoverageTest {

    private static final int[] SIZES = {200, 1_000, 10_000};

    /** How money comes. */
    private enum Population {
        NORMAL,
        SKEWED,
        SPARSE;

        /** A head's revenue. */
        double revenue(SplittableRandom random) {
            return switch (this) {
                case NORMAL -> 100 + 30 * random.nextGaussian();
                case SKEWED -> Math.exp(2 + random.nextGaussian());
                // As in Hillstrom's test: 0.9 % buy, for 29 to 499, 116 on average, skewness 1.7.
                case SPARSE ->
                        random.nextDouble() < 0.009
                                ? Math.min(499, 29 - 87 * Math.log(1 - random.nextDouble()))
                                : 0;
            };
        }

        double mean() {
            return switch (this) {
                case NORMAL -> 100;
                case SKEWED -> Math.exp(2.5);
                case SPARSE -> 0.009 * (29 + 87 * (1 - Math.exp(-470.0 / 87)));
            };
        }

        double cost(SplittableRandom random) {
            return switch (this) {
                case NORMAL -> 20 + 5 * random.nextGaussian();
                case SKEWED -> -5 * Math.log(1 - random.nextDouble());
                case SPARSE -> 0.1 + (random.nextDouble() < 0.2 ? 0.4 * random.nextDouble() : 0);
            };
        }

        double meanCost() {
            return switch (this) {
                case NORMAL -> 20;
                case SKEWED -> 5;
                case SPARSE -> 0.14;
            };
        }

        double conversion() {
            return switch (this) {
                case NORMAL -> 0.3;
                case SKEWED -> 0.1;
                case SPARSE -> 0.009;
            };
        }
    }

    /** Coverage in %. */
    @Test
    void intervalsHoldTheTruthOrSayThatTheyMayNot() {
        List<String> wrong = new ArrayList<>();
        System.out.println("| interval | money | n = 200 | 1,000 | 10,000 |");
        System.out.println("|---|---|---|---|---|");
        for (Population population : Population.values()) {
            for (Printed printed : Printed.values()) {
                StringBuilder line =
                        new StringBuilder(
                                "| %s | %s |"
                                        .formatted(
                                                printed.words,
                                                population.name().toLowerCase(Locale.ROOT)));
                for (int n : SIZES) {
                    Tally tally = new Tally();
                    int runs = n == 10_000 ? 2_000 : 4_000;
                    SplittableRandom random =
                            new SplittableRandom(31L * n + population.name().hashCode());
                    for (int run = 0; run < runs; run++) {
                        printed.look(population, n, random, tally);
                    }
                    line.append(' ').append(tally.words()).append(" |");
                    if (!tally.isRight()) {
                        wrong.add(line.toString());
                    }
                }
                System.out.println(line);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The intervals. */
    private enum Printed {
        SHARE("a share (Wilson)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Share share = share(population.conversion(), n, random);
                tally.add(Shares.wilson(share, Level.OF_95), population.conversion());
            }
        },
        SHARES("a difference of shares (Wald, Newcombe)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                double p = population.conversion();
                tally.add(
                        Shares.compare(share(p * 1.2, n, random), share(p, n, random), Level.OF_95),
                        0.2 * p);
            }
        },
        SHARES_HELD("a difference of shares, a quarter as many held out") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                double p = population.conversion();
                tally.add(
                        Shares.compare(
                                share(p * 1.2, n, random), share(p, n / 4, random), Level.OF_95),
                        0.2 * p);
            }
        },
        MEAN("a mean of money (Student)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample sample = Sample.of(population, n, random);
                tally.add(
                        Means.of(sample.revenue(), Level.OF_95).on(sample.footing()),
                        population.mean());
            }
        },
        MEANS("a difference of means (Welch)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample one = Sample.of(population, n, random);
                Sample other = Sample.of(population, n, random);
                tally.add(welch(one, other), 0);
            }
        },
        MEANS_HELD("a difference of means, a quarter as many held out") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample one = Sample.of(population, n, random);
                Sample other = Sample.of(population, n / 4, random);
                tally.add(welch(one, other), 0);
            }
        },
        ROI("return on cost, both vary (Fieller)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample sample = Sample.of(population, n, random);
                tally.add(
                        Ratios.of(
                                        sample.profitOnCost(),
                                        Lacking.NO_COST,
                                        Lacking.NEGATIVE_COST,
                                        Level.OF_95)
                                .on(sample.footing()),
                        population.mean() / population.meanCost() - 1);
            }
        },
        GAINED("gain per cost against the control (Fieller)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample one = Sample.of(population, n, random);
                Sample other = Sample.of(population, n, random);
                tally.add(
                        Ratios.gained(one.profitOnCost(), other.revenue(), Level.OF_95)
                                .on(one.footing(other)),
                        -1);
            }
        },
        PER_CONVERSION("cost per conversion (Fieller)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample sample = Sample.of(population, n, random);
                tally.add(
                        Ratios.of(
                                        sample.costOnConversion(),
                                        Lacking.NO_CONVERSION,
                                        Lacking.CONTRADICTION,
                                        Level.OF_95)
                                .on(sample.conversions()),
                        population.meanCost() / population.conversion());
            }
        },
        REDUCED("a difference less what was known before (CUPED)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                Sample one = Sample.of(population, n, random);
                Sample other = Sample.of(population, n, random);
                tally.add(
                        Reduced.of(one.paired(), other.paired(), Level.OF_95)
                                .difference()
                                .on(one.footing(other)),
                        0);
            }
        },
        CLUSTERED("a share of rows of repeated people (cluster-robust)") {
            @Override
            void look(Population population, int n, SplittableRandom random, Tally tally) {
                People people = People.of(population.conversion(), n, random);
                tally.add(people.estimate(), population.conversion());
            }
        };

        private final String words;

        Printed(String words) {
            this.words = words;
        }

        abstract void look(Population population, int n, SplittableRandom random, Tally tally);
    }

    private static Difference welch(Sample one, Sample other) {
        return Means.welch(one.revenue(), other.revenue(), Level.OF_95).on(one.footing(other));
    }

    private static Share share(double p, int n, SplittableRandom random) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            count += random.nextDouble() < p ? 1 : 0;
        }
        return new Share(count, n);
    }

    /** Persons with one to five rows; half of the chance is the person's own. */
    private record People(long persons, long rows, long count, double squares, double sizes) {

        static People of(double p, int n, SplittableRandom random) {
            int[] sizes = new int[n];
            int[] counts = new int[n];
            long rows = 0;
            long count = 0;
            double sumSizes = 0;
            for (int i = 0; i < n; i++) {
                double own = random.nextDouble() < 0.5 ? p * 0.5 : p * 1.5;
                sizes[i] = 1 + random.nextInt(5);
                for (int row = 0; row < sizes[i]; row++) {
                    counts[i] += random.nextDouble() < own ? 1 : 0;
                }
                rows += sizes[i];
                count += counts[i];
                sumSizes += (double) sizes[i] * sizes[i];
            }
            double mean = (double) count / rows;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double deviation = (counts[i] - mean * sizes[i]) / rows;
                squares += deviation * deviation;
            }
            return new People(n, rows, count, squares, sumSizes);
        }

        Estimate estimate() {
            return new Clustered(persons, squares)
                    .share(new Share(count, rows), sizes, Level.OF_95);
        }
    }

    /** A sample with all sums that the product keeps of it. */
    private static final class Sample {

        private final long n;
        private long buyers;
        private final double[] sum = new double[4];
        private final double[][] products = new double[4][4];
        private final double[] largest = new double[4];

        private static final int REVENUE = 0;
        private static final int COST = 1;
        private static final int CONVERTED = 2;
        private static final int BEFORE = 3;

        private Sample(long n) {
            this.n = n;
        }

        static Sample of(Population population, int n, SplittableRandom random) {
            Sample sample = new Sample(n);
            for (int i = 0; i < n; i++) {
                double revenue = population.revenue(random);
                sample.add(
                        new double[] {
                            revenue,
                            population.cost(random),
                            random.nextDouble() < population.conversion() ? 1 : 0,
                            revenue * 0.5 + population.revenue(random)
                        });
            }
            return sample;
        }

        private void add(double[] x) {
            buyers += x[REVENUE] != 0 ? 1 : 0;
            for (int j = 0; j < 4; j++) {
                sum[j] += x[j];
                largest[j] = Math.max(largest[j], Math.abs(x[j]));
                for (int k = 0; k < 4; k++) {
                    products[j][k] += x[j] * x[k];
                }
            }
        }

        Moments revenue() {
            return moments(REVENUE);
        }

        Footing footing() {
            return Footing.of(revenue(), buyers, largest[REVENUE]);
        }

        Footing footing(Sample other) {
            return footing()
                    .and(other.footing())
                    .and(Footing.of(skewed(), other.skewed(), Level.OF_95));
        }

        private Footing.Skewed skewed() {
            return new Footing.Skewed(revenue(), buyers, largest[REVENUE]);
        }

        Footing conversions() {
            return Footing.of(moments(COST), n, largest[COST])
                    .and(Footing.ofCases((long) sum[CONVERTED], n));
        }

        Ratios.Pair profitOnCost() {
            return new Ratios.Pair(revenue(), moments(COST), about(REVENUE, COST)).less(1);
        }

        Ratios.Pair costOnConversion() {
            return new Ratios.Pair(moments(COST), moments(CONVERTED), about(COST, CONVERTED));
        }

        Reduced.Paired paired() {
            return new Reduced.Paired(moments(BEFORE), revenue(), about(BEFORE, REVENUE));
        }

        private Moments moments(int j) {
            return new Moments(n, sum[j] / n, Math.max(0, about(j, j)));
        }

        private double about(int j, int k) {
            return products[j][k] - sum[j] * sum[k] / n;
        }
    }

    /** How often the truth was held, of the intervals that can be trusted. */
    private static final class Tally {

        private int looks;
        private int marked;
        private int told;
        private int held;
        private int firmHeld;

        void add(Estimate estimate, double truth) {
            switch (estimate) {
                case Estimate.Known known -> add(known.interval(), known.footing(), truth);
                case Estimate.Bare _, Estimate.Unknown _ -> add();
            }
        }

        void add(Difference difference, double truth) {
            switch (difference) {
                case Difference.Measured found -> add(found.interval(), found.footing(), truth);
                case Difference.Unknown _ -> add();
            }
        }

        private void add() {
            looks++;
            marked++;
        }

        private void add(Interval interval, Footing footing, double truth) {
            looks++;
            told++;
            int holds = interval.contains(truth) ? 1 : 0;
            held += holds;
            if (footing != Footing.FIRM) {
                marked++;
            } else {
                firmHeld += holds;
            }
        }

        /**
         * The unmarked hold the truth as often as they say; or no more than one of twenty is
         * unmarked, too few to say anything of them.
         */
        boolean isRight() {
            int firm = looks - marked;
            if (20 * firm <= looks) {
                return true;
            }
            double error = 2 * Math.sqrt(0.05 * 0.95 / firm);
            double coverage = (double) firmHeld / firm;
            return coverage > 0.935 - error && coverage < 0.965 + error;
        }

        String words() {
            String share = "%.1f".formatted(100.0 * held / Math.max(1, told));
            return 100 * marked < looks
                    ? share
                    : "%s, %.0f %% marked%s"
                            .formatted(
                                    share,
                                    100.0 * marked / looks,
                                    marked == looks
                                            ? ""
                                            : ", the others %.1f"
                                                    .formatted(
                                                            100.0 * firmHeld / (looks - marked)));
        }
    }
}
