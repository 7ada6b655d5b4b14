package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.AdviceWords;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.report.Block.Cell;
import io.marquetry.effect.report.Block.Column;
import io.marquetry.effect.report.Block.Heading;
import io.marquetry.effect.stats.Difference;

import java.util.List;
import java.util.stream.Collectors;

/** The advice with the figures that it rests on. */
final class AdviceTable {

    private final Texts texts;
    private final AdviceWords words;
    private final Amounts amounts;
    private final GroupNames names;

    AdviceTable(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
        this.words = new AdviceWords(texts, amounts::day, this::compared);
    }

    void add(List<Advised> advised, List<Block> blocks) {
        if (advised.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, texts.get("report.advice")));
        blocks.add(
                new Block.Table(
                        List.of(
                                new Column(texts.get("report.subject"), false),
                                new Column(texts.get("report.do"), false),
                                new Column(texts.get("report.basis"), false)),
                        advised.stream()
                                .map(
                                        one ->
                                                List.of(
                                                        Cell.of(subject(one)),
                                                        Cell.of(words.sentence(one.advice())),
                                                        Cell.of(basis(one.advice()))))
                                .toList()));
    }

    private String subject(Advised advised) {
        return advised.arm()
                .filter(arm -> !arm.isEmpty())
                .orElseGet(
                        () ->
                                advised.values().isEmpty()
                                        ? texts.get("chart.everybody")
                                        : advised.values().stream()
                                                .map(names::value)
                                                .collect(Collectors.joining(" · ")));
    }

    private String basis(Advice advice) {
        return advice.basis().stream().map(words::basis).collect(Collectors.joining("\n"));
    }

    private String compared(Comparison comparison) {
        String measure = texts.get("effect.measure." + comparison.measure().name());
        Quantity quantity = EffectCharts.difference(comparison.measure());
        return switch (comparison.difference()) {
            case Difference.Measured found ->
                    measure + " " + amounts.text(quantity, found.value(), found.interval());
            case Difference.Unknown unknown ->
                    texts.get(
                            "effect.basis.unknown",
                            measure,
                            texts.get("effect.lacking." + unknown.why().name()));
        };
    }
}
