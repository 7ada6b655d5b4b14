package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Economics;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.Scope;

import java.util.List;
import java.util.Map;

/**
 * What is to be known about a set of outcomes.
 *
 * @param groupings by what to divide it, besides looking at all of it
 * @param worth the smallest effect worth having, for the measures where somebody said so
 */
public record EffectRequest(
        Scope scope,
        List<Grouping> groupings,
        Economics economics,
        Correction correction,
        Level level,
        Map<Measure, Worth> worth) {

    /** Copies the groupings and what is worth having. */
    public EffectRequest {
        groupings = List.copyOf(groupings);
        worth = Map.copyOf(worth);
    }

    /** Asks without saying what is worth having. */
    public EffectRequest(
            Scope scope,
            List<Grouping> groupings,
            Economics economics,
            Correction correction,
            Level level) {
        this(scope, groupings, economics, correction, level, Map.of());
    }

    /** Asks about everything together, at 95 %, all revenue earned, corrected by Holm. */
    public static EffectRequest plain() {
        return new EffectRequest(
                Scope.ALL, List.of(), Economics.PLAIN, Correction.HOLM, Level.OF_95);
    }

    /** Returns this request for other outcomes of the set. */
    public EffectRequest within(Scope other) {
        return new EffectRequest(other, groupings, economics, correction, level, worth);
    }

    /** Returns this request with other divisions. */
    public EffectRequest by(List<Grouping> other) {
        return new EffectRequest(scope, other, economics, correction, level, worth);
    }

    /** Returns this request with other money. */
    public EffectRequest with(Economics other) {
        return new EffectRequest(scope, groupings, other, correction, level, worth);
    }

    /** Returns this request with another correction. */
    public EffectRequest with(Correction other) {
        return new EffectRequest(scope, groupings, economics, other, level, worth);
    }

    /** Returns this request with what is worth having. */
    public EffectRequest with(Map<Measure, Worth> other) {
        return new EffectRequest(scope, groupings, economics, correction, level, other);
    }
}
