package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart.Course;
import io.marquetry.effect.chart.Chart.HeatCell;
import io.marquetry.effect.chart.Chart.HeatMap;
import io.marquetry.effect.chart.Chart.HeatRow;
import io.marquetry.effect.chart.Chart.Step;
import io.marquetry.effect.chart.Chart.Trend;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.WatchedTag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Charts over time, of divisions whose last dimension is time; groups without a day are left out.
 */
public final class TimeCharts {

    private static final HeatCell NOBODY =
            new HeatCell(new Estimate.Unknown(Lacking.NOTHING_COUNTED), 0, Optional.empty());

    private final Texts texts;
    private final GroupNames names;
    private final Amounts amounts;

    /** Makes charts in the language of the texts. */
    public TimeCharts(Texts texts) {
        this.texts = texts;
        this.names = new GroupNames(texts);
        this.amounts = new Amounts(texts);
    }

    /**
     * Returns a figure of the treated over time: one line, or one for each value before the time,
     * with the band of what was expected and where decays began as far as they were watched.
     *
     * @param watched what was found in the same division; may be empty
     */
    public Trend trend(
            EffectAnswer answer,
            int division,
            Measure measure,
            List<io.marquetry.effect.watch.Trend> watched) {
        List<Course> courses = new ArrayList<>();
        segments(answer.divisions().get(division))
                .forEach(
                        (segment, at) ->
                                courses.add(
                                        course(
                                                segment,
                                                at,
                                                group -> cell(answer, division, group, measure),
                                                watched.stream()
                                                        .filter(t -> t.measure() == measure)
                                                        .filter(t -> t.values().equals(segment))
                                                        .findFirst())));
        return new Trend(
                texts.get("chart.title.trend", texts.get("effect.measure." + measure.name())),
                EffectCharts.quantity(measure),
                courses);
    }

    private Course course(
            List<GroupValue> segment,
            Map<LocalDate, Integer> at,
            IntFunction<HeatCell> cells,
            Optional<io.marquetry.effect.watch.Trend> watched) {
        Map<LocalDate, Interval> expected = new HashMap<>();
        watched.ifPresent(
                trend ->
                        trend.band().forEach(band -> expected.put(band.begins(), band.interval())));
        List<Step> steps = new ArrayList<>();
        at.forEach(
                (day, group) -> {
                    HeatCell cell = cells.apply(group);
                    steps.add(
                            new Step(
                                    day,
                                    cell.value(),
                                    Optional.ofNullable(expected.get(day)),
                                    cell.target()));
                });
        return new Course(name(segment), steps, watched.flatMap(TimeCharts::decay));
    }

    private static Optional<LocalDate> decay(io.marquetry.effect.watch.Trend trend) {
        return trend.shift() instanceof Shift.Found found && found.decay()
                ? Optional.of(found.since())
                : Optional.empty();
    }

    /** Returns how many carried a tag on each day that it was counted; a click means the tag. */
    public Trend sizes(WatchedTag watched) {
        Optional<String> tag = Optional.of(watched.tag().value());
        return new Trend(
                texts.get("chart.title.tagSize", texts.tag(watched.tag().value())),
                Quantity.COUNT,
                List.of(
                        new Course(
                                texts.tag(watched.tag().value()),
                                watched.sizes().stream()
                                        .map(
                                                size ->
                                                        new Step(
                                                                size.takenOn(),
                                                                EffectCharts.exactly(
                                                                        (double) size.profiles()),
                                                                Optional.empty(),
                                                                tag))
                                        .toList(),
                                Optional.empty())));
    }

    /** Returns a figure of the treated by segment and time. */
    public HeatMap heatMap(EffectAnswer answer, int division, Measure measure) {
        Division divided = answer.divisions().get(division);
        Map<List<GroupValue>, Map<LocalDate, Integer>> segments = segments(divided);
        SortedSet<LocalDate> days = new TreeSet<>();
        segments.values().forEach(at -> days.addAll(at.keySet()));
        boolean severalYears =
                !days.isEmpty() && days.getFirst().getYear() != days.getLast().getYear();
        List<HeatRow> rows = new ArrayList<>();
        segments.forEach(
                (segment, at) ->
                        rows.add(
                                new HeatRow(
                                        name(segment),
                                        days.stream()
                                                .map(at::get)
                                                .map(
                                                        group ->
                                                                group == null
                                                                        ? NOBODY
                                                                        : cell(
                                                                                answer, division,
                                                                                group, measure))
                                                .toList())));
        return new HeatMap(
                texts.get(
                        "chart.title.by",
                        texts.get("effect.measure." + measure.name()),
                        names.grouping(divided.grouping())),
                EffectCharts.quantity(measure),
                days.stream().map(day -> head(divided, day, severalYears)).toList(),
                rows);
    }

    private String head(Division division, LocalDate day, boolean severalYears) {
        if (division.grouping().dimensions().getLast() instanceof Dimension.Time(var step)
                && step == Dimension.TimeStep.MONTH) {
            return amounts.month(day);
        }
        return severalYears ? amounts.day(day) : amounts.shortDay(day);
    }

    private static HeatCell cell(EffectAnswer answer, int division, int group, Measure measure) {
        Figures treated = answer.divisions().get(division).groups().get(group).treated();
        return new HeatCell(
                EffectCharts.figure(treated, measure),
                treated.targeted(),
                Optional.of(new GroupTarget(division, group).text()));
    }

    /** Returns where the groups of each segment stand, by their days, both in order. */
    private static Map<List<GroupValue>, Map<LocalDate, Integer>> segments(Division division) {
        Map<List<GroupValue>, Map<LocalDate, Integer>> segments = new LinkedHashMap<>();
        for (int i = 0; i < division.groups().size(); i++) {
            List<GroupValue> values = division.groups().get(i).values();
            if (values.getLast() instanceof GroupValue.Begins begins) {
                segments.computeIfAbsent(values.subList(0, values.size() - 1), _ -> new TreeMap<>())
                        .put(begins.day(), i);
            }
        }
        return segments;
    }

    private String name(List<GroupValue> before) {
        return before.isEmpty()
                ? texts.get("chart.allTreated")
                : before.stream().map(names::value).collect(Collectors.joining(" · "));
    }
}
