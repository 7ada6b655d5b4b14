package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart.Course;
import io.marquetry.effect.chart.Chart.HeatCell;
import io.marquetry.effect.chart.Chart.HeatMap;
import io.marquetry.effect.chart.Chart.HeatRow;
import io.marquetry.effect.chart.Chart.Step;
import io.marquetry.effect.chart.Chart.Trend;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.GroupValue;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.watch.Band;
import io.marquetry.effect.watch.Shift;

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
import java.util.stream.Collectors;

/**
 * Charts over time, of divisions whose last dimension is time; groups without a day are left out.
 */
public final class TimeCharts {

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
     * Returns a figure of the treated over time: one line, or one for each value before the time.
     * What was expected, and where a decay began, is added by whoever watches.
     */
    public Trend trend(EffectAnswer answer, int division, Measure measure) {
        List<Course> courses = new ArrayList<>();
        segments(answer.divisions().get(division))
                .forEach(
                        (name, at) ->
                                courses.add(
                                        new Course(
                                                name,
                                                at.entrySet().stream()
                                                        .map(e -> step(e, measure))
                                                        .toList(),
                                                Optional.empty(),
                                                Optional.empty())));
        return new Trend(
                texts.get("chart.title.trend", texts.get("effect.measure." + measure.name())),
                EffectCharts.quantity(measure),
                courses);
    }

    /**
     * Returns watched rates over time, with the band of what was expected and where decays began.
     */
    public Trend watched(List<io.marquetry.effect.watch.Trend> trends, Measure measure) {
        return new Trend(
                texts.get("chart.title.trend", texts.get("effect.measure." + measure.name())),
                EffectCharts.quantity(measure),
                trends.stream().map(this::course).toList());
    }

    private Course course(io.marquetry.effect.watch.Trend trend) {
        Map<LocalDate, Interval> expected = new HashMap<>();
        for (Band band : trend.band()) {
            expected.put(band.begins(), band.interval());
        }
        return new Course(
                name(trend.values()),
                trend.points().stream()
                        .map(
                                point ->
                                        new Step(
                                                point.begins(),
                                                point.rate().estimate(),
                                                Optional.ofNullable(expected.get(point.begins()))))
                        .toList(),
                trend.shift() instanceof Shift.Found found && found.decay()
                        ? Optional.of(found.since())
                        : Optional.empty(),
                Optional.empty());
    }

    /** Returns a figure of the treated by segment and time. */
    public HeatMap heatMap(EffectAnswer answer, int division, Measure measure) {
        Division divided = answer.divisions().get(division);
        Map<String, Map<LocalDate, Group>> segments = segments(divided);
        SortedSet<LocalDate> days = new TreeSet<>();
        segments.values().forEach(at -> days.addAll(at.keySet()));
        boolean severalYears =
                !days.isEmpty() && days.getFirst().getYear() != days.getLast().getYear();
        List<HeatRow> rows = new ArrayList<>();
        segments.forEach(
                (name, at) ->
                        rows.add(
                                new HeatRow(
                                        name,
                                        days.stream()
                                                .map(
                                                        day ->
                                                                cell(
                                                                        divided, division, at, day,
                                                                        measure))
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

    private static Step step(Map.Entry<LocalDate, Group> at, Measure measure) {
        return new Step(
                at.getKey(),
                EffectCharts.figure(at.getValue().treated(), measure),
                Optional.empty());
    }

    private static HeatCell cell(
            Division divided,
            int division,
            Map<LocalDate, Group> at,
            LocalDate day,
            Measure measure) {
        Group group = at.get(day);
        return group == null
                ? new HeatCell(new Estimate.Unknown(Lacking.NOTHING_COUNTED), 0, Optional.empty())
                : new HeatCell(
                        EffectCharts.figure(group.treated(), measure),
                        group.treated().targeted(),
                        Optional.of(
                                new GroupTarget(division, divided.groups().indexOf(group)).text()));
    }

    /** Returns the groups of each segment by their days, both in order. */
    private Map<String, Map<LocalDate, Group>> segments(Division division) {
        Map<String, Map<LocalDate, Group>> segments = new LinkedHashMap<>();
        for (Group group : division.groups()) {
            if (group.values().getLast() instanceof GroupValue.Begins begins) {
                segments.computeIfAbsent(segment(group), _ -> new TreeMap<>())
                        .put(begins.day(), group);
            }
        }
        return segments;
    }

    private String segment(Group group) {
        return name(group.values().subList(0, group.values().size() - 1));
    }

    private String name(List<GroupValue> before) {
        return before.isEmpty()
                ? texts.get("chart.allTreated")
                : before.stream().map(names::value).collect(Collectors.joining(" · "));
    }
}
