package io.marquetry.effect.review;

import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Dimension.TimeStep;
import io.marquetry.effect.sums.Grouping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By what a set is divided: by all that its outcomes tell, and by segments of the people. */
final class Groupings {

    static final Grouping TAGS = Grouping.by(new Dimension.PackageTag());
    static final Grouping CHANNELS = Grouping.by(new Dimension.Told(OutcomeRole.CHANNEL));

    /** Finest first. */
    static final List<TimeStep> STEPS = List.of(TimeStep.DAY, TimeStep.WEEK, TimeStep.MONTH);

    /** Segments by day are too many to look at unless somebody wants them. */
    static final List<TimeStep> SEGMENT_STEPS = List.of(TimeStep.WEEK, TimeStep.MONTH);

    private Groupings() {}

    /** Returns all divisions to ask for, each once. */
    static List<Grouping> of(OutcomeSet set, List<Grouping> segments, Optional<TimeStep> step) {
        Set<Grouping> all = new LinkedHashSet<>();
        boolean linked = !set.packages().isEmpty();
        boolean packages = linked || set.mapping().column(OutcomeRole.PACKAGE).isPresent();
        boolean timed = EffectReview.isTimed(set);
        if (packages) {
            all.add(Advisory.PACKAGES);
        }
        if (linked) {
            all.add(TAGS);
        }
        if (set.mapping().column(OutcomeRole.CHANNEL).isPresent()) {
            all.add(CHANNELS);
        }
        if (timed) {
            all.add(packages ? Advisory.PACKAGES_BY_WEEK : Advisory.WEEKS);
            step.map(List::of).orElse(STEPS).forEach(span -> all.add(time(span)));
            for (Dimension segment : single(segments)) {
                step.map(List::of)
                        .orElse(SEGMENT_STEPS)
                        .forEach(span -> all.add(overTime(segment, span)));
            }
        }
        all.addAll(segments);
        return List.copyOf(all);
    }

    /** Returns those of the divisions that advice rests on. */
    static List<Grouping> advised(List<Grouping> all) {
        List<Grouping> resting =
                List.of(Advisory.PACKAGES, Advisory.PACKAGES_BY_WEEK, Advisory.WEEKS);
        return all.stream().filter(resting::contains).distinct().toList();
    }

    /** Returns what divides people by one thing that is no time. */
    static List<Dimension> single(List<Grouping> segments) {
        List<Dimension> single = new ArrayList<>();
        for (Grouping segment : segments) {
            if (segment.dimensions().size() == 1
                    && !(segment.dimensions().getFirst() instanceof Dimension.Time)) {
                single.add(segment.dimensions().getFirst());
            }
        }
        return single;
    }

    static Grouping time(TimeStep step) {
        return Grouping.by(new Dimension.Time(step));
    }

    static Grouping overTime(Dimension segment, TimeStep step) {
        return Grouping.by(segment, new Dimension.Time(step));
    }
}
