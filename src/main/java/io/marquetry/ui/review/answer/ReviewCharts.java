package io.marquetry.ui.review.answer;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupTarget;
import io.marquetry.effect.chart.TimeCharts;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.ui.review.ask.OpenedGroup;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The charts of one answer for one measure, and which group a click on them means. */
final class ReviewCharts {

    private final EffectCharts charts;
    private final TimeCharts times;
    private final Reviewed answer;
    private final EffectAnswer figures;
    private final EffectAnswer segmented;
    private final Measure measure;

    ReviewCharts(Texts texts, Reviewed answer, Measure measure) {
        this.charts = new EffectCharts(texts);
        this.times = new TimeCharts(texts);
        this.answer = answer;
        this.figures = answer.answer();
        this.measure = measure;
        this.segmented = answer.segmented();
    }

    /** Returns whether chance held somebody out, so that an effect is measured. */
    boolean isMeasured() {
        return figures.all().uplift() instanceof Uplift.Measured;
    }

    /** Returns the differences from the holdout; without one the figures by segment. */
    Chart effect() {
        Optional<Chart> uplift = charts.uplift(segmented, measure).map(forest -> forest);
        return uplift.orElseGet(
                () ->
                        segmented.divisions().isEmpty()
                                ? charts.arms(figures.all(), measure)
                                : charts.groups(segmented, 0, measure));
    }

    /** Returns how many of the treated got how far. */
    Chart funnel() {
        return charts.funnel(figures, figures.all());
    }

    /** Returns the figure over time; empty where the outcomes do not tell when. */
    Optional<Chart> trend() {
        OptionalInt at = answer.time();
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(times.trend(figures, at.getAsInt(), measure, answer.trends()));
    }

    /** Returns the packages side by side; the arms where no package is known. */
    Chart packages() {
        OptionalInt at = answer.packages();
        return at.isEmpty()
                ? charts.arms(figures.all(), measure)
                : charts.groups(figures, at.getAsInt(), measure);
    }

    /** Returns whether packages stand side by side, not arms. */
    boolean hasPackages() {
        return answer.packages().isPresent();
    }

    /** Returns what each tag brought; empty where the outcomes are linked to no package. */
    Optional<Chart> tags() {
        OptionalInt at = answer.tags();
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(charts.contribution(figures, at.getAsInt()));
    }

    /** Returns the figure by segment and span; empty where the outcomes do not tell when. */
    Optional<Chart> heat() {
        return answer.segment()
                .map(answer::overTime)
                .filter(OptionalInt::isPresent)
                .map(at -> times.heatMap(figures, at.getAsInt(), measure));
    }

    /** Returns the group that a target of the chart of effects means. */
    Optional<OpenedGroup> inEffect(String target) {
        return opened(segmented, target);
    }

    /** Returns the group that a target of another chart means. */
    Optional<OpenedGroup> group(String target) {
        return opened(figures, target);
    }

    private static Optional<OpenedGroup> opened(EffectAnswer in, String target) {
        if (target.equals(GroupTarget.EVERYBODY)) {
            return Optional.of(new OpenedGroup(List.of(), in.all(), List.of()));
        }
        Optional<String> arm = GroupTarget.arm(target);
        if (arm.isPresent()) {
            return Optional.of(new OpenedGroup(List.of(), in.all(), List.of(), arm));
        }
        return GroupTarget.parse(target)
                .flatMap(
                        at ->
                                at.in(in)
                                        .map(
                                                group ->
                                                        new OpenedGroup(
                                                                dimensions(in, at.division()),
                                                                group,
                                                                List.of())));
    }

    private static List<Dimension> dimensions(EffectAnswer in, int division) {
        return in.divisions().get(division).grouping().dimensions();
    }
}
