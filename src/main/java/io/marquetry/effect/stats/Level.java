package io.marquetry.effect.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure an interval is to hold the truth.
 *
 * @param confidence between 0 and 1, for example 0.95
 */
public record Level(double confidence) {

    /** 95 %, what the whole product shows. */
    public static final Level OF_95 = new Level(0.95);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Refuses a confidence that is not strictly between 0 and 1. */
    public Level {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("no confidence: " + confidence);
        }
    }

    /** Returns how often an interval may miss, two-sided: 0.05 at 95 %. */
    public double alpha() {
        return 1 - confidence;
    }

    /** Returns the level that misses so many times more seldom; the divisor is 1 or more. */
    public Level dividedBy(double divisor) {
        return divisor == 1 ? this : new Level(1 - alpha() / divisor);
    }

    /** Returns the normal quantile that leaves half of {@link #alpha()} above it: 1.96 at 95 %. */
    public double z() {
        return NORMAL.inverseSurvivalProbability(alpha() / 2);
    }

    /** Returns how likely a standard normal value is at least as far from 0, on either side. */
    static double twoSided(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** Returns how likely a standard normal value is at most so large. */
    static double below(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** Returns the normal quantile that is exceeded with the probability. */
    static double quantileAbove(double probability) {
        return NORMAL.inverseSurvivalProbability(probability);
    }
}
