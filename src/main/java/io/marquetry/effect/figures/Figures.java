package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Estimate;

/**
 * What is known of one group of targeted profiles.
 *
 * @param sums what they add up to
 * @param reach delivered of targeted
 * @param hit hit of targeted
 * @param conversion converted of targeted
 * @param revenue what they spent
 * @param cost what was spent on them, the cost per send included
 * @param profit margin times revenue less cost
 * @param roi profit per unit of cost, 0 where revenue just pays the cost; with nobody to compare
 *     with all revenue counts, also what would have come anyway
 */
public record Figures(
        OutcomeSums sums,
        Rate reach,
        Rate hit,
        Rate conversion,
        Money revenue,
        Money cost,
        Money profit,
        Estimate roi) {

    /** Returns how many were targeted. */
    public long targeted() {
        return sums.counts().targeted();
    }
}
