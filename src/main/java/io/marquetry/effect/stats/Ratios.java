package io.marquetry.effect.stats;

import java.util.Optional;

/**
 * Ratios of which the numerator and the denominator both vary.
 *
 * <p>E. C. Fieller, "Some problems in interval estimation", Journal of the Royal Statistical
 * Society B 16 (1954) 175-185. The interval of a ratio {@code a / b} is all r for which {@code a -
 * r b} is not significantly different from 0. The interval has no end where b itself is not
 * significantly different from 0.
 */
public final class Ratios {

    private static final double ROUNDING = 1e-12;

    private Ratios() {}

    /**
     * Two means of the same people, the denominator meant to be above 0.
     *
     * @param top the numerator's values
     * @param bottom the denominator's values
     * @param products the sum of the products of both distances from their means
     */
    public record Pair(Moments top, Moments bottom, double products) {

        /** Refuses values of different people. */
        public Pair {
            if (top.n() != bottom.n()) {
                throw new IllegalArgumentException("not the same people");
            }
        }

        /** Returns the numerator with a multiple of the denominator taken off. */
        public Pair less(double times) {
            return new Pair(
                    new Moments(
                            top.n(),
                            top.mean() - times * bottom.mean(),
                            Math.max(
                                    0,
                                    top.squares()
                                            - 2 * times * products
                                            + times * times * bottom.squares())),
                    bottom,
                    products - times * bottom.squares());
        }
    }

    /**
     * How a numerator and a denominator vary over people who are in several rows: Σ of squares and
     * products of their linearised deviations.
     *
     * @param people how many different people
     */
    public record Varying(long people, double top, double bottom, double products) {

        private Joint joint(double numerator, double denominator) {
            double factor = people / (people - 1.0);
            return new Joint(
                    numerator,
                    denominator,
                    factor * Math.max(0, top),
                    factor * Math.max(0, bottom),
                    factor * products,
                    people - 1.0);
        }
    }

    /** Returns a mean over another as {@link #of} does, where somebody is in several rows. */
    public static Estimate of(
            double top,
            double bottom,
            Varying varying,
            Lacking none,
            Lacking negative,
            Level level) {
        if (bottom <= 0) {
            return new Estimate.Unknown(bottom == 0 ? none : negative);
        }
        return varying.people() < 2
                ? new Estimate.Bare(top / bottom, Lacking.ONE_OBSERVATION)
                : of(varying.joint(top, bottom), level);
    }

    /** Returns a gain over a cost as {@link #gained} does, where somebody is in several rows. */
    public static Difference gained(double top, double bottom, Varying varying, Level level) {
        if (bottom <= 0) {
            return new Difference.Unknown(bottom == 0 ? Lacking.NO_COST : Lacking.NEGATIVE_COST);
        }
        if (varying.people() < 2 || varying.top() <= 0) {
            return new Difference.Unknown(
                    varying.people() < 2 ? Lacking.ONE_OBSERVATION : Lacking.NO_SPREAD);
        }
        Joint joint = varying.joint(top, bottom);
        double p = new Contrast(top, Math.sqrt(joint.varianceOfTop()), joint.freedom()).twoSided();
        return measured(joint, p, level);
    }

    /**
     * Two estimates and how they vary together.
     *
     * @param freedom degrees of freedom of Student's distribution; infinite: the normal one
     */
    record Joint(
            double top,
            double bottom,
            double varianceOfTop,
            double varianceOfBottom,
            double covariance,
            double freedom) {

        static Joint of(Pair pair) {
            double n = pair.top().n();
            return new Joint(
                    pair.top().mean(),
                    pair.bottom().mean(),
                    pair.top().variance() / n,
                    pair.bottom().variance() / n,
                    pair.products() / (n - 1) / n,
                    n - 1);
        }

        private double quantile(Level level) {
            return new Contrast(0, 0, freedom).quantile(level);
        }
    }

