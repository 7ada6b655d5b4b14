package io.marquetry.effect.review;

import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Economics;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.Scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of a set of outcomes.
 *
 * @param groupings by what to divide besides packages, tags, channels and time, where the outcomes
 *     tell them; empty: by the first attribute of the people
 * @param step how long the spans of time are; empty: as short as can still be seen
 * @param worth the smallest effect worth having, for goals where it is another than the workspace's
 */
public record Question(
        OutcomeSet set,
        Scope scope,
        List<Grouping> groupings,
        Optional<Dimension.TimeStep> step,
        Economics economics,
        Correction correction,
        Map<Measure, Worth> worth) {

    /** Copies the groupings and what is worth having. */
    public Question {
        groupings = List.copyOf(groupings);
        worth = Map.copyOf(worth);
    }

    /** Asks about everything of a set, all revenue earned, corrected by Holm. */
    public static Question of(OutcomeSet set) {
        return new Question(
                set,
                Scope.ALL,
                List.of(),
                Optional.empty(),
                Economics.PLAIN,
                Correction.HOLM,
                Map.of());
    }

    /** Returns this question about other outcomes of the set. */
    public Question within(Scope other) {
        return new Question(set, other, groupings, step, economics, correction, worth);
    }

    /** Returns this question with other divisions. */
    public Question by(List<Grouping> other) {
        return new Question(set, scope, other, step, economics, correction, worth);
    }

    /** Returns this question with other spans of time. */
    public Question per(Optional<Dimension.TimeStep> other) {
        return new Question(set, scope, groupings, other, economics, correction, worth);
    }

    /** Returns this question with other money. */
    public Question with(Economics other) {
        return new Question(set, scope, groupings, step, other, correction, worth);
    }

    /** Returns this question with another correction. */
    public Question with(Correction other) {
        return new Question(set, scope, groupings, step, economics, other, worth);
    }

    /** Returns this question with other effects worth having. */
    public Question with(Map<Measure, Worth> other) {
        return new Question(set, scope, groupings, step, economics, correction, other);
    }
}
