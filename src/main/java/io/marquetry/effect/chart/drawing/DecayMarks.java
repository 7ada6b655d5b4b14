package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Course;
import io.marquetry.effect.chart.Chart.Step;
import io.marquetry.effect.chart.Hovers;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where decays began: a line down the chart, with words above it that do not overlap. */
final class DecayMarks {

    private static final double ROW = 17;
    private static final double ROOM = 10;

    private final List<Course> decayed;
    private final boolean several;
    private final Space space;
    private final Amounts amounts;
    private final Quantity quantity;
    private final Hovers hovers;

    DecayMarks(Chart.Trend trend, Space space, Amounts amounts) {
        this.decayed =
                trend.courses().stream()
                        .filter(course -> course.decayedFrom().isPresent())
                        .sorted(Comparator.comparing(DecayMarks::from))
                        .toList();
        this.several = trend.courses().size() > 1;
        this.space = space;
        this.amounts = amounts;
        this.quantity = trend.quantity();
        this.hovers = new Hovers(space.texts());
    }

    /** Returns how much room the words need above the chart: one row each at most. */
    double height() {
        return decayed.isEmpty() ? 0 : decayed.size() * ROW + ROOM;
    }

    void draw(Pen pen, Scale x, Scale y, double plotTop, double bottom) {
        List<Double> free = new ArrayList<>();
        for (Course course : decayed) {
            LocalDate day = from(course);
            double at = x.at((double) day.toEpochDay());
            String words =
                    several
                            ? space.texts()
                                    .get("chart.decayOf", course.name(), amounts.shortDay(day))
                            : space.texts().get("chart.decay", amounts.shortDay(day));
            String cut = pen.cut(words, space.width() - 8, Lettering.SMALL);
            double wide = pen.width(cut, Lettering.SMALL);
            double left = Math.clamp(at - wide / 2, 0, Math.max(0, space.width() - wide));
            int row = row(free, left);
            free.set(row, left + wide + 8);
            double baseline = plotTop - ROOM - row * ROW;
            pen.group(
                    new Meaning.Series(course.name()),
                    inner -> {
                        inner.line(at, plotTop, at, bottom, Stroke.dashed(Token.BAD, 1));
                        course.steps().stream()
                                .filter(step -> step.day().equals(day))
                                .forEach(step -> dot(inner, step, words, at, y));
                        inner.fitted(
                                left,
                                baseline,
                                words,
                                space.width() - 8,
                                Lettering.SMALL,
                                Anchor.START,
                                Token.BAD);
                    });
        }
    }

    private static int row(List<Double> free, double left) {
        for (int row = 0; row < free.size(); row++) {
            if (free.get(row) <= left) {
                return row;
            }
        }
        free.add(Double.NEGATIVE_INFINITY);
        return free.size() - 1;
    }

    private void dot(Pen inner, Step step, String words, double at, Scale y) {
        Values.of(step.value())
                .ifPresent(
                        value ->
                                inner.told(
                                        words + "\n" + hovers.estimate(quantity, step.value()),
                                        step.target(),
                                        one -> one.dot(at, y.at(value), 5, Token.BAD)));
    }

    private static LocalDate from(Course course) {
        return course.decayedFrom().orElseThrow();
    }
}
