package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Figure;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Token;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Draws what each part brought: bars from 0, the largest first, losses to the left. */
final class ContributionDrawing {

    private static final double TOP = 4;
    private static final double ROW = 26;
    private static final double MIN_ROW = 20;
    private static final double GAP = 8;

    private final Chart.Contribution contribution;
    private final Rows rows;

    ContributionDrawing(Chart.Contribution contribution, Space space, Pen pen) {
        this.contribution = contribution;
        this.rows = new Rows(pen, space, contribution.quantity());
    }

    double draw() {
        List<Figure> figures = ordered(contribution.figures());
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        span.accept(0);
        figures.forEach(figure -> Values.of(figure.value()).ifPresent(span));
        return rows.draw(
                TOP,
                MIN_ROW,
                ROW,
                span,
                figures.stream()
                        .map(figure -> rows.figure(figure, (pen, place) -> bar(pen, figure, place)))
                        .toList());
    }

    /** Returns figures as they are drawn: the largest first, those without value last. */
    static List<Figure> ordered(List<Figure> figures) {
        return figures.stream()
                .sorted(
                        Comparator.comparingDouble(
                                figure -> -Values.of(figure.value()).orElse(-Double.MAX_VALUE)))
                .toList();
    }

    private static void bar(Pen pen, Figure figure, Rows.Place place) {
        double value = Values.of(figure.value()).orElse(0);
        double zero = place.x().at(0);
        double end = place.x().at(value);
        double height = place.height() - GAP;
        pen.rect(
                Math.min(zero, end),
                place.middle() - height / 2,
                Math.max(1, Math.abs(end - zero)),
                height,
                2,
                Ink.of(value < 0 ? Token.BAD : figure.control() ? Token.CONTROL : Token.ACCENT));
    }
}
