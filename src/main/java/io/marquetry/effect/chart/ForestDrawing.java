package io.marquetry.effect.chart;

import io.marquetry.effect.chart.Chart.Gap;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Verdict;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/** Draws differences with their intervals around 0; those that allow no conclusion in grey. */
final class ForestDrawing {

    private static final double ROW = 36;
    private static final double LEAST_ROW = 32;
    private static final double BOTTOM = 24;

    private final Chart.Forest forest;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;
    private final Hovers hovers;

    ForestDrawing(Chart.Forest forest, Space space, Pen pen) {
        this.forest = forest;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
    }

    double draw() {
        double top = LegendRow.draw(pen, 0, 0, space.width(), legend()) + 6;
        RowLayout layout =
                RowLayout.of(
                        pen,
                        space.width(),
                        forest.gaps().stream().map(Gap::name).toList(),
                        forest.gaps().stream().flatMap(gap -> words(gap).stream()).toList());
        int rows = forest.gaps().size();
        double row = Math.clamp((space.height() - top - BOTTOM) / rows, LEAST_ROW, ROW);
        double bottom = top + row * rows;
        ValueAxis axis = new ValueAxis(pen, amounts, forest.quantity());
        DoubleSummaryStatistics span = span();
        Ticks ticks = axis.across(span.getMin(), span.getMax(), layout.right() - layout.left());
        Scale x = new Scale(ticks.low(), ticks.high(), layout.left(), layout.right());
        axis.drawAcross(ticks, x, top, bottom, space.width());
        for (int i = 0; i < rows; i++) {
            Gap gap = forest.gaps().get(i);
            double middle = top + row * (i + 0.5);
            pen.fitted(
                    0,
                    middle + 4,
                    gap.name(),
                    layout.names(),
                    Lettering.LABEL,
                    Anchor.START,
                    Token.TEXT);
            pen.group(
                    new Meaning.Series(key(gap)),
                    inner ->
                            inner.told(
                                    gap.name()
                                            + "\n"
                                            + hovers.difference(
                                                    forest.quantity(),
                                                    gap.difference(),
                                                    gap.adjusted()),
                                    gap.target(),
                                    one -> gap(one, gap, x, middle, layout)));
        }
        return Math.max(space.height(), bottom + BOTTOM);
    }

    private void gap(Pen inner, Gap gap, Scale x, double y, RowLayout layout) {
        Token token = token(gap);
        if (gap.difference() instanceof Difference.Measured measured) {
            Interval interval = measured.interval();
            if (Values.isFinite(interval)) {
                double low = x.at(interval.low());
                double high = x.at(interval.high());
                inner.line(low, y, high, y, Stroke.of(token, 2.5));
                inner.line(low, y - 4, low, y + 4, Stroke.of(token, 1.5));
                inner.line(high, y - 4, high, y + 4, Stroke.of(token, 1.5));
            }
            inner.dot(x.at(measured.value()), y, 5, token);
        }
        if (layout.words() > 0) {
            List<String> words = words(gap);
            double baseline = words.size() == 1 ? y + 4 : y - 2;
            for (String line : words) {
                boolean muted =
                        line.equals(words.getLast()) && words.size() > 1 || token == Token.NEUTRAL;
                inner.words(
                        space.width(),
                        baseline,
                        line,
                        Lettering.SMALL,
                        Anchor.END,
                        muted ? Token.MUTED : Token.TEXT);
                baseline += 13;
            }
        }
    }

    private List<String> words(Gap gap) {
        return switch (gap.difference()) {
            case Difference.Measured measured -> {
                String p = amounts.p(gap.adjusted().orElse(measured.pValue()));
                yield List.of(
                        amounts.text(forest.quantity(), measured.value()),
                        measured.verdict() == Verdict.INCONCLUSIVE
                                ? space.texts().get("chart.inconclusive", p)
                                : p);
            }
            case Difference.Unknown unknown ->
                    List.of(space.texts().get("effect.lacking." + unknown.why().name()));
        };
    }

    private List<LegendRow.Entry> legend() {
        return forest.gaps().stream()
                .flatMap(gap -> verdict(gap).stream())
                .distinct()
                .sorted()
                .map(
                        verdict ->
                                new LegendRow.Entry(
                                        verdict.name(),
                                        space.texts().get("effect.verdict." + verdict.name()),
                                        token(verdict),
                                        LegendRow.Shape.DOT))
                .toList();
    }

    private DoubleSummaryStatistics span() {
        DoubleSummaryStatistics span = new DoubleSummaryStatistics();
        span.accept(0);
        for (Gap gap : forest.gaps()) {
            if (gap.difference() instanceof Difference.Measured measured) {
                span.accept(measured.value());
                if (Values.isFinite(measured.interval())) {
                    span.accept(measured.interval().low());
                    span.accept(measured.interval().high());
                }
            }
        }
        return span;
    }

    private static String key(Gap gap) {
        return verdict(gap).map(Verdict::name).orElse("");
    }

    private static Token token(Gap gap) {
        return verdict(gap).map(ForestDrawing::token).orElse(Token.NEUTRAL);
    }

    private static Optional<Verdict> verdict(Gap gap) {
        return switch (gap.difference()) {
            case Difference.Measured measured -> Optional.of(measured.verdict());
            case Difference.Unknown _ -> Optional.empty();
        };
    }

    private static Token token(Verdict verdict) {
        return switch (verdict) {
            case HIGHER -> Token.ACCENT;
            case LOWER -> Token.BAD;
            case INCONCLUSIVE -> Token.NEUTRAL;
        };
    }
}
