package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Figure;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Draws figures of several packages or arms below each other, each as a dot with its interval. */
final class ComparedDrawing {

    private static final String TREATED = "treated";
    private static final String CONTROL = "control";
    private static final double ROW = 32;
    private static final double MIN_ROW = 22;

    private final Chart.Compared compared;
    private final Space space;
    private final Pen pen;
    private final Rows rows;

    ComparedDrawing(Chart.Compared compared, Space space, Pen pen) {
        this.compared = compared;
        this.space = space;
        this.pen = pen;
        this.rows = new Rows(pen, space, compared.quantity());
    }

    double draw() {
        double top = LegendRow.draw(pen, 0, 0, space.width(), legend()) + 6;
        return rows.draw(
                top,
                MIN_ROW,
                ROW,
                span(),
                compared.figures().stream().map(this::switched).toList());
    }

    /** Returns the row of a figure, which the legend switches. */
    private Rows.Row switched(Figure figure) {
        Rows.Row row = rows.figure(figure, (inner, place) -> value(inner, figure, place));
        Meaning series = new Meaning.Series(figure.control() ? CONTROL : TREATED);
        return new Rows.Row(
                row.name(),
                row.words(),
                (outer, place) -> outer.group(series, inner -> row.drawing().accept(inner, place)));
    }

    private static void value(Pen inner, Figure figure, Rows.Place place) {
        Token token = figure.control() ? Token.CONTROL : Token.TREATED;
        Scale x = place.x();
        double y = place.middle();
        Values.interval(figure.value())
                .ifPresent(
                        interval ->
                                inner.line(
                                        x.at(interval.low()),
                                        y,
                                        x.at(interval.high()),
                                        y,
                                        Stroke.of(token, 2.5)));
        Values.of(figure.value()).ifPresent(v -> inner.dot(x.at(v), y, 5, token));
    }

    private List<LegendRow.Entry> legend() {
        return compared.figures().stream().anyMatch(Figure::control)
                ? List.of(
                        entry(TREATED, "chart.treated", Token.TREATED),
                        entry(CONTROL, "chart.control", Token.CONTROL))
                : List.of();
    }

    private LegendRow.Entry entry(String key, String name, Token token) {
        return new LegendRow.Entry(key, space.texts().get(name), token, LegendRow.Shape.DOT);
    }

    private DoubleSummaryStatistics span() {
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        for (Figure figure : compared.figures()) {
            Values.of(figure.value()).ifPresent(span);
            Values.interval(figure.value())
                    .ifPresent(
                            interval -> {
                                span.accept(interval.low());
                                span.accept(interval.high());
                            });
        }
        if (span.getCount() == 0 || span.getMin() > 0 && span.getMin() < 0.6 * span.getMax()) {
            span.accept(0);
        }
        return span;
    }
}
