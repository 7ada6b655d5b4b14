package io.marquetry.effect.chart;

import io.marquetry.effect.chart.Chart.Figure;
import io.marquetry.effect.stats.Interval;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/** Draws figures of several packages or arms below each other, each as a dot with its interval. */
final class ComparedDrawing {

    private static final String TREATED = "treated";
    private static final String CONTROL = "control";
    private static final double ROW = 32;
    private static final double LEAST_ROW = 22;
    private static final double BOTTOM = 24;

    private final Chart.Compared compared;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;
    private final Hovers hovers;

    ComparedDrawing(Chart.Compared compared, Space space, Pen pen) {
        this.compared = compared;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
    }

    double draw() {
        double top = LegendRow.draw(pen, 0, 0, space.width(), legend()) + 6;
        List<Figure> figures = compared.figures();
        RowLayout layout =
                RowLayout.of(
                        pen,
                        space.width(),
                        figures.stream().map(Figure::name).toList(),
                        figures.stream().map(this::words).toList());
        double row = Math.clamp((space.height() - top - BOTTOM) / figures.size(), LEAST_ROW, ROW);
        double bottom = top + row * figures.size();
        DoubleSummaryStatistics span = span();
        ValueAxis axis = new ValueAxis(pen, amounts, compared.quantity());
        Ticks ticks = axis.across(span.getMin(), span.getMax(), layout.right() - layout.left());
        Scale x = new Scale(ticks.low(), ticks.high(), layout.left(), layout.right());
        axis.drawAcross(ticks, x, top, bottom, space.width());
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            double y = top + row * (i + 0.5);
            pen.fitted(
                    0,
                    y + 4,
                    figure.name(),
                    layout.names(),
                    Lettering.LABEL,
                    Anchor.START,
                    Token.TEXT);
            pen.group(
                    new Meaning.Series(figure.control() ? CONTROL : TREATED),
                    inner ->
                            inner.told(
                                    Told.figure(hovers, compared.quantity(), figure),
                                    figure.target(),
                                    one -> figure(one, figure, x, y, layout)));
        }
        return Math.max(space.height(), bottom + BOTTOM);
    }

    private void figure(Pen inner, Figure figure, Scale x, double y, RowLayout layout) {
        Token token = figure.control() ? Token.CONTROL : Token.TREATED;
        OptionalDouble value = Values.of(figure.value());
        Values.interval(figure.value())
                .ifPresent(
                        interval ->
                                inner.line(
                                        x.at(interval.low()),
                                        y,
                                        x.at(interval.high()),
                                        y,
                                        Stroke.of(token, 2.5)));
        value.ifPresent(v -> inner.dot(x.at(v), y, 5, token));
        if (layout.words() > 0) {
            inner.words(
                    space.width(),
                    y + 4,
                    words(figure),
                    Lettering.SMALL,
                    Anchor.END,
                    value.isPresent() ? Token.TEXT : Token.MUTED);
        }
    }

    private String words(Figure figure) {
        OptionalDouble value = Values.of(figure.value());
        return value.isPresent()
                ? amounts.text(compared.quantity(), value.getAsDouble())
                : space.texts().get("chart.noValue");
    }

    private List<LegendRow.Entry> legend() {
        List<LegendRow.Entry> entries = new ArrayList<>();
        if (compared.figures().stream().anyMatch(Figure::control)) {
            entries.add(entry(TREATED, "chart.treated", Token.TREATED));
            entries.add(entry(CONTROL, "chart.control", Token.CONTROL));
        }
        return entries;
    }

    private LegendRow.Entry entry(String key, String name, Token token) {
        return new LegendRow.Entry(key, space.texts().get(name), token, LegendRow.Shape.DOT);
    }

    private DoubleSummaryStatistics span() {
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        for (Figure figure : compared.figures()) {
            Values.of(figure.value()).ifPresent(span);
            Interval interval = Values.interval(figure.value()).orElse(null);
            if (interval != null) {
                span.accept(interval.low());
                span.accept(interval.high());
            }
        }
        if (span.getCount() == 0 || span.getMin() > 0 && span.getMin() < 0.6 * span.getMax()) {
            span.accept(0);
        }
        return span;
    }
}
