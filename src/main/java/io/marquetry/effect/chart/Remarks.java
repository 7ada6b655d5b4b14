package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Footing;

import java.util.ArrayList;
import java.util.List;

/** What has to be told beside a figure, so that nobody takes it for more than it is. */
public final class Remarks {

    private final Texts texts;
    private final Amounts amounts;

    /** Remarks in the language of the texts. */
    public Remarks(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    /** Returns words with the mark of an interval that cannot be trusted behind them. */
    public String marked(String words, Footing footing) {
        String mark = mark(footing);
        return mark.isEmpty() ? words : texts.get("effect.marked", words, mark);
    }

    /** Returns the mark of an interval that cannot be trusted; empty where it can. */
    public String mark(Footing footing) {
        return footing == Footing.FIRM ? "" : texts.get("effect.footing." + footing.name());
    }

    /** Returns what is to be told of a comparison besides its own figure. */
    public List<String> of(ArmComparison comparison) {
        Quantity quantity = EffectCharts.difference(comparison.measure());
        List<String> remarks = new ArrayList<>();
        if (comparison.difference() instanceof Difference.Measured measured
                && measured.footing() != Footing.FIRM) {
            remarks.add(mark(measured.footing()));
        }
        comparison
                .early()
                .ifPresent(
                        early ->
                                remarks.add(
                                        texts.get(
                                                "effect.remark.early",
                                                amounts.text(Quantity.SHARE, early.done()),
                                                amounts.interval(quantity, early.interval()),
                                                amounts.p(early.pValue()))));
        comparison
                .reduced()
                .ifPresent(
                        reduced -> {
                            if (reduced.difference() instanceof Difference.Measured measured) {
                                remarks.add(
                                        texts.get(
                                                comparison.adjusted()
                                                        ? "effect.remark.plain"
                                                        : "effect.remark.reduced",
                                                amounts.text(
                                                        quantity,
                                                        measured.value(),
                                                        measured.interval()),
                                                amounts.p(measured.pValue()),
                                                amounts.text(Quantity.SHARE, reduced.gained())));
                            }
                        });
        return remarks;
    }
}
