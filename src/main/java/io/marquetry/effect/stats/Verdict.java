package io.marquetry.effect.stats;

/** What an interval of a difference says; the only place where that is decided. */
public enum Verdict {
    /** All of the interval is above 0. */
    HIGHER,
    /** All of the interval is below 0. */
    LOWER,
    /** The interval holds 0: the data allow either. */
    INCONCLUSIVE;

    /** Returns what the interval says. */
    public static Verdict of(Interval interval) {
        if (interval.contains(0)) {
            return INCONCLUSIVE;
        }
        return interval.low() > 0 ? HIGHER : LOWER;
    }
}
