package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Chart.Figure;
import io.marquetry.effect.chart.Hovers;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Token;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** Draws rows below each other: each a name, a place on one common axis, and a value in words. */
final class Rows {

    private static final double BOTTOM = 24;

    private final Pen pen;
    private final Space space;
    private final Quantity quantity;
    private final Amounts amounts;
    private final Hovers hovers;

    Rows(Pen pen, Space space, Quantity quantity) {
        this.pen = pen;
        this.space = space;
        this.quantity = quantity;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
    }

    /**
     * Where a row is drawn.
     *
     * @param x the axis
     * @param middle of the row
     * @param height of the row
     * @param worded whether there is room for words behind
     */
    record Place(Scale x, double middle, double height, boolean worded) {}

    /**
     * A row.
     *
     * @param words behind it, for which room is made
     * @param drawing draws its values
     */
    record Row(String name, List<String> words, BiConsumer<Pen, Place> drawing) {}

    /**
     * Draws the rows and their axis.
     *
     * @param least height of a row
     * @param most height of a row
     * @param span what the axis is to hold
     * @return the height of the whole drawing
     */
    double draw(
            double top, double least, double most, DoubleSummaryStatistics span, List<Row> rows) {
        RowLayout layout =
                RowLayout.of(
                        pen,
                        space.width(),
                        rows.stream().map(Row::name).toList(),
                        rows.stream().flatMap(row -> row.words().stream()).toList());
        double height = Math.clamp((space.height() - top - BOTTOM) / rows.size(), least, most);
        double bottom = top + height * rows.size();
        ValueAxis axis = new ValueAxis(pen, amounts, quantity);
        Ticks ticks = axis.across(span.getMin(), span.getMax(), layout.right() - layout.left());
        Scale x = new Scale(ticks.low(), ticks.high(), layout.left(), layout.right());
        axis.drawAcross(ticks, x, top, bottom, space.width());
        double middle = top + height / 2;
        for (Row row : rows) {
            pen.fitted(
                    0,
                    middle + 4,
                    row.name(),
                    layout.names(),
                    Lettering.LABEL,
                    Anchor.START,
                    Token.TEXT);
            row.drawing().accept(pen, new Place(x, middle, height, layout.words() > 0));
            middle += height;
        }
        return Math.max(space.height(), bottom + BOTTOM);
    }

    /** Returns the row of a figure: pointed at it tells all, and its value stands behind it. */
    Row figure(Figure figure, BiConsumer<Pen, Place> drawing) {
        OptionalDouble value = Values.of(figure.value());
        String words =
                value.isPresent()
                        ? amounts.text(quantity, value.getAsDouble())
                        : space.texts().get("chart.noValue");
        return new Row(
                figure.name(),
                List.of(words),
                (outer, place) ->
                        outer.told(
                                told(figure),
                                figure.target(),
                                inner -> {
                                    drawing.accept(inner, place);
                                    behind(
                                            inner,
                                            place,
                                            place.middle() + 4,
                                            words,
                                            value.isPresent() ? Token.TEXT : Token.MUTED);
                                }));
    }

    /** Writes words at the end of a row, where there is room. */
    void behind(Pen inner, Place place, double baseline, String words, Token token) {
        if (place.worded()) {
            inner.words(space.width(), baseline, words, Lettering.SMALL, Anchor.END, token);
        }
    }

    private String told(Figure figure) {
        String told = figure.name() + "\n" + hovers.estimate(quantity, figure.value());
        return figure.remark().isEmpty() ? told : told + "\n" + figure.remark();
    }
}
