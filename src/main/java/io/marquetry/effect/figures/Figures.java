package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.sums.OutcomeSums;

import java.util.OptionalLong;

/**
 * What is known of one group of targeted profiles.
 *
 * @param sums what they add up to
 * @param reach delivered of targeted, as far as it is known of them
 * @param hit hit of targeted
 * @param conversion converted of targeted
 * @param revenue what they spent
 * @param cost what was spent on them, the cost per send included
 * @param profit margin times revenue less cost
 * @param roi profit per unit of cost, 0 where revenue just pays the cost; with nobody to compare
 *     with all revenue counts, also what would have come anyway
 * @param costPerConversion all cost by the number of profiles that converted
 * @param people how many different profiles are among the targeted, where some were targeted more
 *     than once; empty: every profile once
 */
public record Figures(
        OutcomeSums sums,
        Rate reach,
        Rate hit,
        Rate conversion,
        Money revenue,
        Money cost,
        Money profit,
        Estimate roi,
        Estimate costPerConversion,
        OptionalLong people) {

    /** Makes figures of which the cost of a conversion is not known. */
    public Figures(
            OutcomeSums sums,
            Rate reach,
            Rate hit,
            Rate conversion,
            Money revenue,
            Money cost,
            Money profit,
            Estimate roi) {
        this(
                sums,
                reach,
                hit,
                conversion,
                revenue,
                cost,
                profit,
                roi,
                new Estimate.Unknown(Lacking.NOT_RECORDED),
                OptionalLong.empty());
    }

    /** Returns how many were targeted. */
    public long targeted() {
        return sums.counts().targeted();
    }
}
