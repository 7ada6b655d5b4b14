package io.marquetry.ui.review.ask;

import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Economics;

import java.util.Optional;

/**
 * What a manager wants to know about a set of outcomes.
 *
 * @param pack the package, as the outcomes or the workspace call it; empty: all
 * @param segment by what people are divided; empty: the screen chooses
 * @param step how long the spans of the trend and the heat map are; empty: as short as can be seen
 */
public record ReviewChoices(
        Optional<String> pack,
        Period period,
        Economics economics,
        Correction correction,
        Optional<Dimension> segment,
        Optional<Dimension.TimeStep> step) {

    /** Everything of a set, all revenue earned. */
    static final ReviewChoices PLAIN =
            new ReviewChoices(
                    Optional.empty(),
                    Period.ALL,
                    Economics.PLAIN,
                    Correction.HOLM,
                    Optional.empty(),
                    Optional.empty());

    public ReviewChoices withPack(Optional<String> other) {
        return new ReviewChoices(other, period, economics, correction, segment, step);
    }

    public ReviewChoices withPeriod(Period other) {
        return new ReviewChoices(pack, other, economics, correction, segment, step);
    }

    ReviewChoices with(Economics money, Correction many) {
        return new ReviewChoices(pack, period, money, many, segment, step);
    }

    public ReviewChoices withSegment(Optional<Dimension> other) {
        return new ReviewChoices(pack, period, economics, correction, other, step);
    }

    public ReviewChoices withStep(Optional<Dimension.TimeStep> other) {
        return new ReviewChoices(pack, period, economics, correction, segment, other);
    }
}
