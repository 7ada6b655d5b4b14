package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Token;

import java.time.LocalDate;
import java.util.List;

/** Days along the bottom of a chart; every so many is named, so that the names have room. */
final class DayAxis {

    private static final double APART = 12;

    private final Pen pen;
    private final Amounts amounts;
    private final double width;

    DayAxis(Pen pen, Amounts amounts, double width) {
        this.pen = pen;
        this.amounts = amounts;
        this.width = width;
    }

    /** Names days at their places, which ascend. */
    void draw(List<LocalDate> days, List<Double> places, double baseline) {
        int every = 1;
        while (every < days.size() && overlap(days, places, every)) {
            every++;
        }
        for (int i = 0; i < days.size(); i += every) {
            pen.words(
                    left(days, places, i, every),
                    baseline,
                    word(days, i, every),
                    Lettering.SMALL,
                    Anchor.START,
                    Token.MUTED);
        }
    }

    private boolean overlap(List<LocalDate> days, List<Double> places, int every) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < days.size(); i += every) {
            double left = left(days, places, i, every);
            if (left < free) {
                return true;
            }
            free = left + pen.width(word(days, i, every), Lettering.SMALL) + APART;
        }
        return false;
    }

    private double left(List<LocalDate> days, List<Double> places, int i, int every) {
        double wide = pen.width(word(days, i, every), Lettering.SMALL);
        return Math.clamp(places.get(i) - wide / 2, 0, Math.max(0, width - wide));
    }

    /** The year is named where it begins. */
    private String word(List<LocalDate> days, int i, int every) {
        LocalDate day = days.get(i);
        boolean newYear = i < every || days.get(i - every).getYear() != day.getYear();
        boolean several = days.getFirst().getYear() != days.getLast().getYear();
        return newYear && several ? amounts.day(day) : amounts.shortDay(day);
    }
}
