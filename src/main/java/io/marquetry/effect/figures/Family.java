package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Correction;

/**
 * The comparisons that were looked at together, of one measure: one of many differs by chance, so
 * their p-values and intervals are corrected together.
 *
 * @param groups how many groups they are of; 1: they are of everybody
 * @param size how many comparisons; 2 at least
 * @param correction how they were corrected
 */
public record Family(Kind kind, int groups, int size, Correction correction) {

    /** What is compared. */
    public enum Kind {
        /** Each treated arm with the control. */
        ARMS,
        /** All treated arms together with the control. */
        TOGETHER,
        /** Treated arms with each other. */
        PAIRS
    }
}
