package io.marquetry.effect.report;

import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Compared;
import io.marquetry.effect.chart.Chart.Contribution;
import io.marquetry.effect.chart.Chart.Figure;
import io.marquetry.effect.chart.Chart.Forest;
import io.marquetry.effect.chart.Chart.HeatMap;
import io.marquetry.effect.chart.Chart.Trend;
import io.marquetry.effect.stats.Estimate;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * A chart as it fits on a page.
 *
 * @param left how many rows or lines are not drawn
 */
record ShortChart(Chart chart, int left) {

    private static final int GAPS = 22;
    private static final int FIGURES = 36;
    private static final int LINES = 8;

    /** Returns a chart, its rows behind those that fit left out. */
    static ShortChart of(Chart chart) {
        return switch (chart) {
            case Chart.Funnel funnel -> new ShortChart(funnel, 0);
            case Trend trend ->
                    new ShortChart(
                            new Trend(
                                    trend.title(), trend.quantity(), first(trend.courses(), LINES)),
                            left(trend.courses(), LINES));
            case Forest forest ->
                    new ShortChart(
                            new Forest(
                                    forest.title(), forest.quantity(), first(forest.gaps(), GAPS)),
                            left(forest.gaps(), GAPS));
            case Compared compared ->
                    new ShortChart(
                            new Compared(
                                    compared.title(),
                                    compared.quantity(),
                                    first(compared.figures(), FIGURES)),
                            left(compared.figures(), FIGURES));
            case Contribution parts ->
                    new ShortChart(
                            new Contribution(
                                    parts.title(),
                                    parts.quantity(),
                                    first(largest(parts.figures()), FIGURES)),
                            left(parts.figures(), FIGURES));
            case HeatMap map ->
                    new ShortChart(
                            new HeatMap(
                                    map.title(),
                                    map.quantity(),
                                    map.columns(),
                                    first(map.rows(), FIGURES)),
                            left(map.rows(), FIGURES));
        };
    }

    /**
     * Returns a chart with the figures that rest on most people, in their order.
     *
     * @param people tells on how many the figure at an index rests
     */
    static ShortChart of(Compared compared, IntToLongFunction people) {
        List<Figure> most =
                IntStream.range(0, compared.figures().size())
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer i) -> -people.applyAsLong(i)))
                        .limit(FIGURES)
                        .sorted()
                        .map(compared.figures()::get)
                        .toList();
        return new ShortChart(
                new Compared(compared.title(), compared.quantity(), most),
                left(compared.figures(), FIGURES));
    }

    private static <T> List<T> first(List<T> rows, int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private static int left(List<?> rows, int most) {
        return Math.max(0, rows.size() - most);
    }

    private static List<Figure> largest(List<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparingDouble(figure -> -value(figure.value())))
                .toList();
    }

    private static double value(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> known.value();
            case Estimate.Bare bare -> bare.value();
            case Estimate.Unknown _ -> -Double.MAX_VALUE;
        };
    }
}
