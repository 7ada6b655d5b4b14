package io.marquetry.effect.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;

/** Intervals of means and of differences between means; values may be negative. */
public final class Means {

    private static final TTest WELCH = TTest.withDefaults();

    private Means() {}

    /**
     * Returns a mean with Student's interval, n - 1 degrees of freedom.
     *
     * <p>"Student" (W. S. Gosset), "The probable error of a mean", Biometrika 6 (1908) 1-25. One
     * observation has a mean but no interval; values that are all the same have none either.
     */
    public static Estimate of(Moments values, Level level) {
        if (values.n() == 0) {
            return new Estimate.Unknown(Lacking.NOTHING_COUNTED);
        }
        if (values.n() == 1) {
            return new Estimate.Bare(values.mean(), Lacking.ONE_OBSERVATION);
        }
        if (values.squares() == 0) {
            return new Estimate.Bare(values.mean(), Lacking.NO_SPREAD);
        }
        double error = Math.sqrt(values.variance() / values.n());
        double half = quantile(values.n() - 1.0, level) * error;
        return new Estimate.Known(
                values.mean(), new Interval(values.mean() - half, values.mean() + half));
    }

    /**
     * Returns {@code first - second} with Welch's interval and p-value.
     *
     * <p>B. L. Welch, "The generalization of 'Student's' problem when several different population
     * variances are involved", Biometrika 34 (1947) 28-35, with the degrees of freedom of F. E.
     * Satterthwaite, Biometrics Bulletin 2 (1946) 110-114.
     */
    public static Difference welch(Moments first, Moments second, Level level) {
        if (first.n() == 0 || second.n() == 0) {
            return new Difference.Unknown(Lacking.NOTHING_COUNTED);
        }
        if (first.n() == 1 || second.n() == 1) {
            return new Difference.Unknown(Lacking.ONE_OBSERVATION);
        }
        double error = Math.sqrt(first.variance() / first.n() + second.variance() / second.n());
        if (error == 0) {
            return new Difference.Unknown(Lacking.NO_SPREAD);
        }
        double value = first.mean() - second.mean();
        TTest.Result test =
                WELCH.test(
                        first.mean(),
                        first.variance(),
                        first.n(),
                        second.mean(),
                        second.variance(),
                        second.n());
        double half = quantile(test.getDegreesOfFreedom(), level) * error;
        return new Difference.Measured(
                value, new Interval(value - half, value + half), test.getPValue(), Method.WELCH);
    }

    private static double quantile(double degreesOfFreedom, Level level) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(level.alpha() / 2);
    }
}
