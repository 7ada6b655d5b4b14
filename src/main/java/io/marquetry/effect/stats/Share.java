package io.marquetry.effect.stats;

/**
 * How many out of how many.
 *
 * @param count those counted, 0 to {@code of}
 * @param of all of them, 0 or more
 */
public record Share(long count, long of) {

    /** Refuses negative counts and more than all. */
    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("no share: " + count + " of " + of);
        }
    }

    /** Returns the share, 0 to 1; 0 of 0 is no number (NaN). */
    public double value() {
        return (double) count / of;
    }

    /** Returns the estimate of its variance, p (1 - p) / n. */
    double variance() {
        double p = value();
        return p * (1 - p) / of;
    }
}
