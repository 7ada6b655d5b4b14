package io.marquetry.effect.chart.drawing;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Remarks;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The numbers of a chart, for a spreadsheet; shares are 0 to 1, numbers have twelve digits at most
 * and a full stop, days are ISO 8601, whatever the language.
 *
 * @param head names of the columns
 * @param rows numbers and texts; as many as the head has
 */
public record ChartNumbers(List<String> head, List<List<Cell>> rows) {

    /** One cell. */
    public sealed interface Cell {}

    /** Words, perhaps somebody else's. */
    public record Words(String text) implements Cell {}

    /** A number, or nothing. */
    public record Number(Optional<BigDecimal> value) implements Cell {}

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Copies the lists. */
    public ChartNumbers {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Returns the numbers that a chart shows, with its columns named in the language. */
    public static ChartNumbers of(Chart chart, Texts texts) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> columns =
                switch (chart) {
                    case Chart.Trend trend -> {
                        trend.courses().forEach(course -> course(course, rows, texts));
                        yield List.of(
                                "name", "day", "value", "low", "high", "from", "to", "decay",
                                "mark");
                    }
                    case Chart.Funnel funnel -> {
                        funnel.stages()
                                .forEach(
                                        s -> rows.add(List.of(words(s.name()), number(s.count()))));
                        yield List.of("name", "count");
                    }
                    case Chart.Forest forest -> {
                        forest.gaps().forEach(gap -> gap(gap, rows, texts));
                        yield List.of("name", "difference", "low", "high", "p", "verdict", "mark");
                    }
                    case Chart.Compared compared -> {
                        compared.figures().forEach(figure -> compared(figure, rows, texts));
                        yield List.of("name", "value", "low", "high", "mark");
                    }
                    case Chart.Contribution contribution -> {
                        ContributionDrawing.ordered(contribution.figures())
                                .forEach(figure -> compared(figure, rows, texts));
                        yield List.of("name", "value", "low", "high", "mark");
                    }
                    case Chart.HeatMap map -> {
                        map.rows().forEach(row -> heat(map, row, rows, texts));
                        yield List.of("name", "when", "value", "low", "high", "targeted", "mark");
                    }
                };
        return new ChartNumbers(
                columns.stream().map(column -> texts.get("chart.csv." + column)).toList(), rows);
    }

    private static void course(Chart.Course course, List<List<Cell>> rows, Texts texts) {
        for (Chart.Step step : course.steps()) {
            List<Cell> row = new ArrayList<>();
            row.add(words(course.name()));
            row.add(words(step.day().toString()));
            estimate(step.value(), row);
            interval(step.expected(), row);
            boolean begins = course.decayedFrom().filter(step.day()::equals).isPresent();
            row.add(words(begins ? "x" : ""));
            row.add(mark(step.value(), texts));
            rows.add(row);
        }
    }

    private static void gap(Chart.Gap gap, List<List<Cell>> rows, Texts texts) {
        List<Cell> row = new ArrayList<>();
        row.add(words(gap.name()));
        switch (gap.difference()) {
            case Difference.Measured measured -> {
                row.add(number(measured.value()));
                interval(Optional.of(measured.interval()), row);
                row.add(number(measured.pValue()));
                row.add(
                        words(
                                gap.verdict()
                                        .map(v -> texts.get("effect.verdict." + v.name()))
                                        .orElse("")));
                row.add(words(new Remarks(texts).mark(measured.footing())));
            }
            case Difference.Unknown unknown -> {
                row.add(none());
                interval(Optional.empty(), row);
                row.add(none());
                row.add(words(texts.get("effect.lacking." + unknown.why().name())));
                row.add(words(""));
            }
        }
        rows.add(row);
    }

    private static void compared(Chart.Figure figure, List<List<Cell>> rows, Texts texts) {
        List<Cell> row = new ArrayList<>();
        row.add(words(figure.name()));
        estimate(figure.value(), row);
        row.add(mark(figure.value(), texts));
        rows.add(row);
    }

    private static Words mark(Estimate estimate, Texts texts) {
        return words(
                estimate instanceof Estimate.Known known
                        ? new Remarks(texts).mark(known.footing())
                        : "");
    }

    private static void heat(
            Chart.HeatMap map, Chart.HeatRow heatRow, List<List<Cell>> rows, Texts texts) {
        for (int i = 0; i < map.columns().size(); i++) {
            Chart.HeatCell cell = heatRow.cells().get(i);
            List<Cell> row = new ArrayList<>();
            row.add(words(heatRow.name()));
            row.add(words(map.columns().get(i)));
            estimate(cell.value(), row);
            row.add(number(cell.of()));
            row.add(mark(cell.value(), texts));
            rows.add(row);
        }
    }

    private static void estimate(Estimate estimate, List<Cell> row) {
        OptionalDouble value = Values.of(estimate);
        row.add(value.isPresent() ? number(value.getAsDouble()) : none());
        interval(Values.interval(estimate), row);
    }

    private static void interval(Optional<Interval> interval, List<Cell> row) {
        Optional<Interval> finite = interval.filter(Values::isFinite);
        row.add(finite.map(i -> number(i.low())).orElse(none()));
        row.add(finite.map(i -> number(i.high())).orElse(none()));
    }

    private static Words words(String text) {
        return new Words(text);
    }

    private static Number none() {
        return new Number(Optional.empty());
    }

    private static Number number(long value) {
        return new Number(Optional.of(BigDecimal.valueOf(value)));
    }

    private static Number number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return new Number(
                Optional.of(
                        rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()));
    }
}
