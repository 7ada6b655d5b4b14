package io.marquetry.effect.chart.drawing;

import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.Chart.Stage;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Pen;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Token;

/** Draws how many got how far: a bar per stage, with its count and its part of the first. */
final class FunnelDrawing {

    private static final double BAR = 30;
    private static final double MIN_BAR = 20;
    private static final double GAP = 10;
    private static final double PAD = 10;
    private static final double PART = 0.3;

    private final Chart.Funnel funnel;
    private final Space space;
    private final Pen pen;
    private final Amounts amounts;

    FunnelDrawing(Chart.Funnel funnel, Space space, Pen pen) {
        this.funnel = funnel;
        this.space = space;
        this.pen = pen;
        this.amounts = new Amounts(space.texts());
    }

    double draw() {
        double names =
                Math.min(
                        space.width() * PART,
                        funnel.stages().stream()
                                .mapToDouble(stage -> pen.width(stage.name(), Lettering.LABEL))
                                .max()
                                .orElse(0));
        double left = names + 14;
        double full = space.width() - left;
        long most = funnel.stages().stream().mapToLong(Stage::count).max().orElse(1);
        int stages = funnel.stages().size();
        double bar = Math.clamp((space.height() - GAP * (stages - 1)) / stages, MIN_BAR, BAR);
        double y = 0;
        for (Stage stage : funnel.stages()) {
            double top = y;
            double wide = full * Math.max(0, stage.count()) / most;
            pen.fitted(
                    0,
                    top + bar / 2 + 4,
                    stage.name(),
                    names,
                    Lettering.LABEL,
                    Anchor.START,
                    Token.TEXT);
            pen.told(
                    stage.name() + "\n" + words(stage),
                    funnel.target(),
                    inner -> bar(inner, stage, left, top, Math.max(1, wide), full, bar));
            y += bar + GAP;
        }
        return Math.max(space.height(), y - GAP);
    }

    private void bar(
            Pen inner, Stage stage, double left, double top, double wide, double full, double bar) {
        inner.rect(left, top, wide, bar, 3, Ink.of(Token.ACCENT));
        String words = words(stage);
        double needed = inner.width(words, Lettering.STRONG) + 2 * PAD;
        double baseline = top + bar / 2 + 4;
        if (needed <= wide) {
            inner.words(
                    left + PAD, baseline, words, Lettering.STRONG, Anchor.START, Token.ON_ACCENT);
        } else if (wide + needed <= full + PAD) {
            inner.words(
                    left + wide + PAD, baseline, words, Lettering.STRONG, Anchor.START, Token.TEXT);
        } else {
            String count = amounts.count(stage.count());
            boolean inside = inner.width(count, Lettering.STRONG) + 2 * PAD <= wide;
            inner.fitted(
                    inside ? left + PAD : left + wide + PAD,
                    baseline,
                    count,
                    inside ? wide - 2 * PAD : full - wide - PAD,
                    Lettering.STRONG,
                    Anchor.START,
                    inside ? Token.ON_ACCENT : Token.TEXT);
        }
    }

    private String words(Stage stage) {
        long first = funnel.stages().getFirst().count();
        String count = amounts.count(stage.count());
        return stage.equals(funnel.stages().getFirst()) || first <= 0
                ? count
                : space.texts()
                        .get(
                                "chart.countAndShare",
                                count,
                                amounts.text(Quantity.SHARE, (double) stage.count() / first));
    }
}
