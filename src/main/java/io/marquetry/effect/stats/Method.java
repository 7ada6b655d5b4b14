package io.marquetry.effect.stats;

/** How an interval was made, or two figures were compared; shown beside the result. */
public enum Method {
    /** Wilson's score interval of a share. */
    WILSON,
    /** Student's interval of a mean. */
    STUDENT,
    /** Normal interval with the variances of both shares (Wald). */
    WALD,
    /** Newcombe's hybrid score interval, his method 10, of two Wilson intervals. */
    NEWCOMBE,
    /** Welch's interval and t-test for means with unequal variances. */
    WELCH,
    /** Fieller's interval of a ratio whose numerator and denominator both vary. */
    FIELLER,
    /** People, not rows, are what varies: the errors are robust against repeated people. */
    CLUSTERED
}
