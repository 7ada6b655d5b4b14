package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart.Gap;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;

import java.util.stream.Collectors;

/** The exact values that are told when something is pointed at. */
public final class Hovers {

    private final Texts texts;
    private final Amounts amounts;
    private final Remarks remarks;

    /** Makes words in the language of the texts. */
    public Hovers(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.remarks = new Remarks(texts);
    }

    /** Returns what is told of an estimate that is pointed at. */
    public String estimate(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known ->
                    Values.isFinite(known.interval())
                                    && known.interval().low() < known.interval().high()
                            ? remarks.marked(
                                    amounts.text(quantity, known.value(), known.interval()),
                                    known.footing())
                            : amounts.text(quantity, known.value());
            case Estimate.Bare bare ->
                    amounts.text(quantity, bare.value())
                            + "\n"
                            + texts.get("effect.lacking." + bare.why().name());
            case Estimate.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }

    /** Returns what is told of a difference that is pointed at. */
    public String difference(Quantity quantity, Gap gap) {
        return switch (gap.difference()) {
            case Difference.Measured measured ->
                    amounts.text(quantity, measured.value(), measured.interval())
                            + "\n"
                            + texts.get(
                                    "chart.hover.test",
                                    gap.verdict()
                                            .map(v -> texts.get("effect.verdict." + v.name()))
                                            .orElse(""),
                                    amounts.p(measured.pValue()),
                                    texts.get("effect.method." + measured.method().name()))
                            + gap.remarks().stream()
                                    .map(remark -> "\n" + remark)
                                    .collect(Collectors.joining());
            case Difference.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }
}
