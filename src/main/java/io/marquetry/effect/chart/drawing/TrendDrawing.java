package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Course;
import io.marquetry.effect.chart.Chart.Step;
import io.marquetry.effect.chart.Hovers;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Mark;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Point;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.stats.Interval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Draws a figure over time over the band of what was expected. */
final class TrendDrawing {

    /** The key of the expected bands in the legend. */
    static final String EXPECTED = "expected";

    private static final double BOTTOM = 24;
    private static final double SIDE = 10;
    private static final int SERIES = 8;
    private static final int MANY = 60;
    private static final double WIDEST = 1.6;

    private final Chart.Trend trend;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;
    private final Hovers hovers;
    private final List<LocalDate> days;

    TrendDrawing(Chart.Trend trend, Space space, Pen pen) {
        this.trend = trend;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
        this.days =
                trend.courses().stream()
                        .flatMap(course -> course.steps().stream())
                        .map(Step::day)
                        .distinct()
                        .sorted()
                        .toList();
    }

    double draw() {
        double height = space.height();
        double top = LegendRow.draw(pen, 0, 0, space.width(), legend()) + 8;
        DecayMarks decays = new DecayMarks(trend, space, amounts);
        double plotTop = top + decays.height();
        double bottom = Math.max(plotTop + 40, height - BOTTOM);
        DoubleSummaryStatistics span = span();
        ValueAxis axis = new ValueAxis(pen, amounts, trend.quantity());
        Ticks ticks = axis.upwards(from(span), span.getMax(), bottom - plotTop);
        double left = axis.widest(ticks) + 8;
        Scale y = new Scale(ticks.low(), ticks.high(), bottom, plotTop);
        Scale x = days(left + SIDE, space.width() - SIDE);
        axis.drawUpwards(ticks, y, left, space.width());
        new DayAxis(pen, amounts, space.width())
                .draw(
                        days,
                        days.stream().map(day -> x.at((double) day.toEpochDay())).toList(),
                        bottom + 17);
        trend.courses().forEach(course -> band(course, x, y, ticks.high()));
        for (int i = 0; i < trend.courses().size(); i++) {
            course(i, x, y);
        }
        decays.draw(pen, x, y, plotTop, bottom);
        return bottom + BOTTOM;
    }

    private Scale days(double start, double end) {
        double first = (double) days.getFirst().toEpochDay();
        double last = (double) days.getLast().toEpochDay();
        return first < last
                ? new Scale(first, last, start, end)
                : new Scale(first - 1, first + 1, start, end);
    }

    private List<LegendRow.Entry> legend() {
        List<LegendRow.Entry> entries = new ArrayList<>();
        boolean bands = steps().stream().anyMatch(step -> step.expected().isPresent());
        if (trend.courses().size() > 1 || bands) {
            for (int i = 0; i < trend.courses().size(); i++) {
                String name = trend.courses().get(i).name();
                entries.add(
                        new LegendRow.Entry(
                                name,
                                name,
                                token(i),
                                i < SERIES ? LegendRow.Shape.LINE : LegendRow.Shape.DASHES));
            }
        }
        if (bands) {
            entries.add(
                    new LegendRow.Entry(
                            EXPECTED,
                            space.texts().get("chart.expected"),
                            Token.BAND,
                            LegendRow.Shape.AREA));
        }
        return entries;
    }

    private void band(Course course, Scale x, Scale y, double top) {
        List<Point> upper = new ArrayList<>();
        List<Point> lower = new ArrayList<>();
        for (Step step : course.steps()) {
            Optional<Interval> expected = step.expected().filter(Values::isFinite);
            expected.ifPresent(
                    interval -> {
                        double place = x.at((double) step.day().toEpochDay());
                        upper.add(new Point(place, y.at(Math.min(interval.high(), top))));
                        lower.add(new Point(place, y.at(Math.min(interval.low(), top))));
                    });
        }
        if (upper.size() > 1) {
            List<Point> around = new ArrayList<>(upper);
            around.addAll(lower.reversed());
            // Where bands of several courses overlap, both stay visible.
            double opacity = trend.courses().size() == 1 ? 1 : 0.5;
            pen.group(
                    new Meaning.Series(EXPECTED),
                    inner -> inner.add(new Mark.Polygon(around, new Ink(Token.BAND, opacity))));
        }
    }

    private void course(int index, Scale x, Scale y) {
        Course course = trend.courses().get(index);
        Token token = token(index);
        pen.group(
                new Meaning.Series(course.name()),
                inner -> {
                    List<Point> run = new ArrayList<>();
                    for (Step step : course.steps()) {
                        OptionalDouble value = Values.of(step.value());
                        if (value.isPresent()) {
                            run.add(
                                    new Point(
                                            x.at((double) step.day().toEpochDay()),
                                            y.at(value.getAsDouble())));
                        } else {
                            line(inner, run, token, index);
                        }
                    }
                    line(inner, run, token, index);
                    course.steps().forEach(step -> dot(inner, course, step, token, x, y));
                });
    }

    private static void line(Pen pen, List<Point> run, Token token, int index) {
        if (run.size() > 1) {
            pen.add(
                    new Mark.Polyline(
                            run, index < SERIES ? Stroke.of(token, 2) : Stroke.dashed(token, 2)));
        }
        run.clear();
    }

    private void dot(Pen inner, Course course, Step step, Token token, Scale x, Scale y) {
        Values.of(step.value())
                .ifPresent(
                        value ->
                                inner.told(
                                        hover(course, step),
                                        step.target(),
                                        one ->
                                                one.dot(
                                                        x.at((double) step.day().toEpochDay()),
                                                        y.at(value),
                                                        days.size() > MANY ? 1.5 : 3,
                                                        token)));
    }

    private String hover(Course course, Step step) {
        String told =
                course.name()
                        + "\n"
                        + amounts.day(step.day())
                        + "\n"
                        + hovers.estimate(trend.quantity(), step.value());
        return step.expected()
                .filter(Values::isFinite)
                .map(
                        expected ->
                                told
                                        + "\n"
                                        + space.texts()
                                                .get(
                                                        "chart.hover.expected",
                                                        amounts.interval(
                                                                trend.quantity(), expected)))
                .orElse(told);
    }

    private Token token(int index) {
        return trend.courses().size() == 1 ? Token.ACCENT : Token.series(index);
    }

    private List<Step> steps() {
        return trend.courses().stream().flatMap(course -> course.steps().stream()).toList();
    }

    private DoubleSummaryStatistics span() {
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        steps().forEach(step -> Values.of(step.value()).ifPresent(span));
        // Few people make a band so wide that the line in it would lie flat: it is cut.
        double most =
                span.getCount() == 0 || span.getMax() <= 0
                        ? Double.MAX_VALUE
                        : WIDEST * span.getMax();
        for (Step step : steps()) {
            step.expected()
                    .filter(Values::isFinite)
                    .ifPresent(
                            interval -> {
                                span.accept(Math.min(interval.low(), most));
                                span.accept(Math.min(interval.high(), most));
                            });
        }
        return span;
    }

    /** From 0 where it is not far, so that small changes do not look like large ones. */
    private static double from(DoubleSummaryStatistics span) {
        double low = span.getMin();
        return low >= 0 && low < 0.6 * span.getMax() || low == span.getMax()
                ? Math.min(0, low)
                : low;
    }
}
