package io.marquetry.library;

import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.List;
import java.util.Optional;

/**
 * An effect as far as it is known.
 *
 * @param value the gain in the share of people who convert, -1 to 1
 * @param error its standard error, above 0
 */
public record Effect(double value, double error) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Refuses what is no number, and an effect that is known without error. */
    public Effect {
        if (!Double.isFinite(value) || !(error > 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("no effect: " + value + ", error " + error);
        }
    }

    /** Returns the effect whose interval at 95 % is this; empty where the interval has no width. */
    public static Optional<Effect> of(double value, Interval interval) {
        double error = (interval.high() - interval.low()) / 2 / Level.OF_95.z();
        return error > 0 ? Optional.of(new Effect(value, error)) : Optional.empty();
    }

    /**
     * Returns what several runs say together, each weighted by what is known of it (inverse
     * variances: W. G. Cochran, Biometrics 10 (1954) 101-129); empty where there are none.
     */
    public static Optional<Effect> pooled(List<Effect> runs) {
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        double weights = 0;
        double sum = 0;
        for (Effect run : runs) {
            double weight = 1 / (run.error * run.error);
            weights += weight;
            sum += weight * run.value;
        }
        return Optional.of(new Effect(sum / weights, Math.sqrt(1 / weights)));
    }

    /** Returns the interval that holds the truth as surely as the level says. */
    public Interval interval(Level level) {
        double half = level.z() * error;
        return new Interval(value - half, value + half);
    }

    /** Returns how many standard errors it lies from nothing. */
    public double z() {
        return value / error;
    }

    /** Returns how likely the truth lies above a size, 0 to 1. */
    public double above(double size) {
        return NORMAL.cumulativeProbability((value - size) / error);
    }
}
