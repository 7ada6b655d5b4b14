package io.marquetry.effect.chart;

import io.marquetry.effect.chart.Chart.Figure;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;

/** Draws what each part brought: bars from 0, the largest first, losses to the left. */
final class ContributionDrawing {

    private static final double ROW = 26;
    private static final double LEAST_ROW = 20;
    private static final double BOTTOM = 24;

    private final Chart.Contribution contribution;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;
    private final Hovers hovers;

    ContributionDrawing(Chart.Contribution contribution, Space space, Pen pen) {
        this.contribution = contribution;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
    }

    double draw() {
        List<Figure> figures = ordered(contribution.figures());
        RowLayout layout =
                RowLayout.of(
                        pen,
                        space.width(),
                        figures.stream().map(Figure::name).toList(),
                        figures.stream().map(this::words).toList());
        double top = 4;
        double row = Math.clamp((space.height() - top - BOTTOM) / figures.size(), LEAST_ROW, ROW);
        double bottom = top + row * figures.size();
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        span.accept(0);
        figures.forEach(figure -> Values.of(figure.value()).ifPresent(span));
        ValueAxis axis = new ValueAxis(pen, amounts, contribution.quantity());
        Ticks ticks = axis.across(span.getMin(), span.getMax(), layout.right() - layout.left());
        Scale x = new Scale(ticks.low(), ticks.high(), layout.left(), layout.right());
        axis.drawAcross(ticks, x, top, bottom, space.width());
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            double y = top + row * i;
            double middle = y + row / 2 + 4;
            pen.fitted(
                    0,
                    middle,
                    figure.name(),
                    layout.names(),
                    Lettering.LABEL,
                    Anchor.START,
                    Token.TEXT);
            pen.told(
                    Told.figure(hovers, contribution.quantity(), figure),
                    figure.target(),
                    inner -> {
                        bar(inner, figure, x, y + 4, row - 8);
                        if (layout.words() > 0) {
                            inner.words(
                                    space.width(),
                                    middle,
                                    words(figure),
                                    Lettering.SMALL,
                                    Anchor.END,
                                    Token.TEXT);
                        }
                    });
        }
        return Math.max(space.height(), bottom + BOTTOM);
    }

    /** Returns figures as they are drawn: the largest first, those without value last. */
    static List<Figure> ordered(List<Figure> figures) {
        return figures.stream()
                .sorted(
                        Comparator.comparingDouble(
                                figure -> -Values.of(figure.value()).orElse(-Double.MAX_VALUE)))
                .toList();
    }

    private static void bar(Pen inner, Figure figure, Scale x, double y, double height) {
        double value = Values.of(figure.value()).orElse(0);
        double zero = x.at(0);
        double end = x.at(value);
        inner.rect(
                Math.min(zero, end),
                y,
                Math.max(1, Math.abs(end - zero)),
                height,
                2,
                Ink.of(value < 0 ? Token.BAD : figure.control() ? Token.CONTROL : Token.ACCENT));
    }

    private String words(Figure figure) {
        OptionalDouble value = Values.of(figure.value());
        return value.isPresent()
                ? amounts.text(contribution.quantity(), value.getAsDouble())
                : space.texts().get("chart.noValue");
    }
}
