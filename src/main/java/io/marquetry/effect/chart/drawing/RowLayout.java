package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;

import java.util.List;

/**
 * How a row per name is divided: its name, where values are drawn, and its value in words.
 *
 * @param names width of the names
 * @param left where values are drawn from
 * @param right where they end
 * @param words width of the words behind; 0: there is no room for them
 */
record RowLayout(double names, double left, double right, double words) {

    private static final double GAP = 14;
    private static final double NAMES_PART = 0.34;
    private static final double MIN_PLOT = 110;

    static RowLayout of(Pen pen, double width, List<String> names, List<String> words) {
        double wanted = widest(pen, names, Lettering.LABEL);
        double behind = widest(pen, words, Lettering.SMALL);
        double name = Math.min(wanted, width * NAMES_PART);
        double rest = width - name - GAP;
        boolean room = behind > 0 && rest - behind - GAP >= MIN_PLOT;
        return new RowLayout(
                name, name + GAP, room ? width - behind - GAP : width - 6, room ? behind : 0);
    }

    private static double widest(Pen pen, List<String> texts, Lettering lettering) {
        return texts.stream().mapToDouble(t -> pen.width(t, lettering)).max().orElse(0);
    }
}
