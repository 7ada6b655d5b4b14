package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;

import java.util.DoubleSummaryStatistics;

/** How strong a value's colour is, and the legend that says so. */
final class HeatScale {

    private static final double HEIGHT = 26;
    private static final double ROW = 17;
    private static final double BAR = 96;
    private static final double THICK = 10;
    private static final int STEPS = 12;

    private HeatScale() {}

    static Ink ink(double value, DoubleSummaryStatistics span) {
        double part =
                span.getMax() > span.getMin()
                        ? (value - span.getMin()) / (span.getMax() - span.getMin())
                        : 0.5;
        return new Ink(
                Token.ACCENT,
                HeatMapDrawing.FAINTEST
                        + Math.clamp(part, 0, 1)
                                * (HeatMapDrawing.STRONGEST - HeatMapDrawing.FAINTEST));
    }

    /** Draws a cell about which nothing is known: grey with a slash, so not only by its colour. */
    static void noValue(Pen pen, double x, double y, double width, double height) {
        pen.rect(x, y, width, height, 2, Ink.of(Token.NO_VALUE));
        double slash = Math.min(width, height) * 0.3;
        double cx = x + width / 2;
        double cy = y + height / 2;
        pen.line(cx - slash, cy + slash, cx + slash, cy - slash, Stroke.of(Token.AXIS, 1));
    }

    /** Draws the legend at the top; returns its height. */
    static double draw(
            Pen pen,
            Amounts amounts,
            Quantity quantity,
            DoubleSummaryStatistics span,
            Space space) {
        double x = 0;
        if (span.getCount() > 0) {
            String low = amounts.text(quantity, span.getMin());
            String high = amounts.text(quantity, span.getMax());
            double bar = Math.min(BAR, space.width() / 5);
            pen.words(x, 12, low, Lettering.SMALL, Anchor.START, Token.MUTED);
            x += pen.width(low, Lettering.SMALL) + 8;
            for (int i = 0; i < STEPS; i++) {
                double strength =
                        HeatMapDrawing.FAINTEST
                                + (i + 0.5)
                                        / STEPS
                                        * (HeatMapDrawing.STRONGEST - HeatMapDrawing.FAINTEST);
                pen.rect(
                        x + i * bar / STEPS,
                        3,
                        bar / STEPS,
                        THICK,
                        0,
                        new Ink(Token.ACCENT, strength));
            }
            x += bar + 8;
            pen.words(x, 12, high, Lettering.SMALL, Anchor.START, Token.MUTED);
            x += pen.width(high, Lettering.SMALL) + 20;
        }
        String none = space.texts().get("chart.noValue");
        double wide = THICK + 10 + pen.width(none, Lettering.SMALL);
        boolean below = x > 0 && x + wide > space.width();
        double left = below ? 0 : x;
        double y = below ? ROW : 0;
        noValue(pen, left, y + 3, THICK + 4, THICK);
        pen.fitted(
                left + THICK + 10,
                y + 12,
                none,
                space.width() - left - THICK - 10,
                Lettering.SMALL,
                Anchor.START,
                Token.MUTED);
        return HEIGHT + y;
    }
}
