package io.marquetry.effect.stats;

/** Why there is no number, or no interval around one. */
public enum Lacking {
    /** Nobody was counted: a share of nothing, the mean of no values. */
    NOTHING_COUNTED,
    /** A spread needs two observations at least. */
    ONE_OBSERVATION,
    /** All values are the same: nothing tells how much chance is in them. */
    NO_SPREAD,
    /** Nothing was spent, so there is no return on it. */
    NO_COST,
    /** The costs add up to less than nothing: a return on them would turn its sign. */
    NEGATIVE_COST,
    /** Nobody converted, so there is no cost of a conversion. */
    NO_CONVERSION,
    /** The denominator may be 0 for all that is known, so the ratio has no bounds. */
    UNSURE_DENOMINATOR,
    /** The outcomes do not tell. */
    NOT_RECORDED,
    /** The outcomes are totals: nothing tells how the single profiles differ. */
    TOTALS_ONLY,
    /** The figures contradict each other: more than all. */
    CONTRADICTION
}
