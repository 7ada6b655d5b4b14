package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.report.Block.Card;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that matter most. */
final class ReportFigures {

    private final Texts texts;
    private final Amounts amounts;

    ReportFigures(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    void add(Findings findings, List<Block> blocks) {
        EffectAnswer answer = findings.answer();
        OutcomeMapping mapping = answer.set().mapping();
        Group all = answer.all();
        Figures treated = all.treated();
        List<Card> cards = new ArrayList<>();
        long held =
                all.arms().stream()
                        .filter(arm -> arm.control())
                        .mapToLong(arm -> arm.figures().targeted())
                        .sum();
        cards.add(
                new Card(
                        texts.get("report.definition.targeted"),
                        amounts.count(treated.targeted()),
                        held > 0 ? texts.get("report.held", amounts.count(held)) : ""));
        if (mapping.records(OutcomeRole.DELIVERED)) {
            cards.add(rate(Measure.REACH, treated.reach()));
        }
        if (mapping.records(OutcomeRole.HIT)) {
            cards.add(rate(Measure.HIT, treated.hit()));
        }
        if (mapping.records(OutcomeRole.CONVERTED)) {
            cards.add(rate(Measure.CONVERSION, treated.conversion()));
        }
        if (mapping.records(OutcomeRole.REVENUE)) {
            cards.add(revenue(all));
            cards.add(onCost(all));
        }
        blocks.add(new Block.Cards(cards));
    }

    private Card rate(Measure measure, Rate rate) {
        String count = texts.get("report.countOf", amounts.count(rate.count()));
        String name = texts.get("effect.measure." + measure.name());
        return estimate(name, Quantity.SHARE, rate.estimate(), count);
    }

    private Card revenue(Group all) {
        Optional<Difference.Measured> more = treated(all, Measure.REVENUE);
        if (more.isPresent()) {
            return new Card(
                    texts.get("report.incremental"),
                    amounts.text(Quantity.MONEY_DIFFERENCE, more.get().value()),
                    amounts.interval(Quantity.MONEY_DIFFERENCE, more.get().interval())
                            + " · "
                            + amounts.p(more.get().pValue()));
        }
        return estimate(
                texts.get("effect.measure.REVENUE"),
                Quantity.MONEY,
                all.treated().revenue().perHead(),
                "");
    }

    private Card onCost(Group all) {
        String cost =
                texts.get(
                        "report.cost",
                        amounts.text(Quantity.MONEY, all.treated().cost().total().doubleValue()));
        Optional<Difference.Measured> more = treated(all, Measure.RETURN);
        if (more.isPresent()) {
            return new Card(
                    texts.get("report.incrementalReturn"),
                    amounts.text(Quantity.FACTOR, more.get().value()),
                    cost);
        }
        return estimate(
                texts.get("effect.measure.RETURN"), Quantity.FACTOR, all.treated().roi(), cost);
    }

    private Card estimate(String name, Quantity quantity, Estimate estimate, String more) {
        return switch (estimate) {
            case Estimate.Known known ->
                    new Card(
                            name,
                            amounts.text(quantity, known.value()),
                            amounts.interval(quantity, known.interval())
                                    + (more.isEmpty() ? "" : " · " + more));
            case Estimate.Bare bare -> new Card(name, amounts.text(quantity, bare.value()), more);
            case Estimate.Unknown unknown ->
                    new Card(name, "–", texts.get("effect.lacking." + unknown.why().name()));
        };
    }

    /** Returns how far all treated together are from the control; one arm is all of them. */
    static Optional<Difference.Measured> treated(Group group, Measure measure) {
        if (!(group.uplift() instanceof Uplift.Measured measured)) {
            return Optional.empty();
        }
        List<Comparison> of =
                measured.comparisons().stream().filter(c -> c.measure() == measure).toList();
        return of.stream()
                .filter(c -> c.arm().isEmpty())
                .findFirst()
                .or(() -> of.size() == 1 ? of.stream().findFirst() : Optional.empty())
                .flatMap(
                        c ->
                                c.difference() instanceof Difference.Measured found
                                        ? Optional.of(found)
                                        : Optional.empty());
    }

    /** Returns whether a figure is known at all. */
    static boolean isRecorded(Figures figures, Measure measure) {
        return !(EffectCharts.figure(figures, measure) instanceof Estimate.Unknown);
    }
}
