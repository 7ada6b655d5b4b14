package io.marquetry.ui.review;

import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.watch.Trend;

import java.util.List;
import java.util.Optional;

/**
 * What the whole screen shows: the figures, and by what else they could be divided.
 *
 * @param segments by what people can be divided
 * @param segment by what they are divided; empty where nothing can
 * @param step the spans of time
 * @param trends the rates of everybody over time; none where the outcomes do not tell when
 * @param advised what to do next
 */
record ReviewAnswer(
        EffectAnswer figures,
        List<Dimension> segments,
        Optional<Dimension> segment,
        Dimension.TimeStep step,
        List<Trend> trends,
        List<Advised> advised) {

    /** Copies the lists. */
    ReviewAnswer {
        segments = List.copyOf(segments);
        trends = List.copyOf(trends);
        advised = List.copyOf(advised);
    }

    /** Returns the figures divided so, if they were asked for. */
    Optional<Division> by(Dimension... dimensions) {
        Grouping wanted = Grouping.by(dimensions);
        return figures.divisions().stream().filter(d -> d.grouping().equals(wanted)).findFirst();
    }

    /** Returns the figures by segment. */
    Optional<Division> bySegment() {
        return segment.flatMap(this::by);
    }

    /** Returns the figures over time. */
    Optional<Division> overTime() {
        return by(new Dimension.Time(step));
    }

    /** Returns the figures by segment and span of time. */
    Optional<Division> bySegmentOverTime() {
        return segment.flatMap(s -> by(s, new Dimension.Time(step)));
    }
}
