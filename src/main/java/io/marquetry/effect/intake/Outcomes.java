package io.marquetry.effect.intake;

import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.SavedMappings;

/**
 * The outcomes of a workspace.
 *
 * @param sets the list of outcomes, with what their columns mean
 * @param mappings those that were kept under a name
 * @param intake imports outcomes, or names them where they lie
 * @param meaning says anew what those mean that are there
 */
public record Outcomes(
        OutcomeSets sets, SavedMappings mappings, OutcomeIntake intake, OutcomeMeaning meaning) {

    /** Returns what hands over the meaning of outcomes that lie on servers. */
    public OutcomeHandover handover() {
        return new OutcomeHandover(sets, mappings);
    }
}
