package io.marquetry.effect.stats;

/**
 * A confidence interval.
 *
 * @param low its lower bound
 * @param high its upper bound, not below {@code low}
 */
public record Interval(double low, double high) {

    /** Refuses bounds that are no numbers, or stand the wrong way round. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    /** Returns whether the value lies in it, its bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Returns it in another unit: both bounds times the factor, then moved. */
    public Interval scaled(double factor, double shift) {
        double one = low * factor + shift;
        double other = high * factor + shift;
        return new Interval(Math.min(one, other), Math.max(one, other));
    }
}