    /**
     * Returns a mean over another with Fieller's interval.
     *
     * @param none what is lacking where the denominator is 0
     * @param negative what is lacking where it is below 0
     */
    public static Estimate of(Pair pair, Lacking none, Lacking negative, Level level) {
        if (pair.top().n() == 0) {
            return new Estimate.Unknown(Lacking.NOTHING_COUNTED);
        }
        if (pair.bottom().mean() == 0) {
            return new Estimate.Unknown(none);
        }
        if (pair.bottom().mean() < 0) {
            return new Estimate.Unknown(negative);
        }
        double value = pair.top().mean() / pair.bottom().mean();
        if (pair.top().n() == 1) {
            return new Estimate.Bare(value, Lacking.ONE_OBSERVATION);
        }
        if (pair.top().squares() == 0 && pair.bottom().squares() == 0) {
            return new Estimate.Bare(value, Lacking.NO_SPREAD);
        }
        return of(Joint.of(pair), level);
    }

    static Estimate of(Joint joint, Level level) {
        double value = joint.top() / joint.bottom();
        if (isSameInAll(joint, value)) {
            return new Estimate.Bare(value, Lacking.NO_SPREAD);
        }
        return fieller(joint, level)
                .<Estimate>map(i -> new Estimate.Known(value, i, Method.FIELLER))
                .orElseGet(() -> new Estimate.Bare(value, Lacking.UNSURE_DENOMINATOR));
    }

    /** Where everybody has the same ratio, only rounding is left of the spread around it. */
    private static boolean isSameInAll(Joint joint, double value) {
        double all = joint.varianceOfTop() + value * value * joint.varianceOfBottom();
        double left = all - 2 * value * joint.covariance();
        return left <= ROUNDING * all;
    }

    /**
     * Returns what a treatment gained, per unit of what it cost: the mean profit of the treated
     * less that of the others, over the mean cost of the treated. The p-value is that of the
     * difference by Welch, and belongs to Fieller's interval with the same degrees of freedom.
     *
     * @param treated profit over cost of the treated
     * @param others the profit of those who were not treated
     */
    public static Difference gained(Pair treated, Moments others, Level level) {
        if (treated.top().n() == 0 || others.n() == 0) {
            return new Difference.Unknown(Lacking.NOTHING_COUNTED);
        }
        if (treated.bottom().mean() == 0) {
            return new Difference.Unknown(Lacking.NO_COST);
        }
        if (treated.bottom().mean() < 0) {
            return new Difference.Unknown(Lacking.NEGATIVE_COST);
        }
        Difference plain = Means.welch(treated.top(), others, level);
        if (!(plain instanceof Difference.Measured measured)) {
            return plain;
        }
        Contrast contrast = Contrast.of(treated.top(), others, 1);
        double n = treated.top().n();
        Joint joint =
                new Joint(
                        contrast.value(),
                        treated.bottom().mean(),
                        contrast.error() * contrast.error(),
                        treated.bottom().variance() / n,
                        treated.products() / (n - 1) / n,
                        contrast.freedom());
        return measured(joint, measured.pValue(), level);
    }

    private static Difference measured(Joint joint, double pValue, Level level) {
        return fieller(joint, level)
                .<Difference>map(
                        interval ->
                                new Difference.Measured(
                                        joint.top() / joint.bottom(),
                                        interval,
                                        pValue,
                                        Method.FIELLER))
                .orElseGet(() -> new Difference.Unknown(Lacking.UNSURE_DENOMINATOR));
    }

    /** Returns the interval; empty where it has no end. */
    static Optional<Interval> fieller(Joint joint, Level level) {
        double t = joint.quantile(level);
        double square = t * t;
        double sure = joint.bottom() * joint.bottom() - square * joint.varianceOfBottom();
        if (sure <= 0) {
            return Optional.empty();
        }
        double middle = joint.top() * joint.bottom() - square * joint.covariance();
        double rest = joint.top() * joint.top() - square * joint.varianceOfTop();
        // Where the ratio is the same in everybody the root is 0, give or take rounding.
        double root = Math.sqrt(Math.max(0, middle * middle - sure * rest));
        return Optional.of(new Interval((middle - root) / sure, (middle + root) / sure));
    }
}
