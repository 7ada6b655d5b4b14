package io.marquetry.ui.review.answer;

import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.stats.Estimate;

import java.util.Comparator;
import java.util.List;

/** In which order packages stand side by side, and how many of them. */
enum PackageOrder {
    BY_NAME,
    LARGEST,
    SMALLEST,
    TOP_10;

    private static final int FEW = 10;

    /** Returns the chart in this order. */
    Chart.Compared of(Chart.Compared chart) {
        List<Chart.Figure> ordered =
                switch (this) {
                    case BY_NAME -> chart.figures();
                    case LARGEST -> sorted(chart, largestFirst());
                    case SMALLEST -> sorted(chart, Comparator.comparingDouble(PackageOrder::low));
                    case TOP_10 -> sorted(chart, largestFirst()).stream().limit(FEW).toList();
                };
        return new Chart.Compared(chart.title(), chart.quantity(), ordered);
    }

    private static List<Chart.Figure> sorted(
            Chart.Compared chart, Comparator<Chart.Figure> comparator) {
        return chart.figures().stream().sorted(comparator).toList();
    }

    private static Comparator<Chart.Figure> largestFirst() {
        return Comparator.comparingDouble(figure -> -high(figure));
    }

    // Whatever has no value stands last in either order.
    private static double high(Chart.Figure figure) {
        return value(figure, -Double.MAX_VALUE);
    }

    private static double low(Chart.Figure figure) {
        return value(figure, Double.MAX_VALUE);
    }

    private static double value(Chart.Figure figure, double otherwise) {
        return switch (figure.value()) {
            case Estimate.Known known -> known.value();
            case Estimate.Bare bare -> bare.value();
            case Estimate.Unknown _ -> otherwise;
        };
    }
}
