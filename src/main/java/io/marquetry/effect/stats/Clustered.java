package io.marquetry.effect.stats;

/**
 * What varies from person to person, where somebody is in several rows: the sandwich estimator of
 * the variance, with the factor G / (G - 1) for G people and Student's distribution with G - 1
 * degrees of freedom.
 *
 * <p>K.-Y. Liang, S. L. Zeger, "Longitudinal data analysis using generalized linear models",
 * Biometrika 73 (1986) 13-22; A. C. Cameron, D. L. Miller, "A practitioner's guide to
 * cluster-robust inference", Journal of Human Resources 50 (2015) 317-372, equation 12. The
 * linearised deviation of a mean is what a person's rows add up to, less the mean for each of them,
 * by all rows.
 *
 * @param people G, different people
 * @param squares Σ over people of the squared linearised deviation from the estimate, 0 or more
 */
public record Clustered(long people, double squares) {

    /** Returns the standard error; not a number with fewer than two people. */
    public double error() {
        return people < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares) * people / (people - 1.0));
    }

    /**
     * Returns a share with Wilson's interval for as many independent rows as tell as much.
     *
     * <p>C. Franco, R. J. A. Little, T. A. Louis, E. V. Slud, "Comparative study of confidence
     * intervals for proportions in complex sample surveys", Journal of Survey Statistics and
     * Methodology 7 (2019) 334-364.
     *
     * @param sizes Σ over people of the squared number of their rows
     */
    public Estimate share(Share share, double sizes, Level level) {
        if (share.of() == 0) {
            return new Estimate.Unknown(Lacking.NOTHING_COUNTED);
        }
        if (people < 2) {
            return new Estimate.Bare(share.value(), Lacking.ONE_OBSERVATION);
        }
        double variance = error() * error();
        double p = share.value();
        double all = (double) share.of() * share.of();
        // Where nobody or everybody did, or everybody as often, only the number of rows of each
        // tells what is lost; what is left of the variance then is rounding.
        double rows =
                variance * all > p * (1 - p) && p > 0 && p < 1
                        ? p * (1 - p) / variance
                        : all / sizes;
        double quantile = new Contrast(0, 0, people - 1.0).quantile(level);
        return new Estimate.Known(p, Shares.wilson(p, rows, quantile), Method.CLUSTERED);
    }

    /** Returns a mean with Student's interval. */
    public Estimate mean(double value, Level level) {
        if (people < 2) {
            return new Estimate.Bare(value, Lacking.ONE_OBSERVATION);
        }
        if (error() == 0) {
            return new Estimate.Bare(value, Lacking.NO_SPREAD);
        }
        return new Estimate.Known(value, contrast(value).interval(level), Method.CLUSTERED);
    }

    /** Returns a difference with Student's interval and p-value. */
    public Difference difference(double value, Level level) {
        if (people < 2) {
            return new Difference.Unknown(Lacking.ONE_OBSERVATION);
        }
        if (error() == 0) {
            return new Difference.Unknown(Lacking.NO_SPREAD);
        }
        Contrast contrast = contrast(value);
        return new Difference.Measured(
                value, contrast.interval(level), contrast.twoSided(), Method.CLUSTERED);
    }

    /**
     * Judges a difference against what is worth having.
     *
     * @param worth in the unit of the difference
     * @param rows all rows of both arms
     */
    public Equivalence worth(double value, double worth, Level level, long rows) {
        return Equivalence.of(
                _ -> contrast(value), new Worth.Absolute(worth), 0, level, rows, value);
    }

    private Contrast contrast(double value) {
        return new Contrast(value, error(), people - 1.0);
    }
}
