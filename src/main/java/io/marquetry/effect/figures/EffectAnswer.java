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
 * @param split whether chance can have made the arms; where not, no uplift is stated
 */
public record EffectAnswer(
        OutcomeSet set,
        Instant asOf,
        EffectRequest request,
        Group all,
        List<Division> divisions,
        List<Finding> findings,
        Split split) {

    /** Makes an answer whose split was not tested. */
    public EffectAnswer(
            OutcomeSet set,
            Instant asOf,
            EffectRequest request,
            Group all,
            List<Division> divisions,
            List<Finding> findings) {
        this(set, asOf, request, all, divisions, findings, new Split.Untested());
    }

    /** Copies the lists. */
    public EffectAnswer {
        divisions = List.copyOf(divisions);
        findings = List.copyOf(findings);
    }
}
