package io.marquetry.effect.stats;

/** Intervals of shares and of differences between shares. */
public final class Shares {

    /** With fewer in any of the four cells the normal interval misses too often. */
    private static final long FEWEST_FOR_WALD = 10;

    /** With a difference more skewed than that the normal interval is too short on one side. */
    private static final double MAX_SKEWNESS_FOR_WALD = 0.05;

    /** With more in all four cells exact and normal tests agree. */
    private static final long FEWEST_WITHOUT_EXACT = 1_000;

    /** Only farther out Wald's interval promises too much. */
    private static final double WALD_HOLDS = 0.03;

    /** Newcombe's does where the intervals of 95 % decide, if one arm is far smaller. */
    private static final double NEWCOMBE_HOLDS = 0.05;

    private static final int HALVINGS = 60;

    private Shares() {}

    /**
     * Returns a share with its Wilson score interval, which is never empty and never leaves 0 to 1:
     * 0 of 12 gives 0 to 0.2425. Nothing of nothing is {@link Lacking#NOTHING_COUNTED}.
     *
     * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
     * Journal of the American Statistical Association 22 (1927) 209-212; without correction for
     * continuity.
     */
    public static Estimate wilson(Share share, Level level) {
        return share.of() == 0
                ? new Estimate.Unknown(Lacking.NOTHING_COUNTED)
                : new Estimate.Known(share.value(), wilson(share, level.z()), Method.WILSON);
    }

    static Interval wilson(Share share, double z) {
        return wilson(share.value(), (double) share.of(), z);
    }

    static Interval wilson(double p, double n, double z) {
        double square = z * z;
        double center = (p + square / (2 * n)) / (1 + square / n);
        double half = z / (1 + square / n) * Math.sqrt(p * (1 - p) / n + square / (4 * n * n));
        // The bounds at 0 of n and n of n are exact; rounding must not move them.
        return new Interval(
                p == 0 ? 0 : Math.max(0, center - half), p == 1 ? 1 : Math.min(1, center + half));
    }

    /**
     * Compares two shares: by Wald where each has at least ten with and ten without and their
     * difference is hardly skewed (as it is where one arm is far smaller), otherwise by Newcombe;
     * the result names which.
     *
     * <p>Where a cell holds fewer than a thousand, the exact test has to find the difference as
     * well: the larger p-value counts, and the interval begins at 0 where only the normal one
     * leaves it out. So the chance that any of many comparisons is found where there is nothing is
     * no larger than it should be, however small the control.
     */
    public static Difference compare(Share first, Share second, Level level) {
        boolean normal = isLarge(first) && isLarge(second) && !isSkewed(first, second);
        Difference found = normal ? wald(first, second, level) : newcombe(first, second, level);
        return found instanceof Difference.Measured measured
                ? exactAsWell(measured, first, second, level)
                : found;
    }

    private static Difference exactAsWell(
            Difference.Measured found, Share first, Share second, Level level) {
        boolean few = Math.min(cells(first), cells(second)) < FEWEST_WITHOUT_EXACT;
        boolean countable = first.of() + second.of() <= Integer.MAX_VALUE;
        double holds = found.method() == Method.WALD ? WALD_HOLDS : NEWCOMBE_HOLDS;
        if (!few || !countable || found.pValue() > holds) {
            return found;
        }
        double p = Math.max(found.pValue(), Conditional.pValue(first, second));
        Interval plain = found.interval();
        Interval shown =
                p < level.alpha()
                        ? plain
                        : new Interval(Math.min(0, plain.low()), Math.max(0, plain.high()));
        return new Difference.Measured(found.value(), shown, p, found.method(), found.footing());
    }

    /** Whether chance moves the difference farther to one side than to the other. */
    private static boolean isSkewed(Share first, Share second) {
        double spread = Math.pow(first.variance() + second.variance(), 1.5);
        return Math.abs(third(first) - third(second)) > MAX_SKEWNESS_FOR_WALD * spread;
    }

    /** The third moment of a share. */
    private static double third(Share share) {
        return share.variance() * (1 - 2 * share.value()) / share.of();
    }

    /** Returns the standard error of a difference, the variances not pooled. */
    public static double error(Share first, Share second) {
        return Math.sqrt(first.variance() + second.variance());
    }

    static boolean isLarge(Share share) {
        return cells(share) >= FEWEST_FOR_WALD;
    }

    private static long cells(Share share) {
        return Math.min(share.count(), share.of() - share.count());
    }

    /**
     * Returns {@code first - second} with the Wald interval, and the p-value of the same normal
     * statistic, its variance not pooled, so that p and interval agree.
     *
     * <p>A. Agresti, "Categorical Data Analysis", 3rd edition (2013), 3.1.1. Where neither share
     * varies the answer is {@link Lacking#NO_SPREAD}: the interval would be a point.
     */
    public static Difference wald(Share first, Share second, Level level) {
        if (first.of() == 0 || second.of() == 0) {
            return new Difference.Unknown(Lacking.NOTHING_COUNTED);
        }
        double value = first.value() - second.value();
        double error = Math.sqrt(first.variance() + second.variance());
        if (error == 0) {
            return new Difference.Unknown(Lacking.NO_SPREAD);
        }
        double half = level.z() * error;
        return new Difference.Measured(
                value,
                new Interval(value - half, value + half),
                Level.twoSided(value / error),
                Method.WALD);
    }

    /**
     * Returns {@code first - second} with Newcombe's hybrid score interval; the p-value is 1 minus
     * the confidence at which that interval would just touch 0, so that p and interval agree.
     *
     * <p>R. G. Newcombe, "Interval estimation for the difference between independent proportions:
     * comparison of eleven methods", Statistics in Medicine 17 (1998) 873-890, method 10.
     */
    public static Difference newcombe(Share first, Share second, Level level) {
        if (first.of() == 0 || second.of() == 0) {
            return new Difference.Unknown(Lacking.NOTHING_COUNTED);
        }
        return new Difference.Measured(
                first.value() - second.value(),
                newcombe(first, second, level.z()),
                touching(first, second),
                Method.NEWCOMBE,
                Footing.of(first, second));
    }

    private static Interval newcombe(Share first, Share second, double z) {
        Interval one = wilson(first, z);
        Interval other = wilson(second, z);
        double p = first.value();
        double q = second.value();
        double value = p - q;
        return new Interval(
                value - Math.hypot(p - one.low(), other.high() - q),
                value + Math.hypot(one.high() - p, q - other.low()));
    }

    /** Finds the quantile at which the interval touches 0; it widens with the quantile. */
    private static double touching(Share first, Share second) {
        if (first.value() == second.value()) {
            return 1;
        }
        double low = 0;
        double high = 1;
        while (!newcombe(first, second, high).contains(0) && high < 1e9) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (newcombe(first, second, middle).contains(0)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Level.twoSided(high);
    }
}
