package io.marquetry.effect.report;

import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Grouping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * By what a report divides a set: what was asked for, and what the outcomes tell anyway.
 *
 * @param all each once
 * @param segments those asked for
 */
record ReportGroupings(List<Grouping> all, List<Grouping> segments) {

    static final Grouping TAGS = Grouping.by(new Dimension.PackageTag());
    static final Grouping CHANNELS = Grouping.by(new Dimension.Told(OutcomeRole.CHANNEL));
    static final List<Dimension.TimeStep> STEPS =
            List.of(Dimension.TimeStep.DAY, Dimension.TimeStep.WEEK, Dimension.TimeStep.MONTH);

    private static final int MOST_SPANS = 62;

    static ReportGroupings of(OutcomeSet set, List<Grouping> segments) {
        Set<Grouping> all = new LinkedHashSet<>();
        boolean packages = set.mapping().column(OutcomeRole.PACKAGE).isPresent();
        boolean timed =
                set.mapping().column(OutcomeRole.WHEN).isPresent()
                        || set.mapping().layout().rows().isPresent();
        if (packages) {
            all.add(Advisory.PACKAGES);
        }
        if (!set.packages().isEmpty()) {
            all.add(TAGS);
        }
        if (set.mapping().column(OutcomeRole.CHANNEL).isPresent()) {
            all.add(CHANNELS);
        }
        if (timed) {
            STEPS.forEach(step -> all.add(time(step)));
            if (packages) {
                all.add(Advisory.PACKAGES_BY_WEEK);
            }
            segments.stream()
                    .filter(ReportGroupings::isSingle)
                    .forEach(by -> all.add(overTime(by)));
        }
        all.addAll(segments);
        return new ReportGroupings(List.copyOf(all), List.copyOf(segments));
    }

    /** Returns where the answer has the groups of a grouping. */
    static OptionalInt division(EffectAnswer answer, Grouping grouping) {
        for (int i = 0; i < answer.divisions().size(); i++) {
            if (answer.divisions().get(i).grouping().equals(grouping)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the finest division by time that a chart can show; the coarsest if none can. */
    static OptionalInt time(EffectAnswer answer) {
        OptionalInt coarsest = OptionalInt.empty();
        for (Dimension.TimeStep step : STEPS) {
            OptionalInt division = division(answer, time(step));
            if (division.isPresent()) {
                coarsest = division;
                if (answer.divisions().get(division.getAsInt()).groups().size() <= MOST_SPANS) {
                    return division;
                }
            }
        }
        return coarsest;
    }

    static Grouping overTime(Grouping segment) {
        return Grouping.by(
                segment.dimensions().getFirst(), new Dimension.Time(Dimension.TimeStep.MONTH));
    }

    static boolean isSingle(Grouping grouping) {
        return grouping.dimensions().size() == 1
                && !(grouping.dimensions().getFirst() instanceof Dimension.Time);
    }

    private static Grouping time(Dimension.TimeStep step) {
        return Grouping.by(new Dimension.Time(step));
    }
}
