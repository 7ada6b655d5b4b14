package io.marquetry.effect.chart;

import io.marquetry.effect.chart.Chart.Figure;

/** What is told of a figure when it is pointed at. */
final class Told {

    private Told() {}

    static String figure(Hovers hovers, Quantity quantity, Figure figure) {
        String told = figure.name() + "\n" + hovers.estimate(quantity, figure.value());
        return figure.remark().isEmpty() ? told : told + "\n" + figure.remark();
    }
}
