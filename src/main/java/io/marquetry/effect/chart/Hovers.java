package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;

import java.util.OptionalDouble;

/** The exact values that are told when something is pointed at. */
final class Hovers {

    private final Texts texts;
    private final Amounts amounts;

    Hovers(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    String estimate(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known ->
                    Values.isFinite(known.interval())
                                    && known.interval().low() < known.interval().high()
                            ? amounts.text(quantity, known.value(), known.interval())
                            : amounts.text(quantity, known.value());
            case Estimate.Bare bare ->
                    amounts.text(quantity, bare.value())
                            + "\n"
                            + texts.get("effect.lacking." + bare.why().name());
            case Estimate.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }

    String difference(Quantity quantity, Difference difference, OptionalDouble adjusted) {
        return switch (difference) {
            case Difference.Measured measured ->
                    amounts.text(quantity, measured.value(), measured.interval())
                            + "\n"
                            + texts.get(
                                    "chart.hover.test",
                                    texts.get("effect.verdict." + measured.verdict().name()),
                                    amounts.p(adjusted.orElse(measured.pValue())),
                                    texts.get("effect.method." + measured.method().name()));
            case Difference.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }
}
