package io.marquetry.effect.stats;

/** What an interval of a difference says; the only place where that is decided. */
public enum Verdict {
    /** All of the interval is above 0. */
    HIGHER,
    /** All of the interval is below 0. */
    LOWER,
    /** The interval holds 0: the data allow either. */
    INCONCLUSIVE,
    /** The interval leaves out 0, but it is too short to trust. */
    UNSURE;

    /** Returns what the interval says. */
    public static Verdict of(Interval interval) {
        if (interval.contains(0)) {
            return INCONCLUSIVE;
        }
        return interval.low() > 0 ? HIGHER : LOWER;
    }

    /** Returns what an interval says that stands on this. */
    public static Verdict of(Interval interval, Footing footing) {
        Verdict plain = of(interval);
        return footing == Footing.SPARSE && plain != INCONCLUSIVE ? UNSURE : plain;
    }
}
