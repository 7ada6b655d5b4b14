package io.marquetry.effect.stats;

/** What an interval of a difference says. */
public enum Verdict {
    /** All of it is above 0. */
    HIGHER,
    /** All of it is below 0. */
    LOWER,
    /** It holds 0: the data allow either. */
    INCONCLUSIVE
}
