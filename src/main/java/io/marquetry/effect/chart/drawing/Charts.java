package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Token;

/** Draws charts. */
public final class Charts {

    private Charts() {}

    /** Returns a chart's drawing: the width of the space, and its height unless rows need more. */
    public static Drawing draw(Chart chart, Space space) {
        Pen pen = new Pen(space.widths());
        double height =
                isEmpty(chart)
                        ? empty(pen, space)
                        : switch (chart) {
                            case Chart.Trend trend -> new TrendDrawing(trend, space, pen).draw();
                            case Chart.Funnel funnel ->
                                    new FunnelDrawing(funnel, space, pen).draw();
                            case Chart.Forest forest ->
                                    new ForestDrawing(forest, space, pen).draw();
                            case Chart.Compared compared ->
                                    new ComparedDrawing(compared, space, pen).draw();
                            case Chart.Contribution contribution ->
                                    new ContributionDrawing(contribution, space, pen).draw();
                            case Chart.HeatMap map -> new HeatMapDrawing(map, space, pen).draw();
                        };
        return new Drawing(chart.title(), space.width(), height, pen.marks());
    }

    /** Returns whether there is nothing to draw. */
    public static boolean isEmpty(Chart chart) {
        return switch (chart) {
            case Chart.Trend trend ->
                    trend.courses().stream()
                            .flatMap(course -> course.steps().stream())
                            .allMatch(step -> Values.of(step.value()).isEmpty());
            case Chart.Funnel funnel -> funnel.stages().stream().allMatch(s -> s.count() <= 0);
            case Chart.Forest forest -> forest.gaps().isEmpty();
            case Chart.Compared compared -> compared.figures().isEmpty();
            case Chart.Contribution contribution -> contribution.figures().isEmpty();
            case Chart.HeatMap map -> map.rows().isEmpty() || map.columns().isEmpty();
        };
    }

    private static double empty(Pen pen, Space space) {
        pen.fitted(
                space.width() / 2,
                space.height() / 2,
                space.texts().get("chart.empty"),
                space.width() - 16,
                Lettering.LABEL,
                Anchor.MIDDLE,
                Token.MUTED);
        return space.height();
    }
}
