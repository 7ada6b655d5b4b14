package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.HeatCell;
import io.marquetry.effect.chart.Chart.HeatRow;
import io.marquetry.effect.chart.Hovers;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Footing;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Draws a figure by segment and time: the stronger the colour, the higher; no data is hatched. */
public final class HeatMapDrawing {

    /** How strong the colour of the lowest and the highest value is; words on both can be read. */
    static final double FAINTEST = 0.06;

    /** How much of the colour the strongest cell has, 0 to 1. */
    public static final double STRONGEST = 0.55;

    private static final double ROW = 26;
    private static final double MIN_ROW = 18;
    private static final double HEAD = 20;
    private static final double GAP = 2;
    private static final double MIN_COLUMN = 6;
    private static final double NAMES_PART = 0.3;
    private static final int MAX_DIGITS = 2;

    /** Fewer people than these are not compared by colour: one of one would be the strongest. */
    private static final long FEW = 10;

    /** Behind a value whose interval cannot be trusted. */
    private static final String UNSURE = "*";

    private final Chart.HeatMap map;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;
    private final Hovers hovers;
    private int digits;

    HeatMapDrawing(Chart.HeatMap map, Space space, Pen pen) {
        this.map = map;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
    }

    double draw() {
        double names =
                Math.min(
                        space.width() * NAMES_PART,
                        map.rows().stream()
                                .mapToDouble(row -> pen.width(row.name(), Lettering.LABEL))
                                .max()
                                .orElse(0));
        double left = names + 10;
        int rows = map.rows().size();
        DoubleSummaryStatistics span = span();
        double top = HeatScale.draw(pen, amounts, map.quantity(), span, space);
        top += HEAD + leftOut(top);
        top += unsure(top - HEAD);
        top += few(top - HEAD);
        double row = Math.clamp((space.height() - top) / rows, MIN_ROW, ROW);
        double column = Math.max(MIN_COLUMN, (space.width() - left) / Math.max(1, columns()));
        heads(left, column, top - 6);
        digits = digits(column);
        for (int i = 0; i < rows; i++) {
            HeatRow heatRow = map.rows().get(i);
            double y = top + i * row;
            pen.fitted(
                    0,
                    y + row / 2 + 4,
                    heatRow.name(),
                    names,
                    Lettering.LABEL,
                    Anchor.START,
                    Token.TEXT);
            for (int j = 0; j < columns(); j++) {
                cell(heatRow, j, left + j * column, y, column, row, span);
            }
        }
        return top + row * rows;
    }

    /** As many columns as have room; the newest are on the right, so the oldest are left out. */
    private int columns() {
        double room = space.width() * (1 - NAMES_PART) - 10;
        return Math.min(map.columns().size(), (int) (room / MIN_COLUMN));
    }

    /** Says how many columns are left out; returns the height of the words. */
    private double leftOut(double y) {
        if (columns() == map.columns().size()) {
            return 0;
        }
        pen.fitted(
                0,
                y + 6,
                space.texts().get("chart.newest", columns(), map.columns().size()),
                space.width(),
                Lettering.SMALL,
                Anchor.START,
                Token.MUTED);
        return HEAD - 4;
    }

    /**
     * Says what the sign behind a value means, where one has it; returns the height of the words.
     */
    private double unsure(double y) {
        boolean some = cells().anyMatch(HeatMapDrawing::isUnsure);
        if (!some) {
            return 0;
        }
        pen.fitted(
                0,
                y + 6,
                space.texts().get("chart.unsure", UNSURE),
                space.width(),
                Lettering.SMALL,
                Anchor.START,
                Token.MUTED);
        return HEAD - 4;
    }

    /** Says whom the colours leave out, where they do; returns the height of the words. */
    private double few(double y) {
        if (cells().noneMatch(this::isPale)) {
            return 0;
        }
        pen.fitted(
                0,
                y + 6,
                space.texts().get("chart.few", FEW),
                space.width(),
                Lettering.SMALL,
                Anchor.START,
                Token.MUTED);
        return HEAD - 4;
    }

