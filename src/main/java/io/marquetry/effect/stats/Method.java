package io.marquetry.effect.stats;

/** How two figures were compared; shown beside the result. */
public enum Method {
    /** Normal interval with the variances of both shares (Wald). */
    WALD,
    /** Newcombe's hybrid score interval, his method 10, of two Wilson intervals. */
    NEWCOMBE,
    /** Welch's interval and t-test for means with unequal variances. */
    WELCH
}
