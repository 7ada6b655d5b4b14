package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;

import java.util.List;

/** Round numbers along the bottom or the left of a chart, as many as have room. */
final class ValueAxis {

    private static final int MOST = 7;
    private static final double APART = 14;

    private final Pen pen;
    private final Amounts amounts;
    private final Quantity quantity;

    ValueAxis(Pen pen, Amounts amounts, Quantity quantity) {
        this.pen = pen;
        this.amounts = amounts;
        this.quantity = quantity;
    }

    /** Returns ticks whose words have room side by side. */
    Ticks across(double low, double high, double width) {
        for (int most = MOST; most > 2; most--) {
            Ticks ticks = ticks(low, high, most);
            double widest = widest(ticks);
            if ((widest + APART) * ticks.values().size() <= width + widest) {
                return ticks;
            }
        }
        return ticks(low, high, 2);
    }

    /** Returns ticks whose words have room above each other. */
    Ticks upwards(double low, double high, double height) {
        return ticks(low, high, (int) Math.clamp(height / 26, 2, MOST));
    }

    double widest(Ticks ticks) {
        return ticks.values().stream()
                .mapToDouble(value -> pen.width(word(value, ticks), Lettering.SMALL))
                .max()
                .orElse(0);
    }

    String word(double value, Ticks ticks) {
        return amounts.tick(quantity, value, ticks.digits());
    }

    /** Draws lines from top to bottom with the words below, inside the drawing. */
    void drawAcross(Ticks ticks, Scale scale, double top, double bottom, double width) {
        double free = Double.NEGATIVE_INFINITY;
        for (double value : ticks.values()) {
            double x = scale.at(value);
            boolean zero = Math.abs(value) < 1e-12;
            pen.line(x, top, x, bottom, Stroke.of(zero ? Token.AXIS : Token.GRID, 1));
            String word = word(value, ticks);
            double wide = pen.width(word, Lettering.SMALL);
            double left = Math.clamp(x - wide / 2, 0, Math.max(0, width - wide));
            if (left > free) {
                pen.words(left, bottom + 15, word, Lettering.SMALL, Anchor.START, Token.MUTED);
                free = left + wide + 4;
            }
        }
    }

    /** Draws lines from left to right with the words to their left. */
    void drawUpwards(Ticks ticks, Scale scale, double left, double right) {
        for (double value : ticks.values()) {
            double y = scale.at(value);
            boolean zero = Math.abs(value) < 1e-12;
            pen.line(left, y, right, y, Stroke.of(zero ? Token.AXIS : Token.GRID, 1));
            pen.words(
                    left - 6, y + 4, word(value, ticks), Lettering.SMALL, Anchor.END, Token.MUTED);
        }
    }

    private Ticks ticks(double low, double high, int most) {
        Ticks ticks = Ticks.around(low * quantity.unit(), high * quantity.unit(), most);
        List<Double> values = ticks.values().stream().map(v -> v / quantity.unit()).toList();
        return new Ticks(values, ticks.digits());
    }
}
