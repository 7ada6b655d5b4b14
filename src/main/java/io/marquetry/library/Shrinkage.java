package io.marquetry.library;

import java.util.ArrayList;
import java.util.List;

/**
 * What all packages together say of each one: the best of many looks better than it is, so each is
 * drawn towards what packages usually achieve, the more the less is known of it.
 *
 * <p>Effects are normal around a mean with a spread (B. Efron and C. Morris, Journal of the
 * American Statistical Association 70 (1975) 311-319). The spread is not plugged in: a grid of
 * spreads is weighted by how well each explains all effects, as in A. Gelman and others, "Bayesian
 * Data Analysis", third edition, section 5.4, with a normal prior on the mean and a log-normal one
 * on the spread; so few packages claim less.
 */
public final class Shrinkage {

    /**
     * Nobody knows what packages achieve before some were measured: about nothing, give or take.
     */
    private static final double MEAN_SPREAD = 0.01;

    private static final double MIDDLE_SPREAD = 0.004;
    private static final double LOG_SPREAD = 0.8;
    private static final double SMALLEST = 0.0003;
    private static final double LARGEST = 0.15;
    private static final int STEPS = 48;

    private final List<Part> parts;

    private Shrinkage(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Learns from the effects of all packages that were measured, one effect for each. */
    public static Shrinkage of(List<Effect> all) {
        List<Part> parts = new ArrayList<>(STEPS);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double spread = SMALLEST * Math.pow(LARGEST / SMALLEST, i / (STEPS - 1.0));
            double log = Math.log(spread / MIDDLE_SPREAD) / LOG_SPREAD;
            double weights = 1 / (MEAN_SPREAD * MEAN_SPREAD);
            double sum = 0;
            double squares = 0;
            double likely = -log * log / 2;
            for (Effect one : all) {
                double variance = one.error() * one.error() + spread * spread;
                weights += 1 / variance;
                sum += one.value() / variance;
                squares += one.value() * one.value() / variance;
                likely -= Math.log(variance) / 2;
            }
            double mean = sum / weights;
            // The mean is integrated out: what is left of the squares around it.
            likely -= Math.log(weights) / 2 + (squares - mean * sum) / 2;
            parts.add(new Part(likely, mean, 1 / weights, spread * spread));
            best = Math.max(best, likely);
        }
        List<Part> weighted = new ArrayList<>(STEPS);
        for (Part part : parts) {
            weighted.add(part.weighing(Math.exp(part.weight - best)));
        }
        return new Shrinkage(weighted);
    }

    /**
     * Returns how likely a package's true effect lies above a size, 0 to 1.
     *
     * @param own its effect, one of those that were learnt from
     */
    public double above(Effect own, double size) {
        double weights = 0;
        double sum = 0;
        for (Part part : parts) {
            Effect drawn = part.drawn(own);
            weights += part.weight;
            sum += part.weight * drawn.above(size);
        }
        return sum / weights;
    }

    /** Returns a package's effect, drawn towards the others. */
    public Effect drawn(Effect own) {
        double weights = 0;
        double mean = 0;
        double squares = 0;
        for (Part part : parts) {
            Effect drawn = part.drawn(own);
            weights += part.weight;
            mean += part.weight * drawn.value();
            squares +=
                    part.weight * (drawn.value() * drawn.value() + drawn.error() * drawn.error());
        }
        double middle = mean / weights;
        return new Effect(middle, Math.sqrt(squares / weights - middle * middle));
    }

    /**
     * One spread that may be the true one.
     *
     * @param weight how well it explains the effects; first as a logarithm
     * @param mean what packages achieve on average, if it is true
     * @param unsure variance of that mean
     * @param variance the spread squared
     */
    private record Part(double weight, double mean, double unsure, double variance) {

        Part weighing(double other) {
            return new Part(other, mean, unsure, variance);
        }

        Effect drawn(Effect own) {
            double keep = variance / (variance + own.error() * own.error());
            double rest = 1 - keep;
            return new Effect(
                    keep * own.value() + rest * mean,
                    Math.sqrt(keep * own.error() * own.error() + rest * rest * unsure));
        }
    }
}
