package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Gap;
import io.marquetry.effect.chart.Hovers;
import io.marquetry.effect.chart.Values;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Verdict;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Draws differences with their intervals around 0; those that allow no conclusion in grey. */
final class ForestDrawing {

    private static final double ROW = 36;
    private static final double MIN_ROW = 32;

    private final Chart.Forest forest;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;
    private final Hovers hovers;
    private final Rows rows;

    ForestDrawing(Chart.Forest forest, Space space, Pen pen) {
        this.forest = forest;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
        this.hovers = new Hovers(space.texts());
        this.rows = new Rows(pen, space, forest.quantity());
    }

    double draw() {
        double top = LegendRow.draw(pen, 0, 0, space.width(), legend()) + 6;
        return rows.draw(top, MIN_ROW, ROW, span(), forest.gaps().stream().map(this::row).toList());
    }

    private Rows.Row row(Gap gap) {
        String told = gap.name() + "\n" + hovers.difference(forest.quantity(), gap);
        return new Rows.Row(
                gap.name(),
                words(gap),
                (outer, place) ->
                        outer.group(
                                new Meaning.Series(key(gap)),
                                inner ->
                                        inner.told(
                                                told, gap.target(), one -> gap(one, gap, place))));
    }

    private void gap(Pen inner, Gap gap, Rows.Place place) {
        Token token = token(gap);
        Scale x = place.x();
        double y = place.middle();
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
        List<String> words = words(gap);
        double baseline = words.size() == 1 ? y + 4 : y - 2;
        for (int i = 0; i < words.size(); i++) {
            boolean muted = i > 0 || token == Token.NEUTRAL;
            rows.behind(
                    inner,
                    place,
                    baseline + 13 * i,
                    words.get(i),
                    muted ? Token.MUTED : Token.TEXT);
        }
    }

    private List<String> words(Gap gap) {
        return switch (gap.difference()) {
            case Difference.Measured measured -> {
                String p = amounts.p(measured.pValue());
                yield List.of(
                        amounts.text(forest.quantity(), measured.value()),
                        gap.verdict()
                                .filter(verdict -> token(verdict) == Token.NEUTRAL)
                                .map(
                                        verdict ->
                                                space.texts()
                                                        .get(
                                                                "chart.inconclusive",
                                                                space.texts()
                                                                        .get(
                                                                                "effect.verdict."
                                                                                        + verdict
                                                                                                .name()),
                                                                p))
                                .orElse(p));
            }
            case Difference.Unknown unknown ->
                    List.of(space.texts().get("effect.lacking." + unknown.why().name()));
        };
    }

    private List<LegendRow.Entry> legend() {
        return forest.gaps().stream()
                .flatMap(gap -> gap.verdict().stream())
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
        return gap.verdict().map(Verdict::name).orElse("");
    }

    private static Token token(Gap gap) {
        return gap.verdict().map(ForestDrawing::token).orElse(Token.NEUTRAL);
    }

    private static Token token(Verdict verdict) {
        return switch (verdict) {
            case HIGHER -> Token.ACCENT;
            case LOWER -> Token.BAD;
            case INCONCLUSIVE, UNSURE -> Token.NEUTRAL;
        };
    }
}
