package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeSet;

import java.time.Instant;
import java.util.List;

/**
 * What a set of outcomes says.
 *
 * @param asOf when the outcomes were taken
 * @param all everybody together
 * @param divisions one per grouping asked for, in their order
 */
public record EffectAnswer(
        OutcomeSet set,
        Instant asOf,
        EffectRequest request,
        Group all,
        List<Division> divisions,
        List<Finding> findings) {

    /** Copies the lists. */
    public EffectAnswer {
        divisions = List.copyOf(divisions);
        findings = List.copyOf(findings);
    }
}
