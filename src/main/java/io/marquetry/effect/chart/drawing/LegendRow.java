package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;

import java.util.List;

/** The names of series with their colours, in as many rows as they need. */
final class LegendRow {

    private static final double HEIGHT = 18;
    private static final double SWATCH = 14;
    private static final double GAP = 6;
    private static final double BETWEEN = 18;
    private static final double LONGEST = 180;

    private LegendRow() {}

    /** One name. */
    record Entry(String key, String name, Token token, Shape shape) {}

    /** How a series looks in its chart. */
    enum Shape {
        LINE,
        DASHES,
        AREA,
        DOT
    }

    /** Draws from the upper left corner; returns the height used, 0 without entries. */
    static double draw(Pen pen, double x, double y, double width, List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        double left = x;
        double top = y;
        double most = Math.min(LONGEST, width - SWATCH - GAP);
        for (Entry entry : entries) {
            String name = pen.cut(entry.name(), most, Lettering.SMALL);
            double wide = SWATCH + GAP + pen.width(name, Lettering.SMALL);
            if (left > x && left + wide > x + width) {
                left = x;
                top += HEIGHT;
            }
            double from = left;
            double middle = top + HEIGHT / 2;
            pen.group(
                    new Meaning.Legend(entry.key()),
                    inner -> {
                        swatch(inner, entry, from, middle);
                        inner.fitted(
                                from + SWATCH + GAP,
                                middle + 4,
                                entry.name(),
                                most,
                                Lettering.SMALL,
                                Anchor.START,
                                Token.MUTED);
                    });
            left += wide + BETWEEN;
        }
        return top + HEIGHT - y;
    }

    private static void swatch(Pen pen, Entry entry, double x, double y) {
        switch (entry.shape()) {
            case LINE -> pen.line(x, y, x + SWATCH, y, Stroke.of(entry.token(), 2));
            case DASHES -> pen.line(x, y, x + SWATCH, y, Stroke.dashed(entry.token(), 2));
            case AREA -> pen.rect(x, y - 5, SWATCH, 10, 2, Ink.of(entry.token()));
            case DOT -> pen.dot(x + SWATCH / 2, y, 4.5, entry.token());
        }
    }
}