    private boolean isPale(HeatCell cell) {
        return map.quantity() != Quantity.COUNT
                && cell.of() > 0
                && cell.of() < FEW
                && Values.of(cell.value()).isPresent();
    }

    private Stream<HeatCell> cells() {
        return map.rows().stream().flatMap(row -> row.cells().stream());
    }

    private static boolean isUnsure(HeatCell cell) {
        return cell.value() instanceof Estimate.Known known && known.footing() != Footing.FIRM;
    }

    private int column(int j) {
        return map.columns().size() - columns() + j;
    }

    private void heads(double left, double column, double baseline) {
        double free = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < columns(); j++) {
            String name =
                    pen.cut(
                            map.columns().get(column(j)),
                            Math.max(column - 4, 96),
                            Lettering.SMALL);
            double wide = pen.width(name, Lettering.SMALL);
            double at =
                    Math.clamp(
                            left + (j + 0.5) * column - wide / 2,
                            0,
                            Math.max(0, space.width() - wide));
            if (at >= free) {
                pen.fitted(
                        at,
                        baseline,
                        map.columns().get(column(j)),
                        Math.max(column - 4, 96),
                        Lettering.SMALL,
                        Anchor.START,
                        Token.MUTED);
                free = at + wide + 8;
            }
        }
    }

    private void cell(
            HeatRow row,
            int j,
            double x,
            double y,
            double width,
            double height,
            DoubleSummaryStatistics span) {
        HeatCell cell = row.cells().get(column(j));
        OptionalDouble value = Values.of(cell.value());
        String hover =
                row.name()
                        + "\n"
                        + map.columns().get(column(j))
                        + "\n"
                        + hovers.estimate(map.quantity(), cell.value())
                        + "\n"
                        + space.texts().get("chart.hover.of", amounts.count(cell.of()));
        double wide = width - (width > 3 * GAP ? GAP : 0);
        double high = height - GAP;
        pen.told(
                hover,
                cell.target(),
                inner -> {
                    if (value.isEmpty()) {
                        HeatScale.noValue(inner, x, y, wide, high);
                        return;
                    }
                    inner.rect(
                            x,
                            y,
                            wide,
                            high,
                            2,
                            isPale(cell)
                                    ? Ink.of(Token.NO_VALUE)
                                    : HeatScale.ink(value.getAsDouble(), span));
                    if (digits >= 0) {
                        inner.words(
                                x + wide / 2,
                                y + high / 2 + 4,
                                words(cell, value.getAsDouble(), digits),
                                Lettering.SMALL,
                                Anchor.MIDDLE,
                                Token.TEXT);
                    } else if (isUnsure(cell)) {
                        inner.words(
                                x + wide / 2,
                                y + high / 2 + 4,
                                UNSURE,
                                Lettering.SMALL,
                                Anchor.MIDDLE,
                                Token.TEXT);
                    }
                });
    }

    private String words(HeatCell cell, double value, int decimals) {
        String words = amounts.tick(map.quantity(), value, decimals);
        return isUnsure(cell) ? words + UNSURE : words;
    }

    /** Returns with how many decimals all values have room in their cells; -1: with none at all. */
    private int digits(double column) {
        List<HeatCell> cells = cells().toList();
        for (int most = map.quantity() == Quantity.COUNT ? 0 : MAX_DIGITS; most >= 0; most--) {
            double widest = 0;
            for (HeatCell cell : cells) {
                OptionalDouble value = Values.of(cell.value());
                if (value.isPresent()) {
                    String words = words(cell, value.getAsDouble(), most);
                    widest = Math.max(widest, pen.width(words, Lettering.SMALL));
                }
            }
            if (widest + 8 <= column) {
                return most;
            }
        }
        return -1;
    }

    private DoubleSummaryStatistics span() {
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        cells().filter(cell -> !isPale(cell))
                .forEach(cell -> Values.of(cell.value()).ifPresent(span));
        return span;
    }
}
