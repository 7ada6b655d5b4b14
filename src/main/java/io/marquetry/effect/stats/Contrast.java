package io.marquetry.effect.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A sum of estimates with its standard error: what a test or an interval is made of.
 *
 * @param error its standard error, 0 or more
 * @param freedom degrees of freedom of Student's distribution; infinite: the normal one
 */
record Contrast(double value, double error, double freedom) {

    Contrast {
        if (!(error >= 0) || !(freedom > 0)) {
            throw new IllegalArgumentException("no contrast: " + error + ", " + freedom);
        }
    }

    /** Makes one of two independent means, {@code first - factor second}, by Welch. */
    static Contrast of(Moments first, Moments second, double factor) {
        double one = first.variance() / first.n();
        double other = factor * factor * second.variance() / second.n();
        double error = Math.sqrt(one + other);
        double freedom =
                (one + other)
                        * (one + other)
                        / (one * one / (first.n() - 1) + other * other / (second.n() - 1));
        return new Contrast(
                first.mean() - factor * second.mean(),
                error,
                error == 0 ? Double.POSITIVE_INFINITY : freedom);
    }

    /** Makes one of two independent shares, {@code first - factor second}, by Wald. */
    static Contrast of(Share first, Share second, double factor) {
        return new Contrast(
                first.value() - factor * second.value(),
                Math.sqrt(first.variance() + factor * factor * second.variance()),
                Double.POSITIVE_INFINITY);
    }

    Interval interval(Level level) {
        double half = quantile(level) * error;
        return new Interval(value - half, value + half);
    }

    double quantile(Level level) {
        return Double.isInfinite(freedom) ? level.z() : Means.quantile(freedom, level);
    }

    /** Returns how likely chance alone gives a value as far from 0, on either side. */
    double twoSided() {
        return Math.min(1, 2 * Math.min(below(), above()));
    }

    /**
     * Returns how likely a truth of 0 or more gives a value as low: the smaller, the surer below.
     */
    double below() {
        if (error == 0) {
            return value < 0 ? 0 : 1;
        }
        return Double.isInfinite(freedom)
                ? Level.below(value / error)
                : TDistribution.of(freedom).cumulativeProbability(value / error);
    }

    /** Returns how likely a truth of 0 or less gives a value as high. */
    double above() {
        return new Contrast(-value, error, freedom).below();
    }
}
