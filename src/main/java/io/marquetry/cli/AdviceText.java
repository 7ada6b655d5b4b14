package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.AdviceWords;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.stats.Difference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells advice, with the figures that it rests on. */
final class AdviceText {

    private final Texts texts;
    private final AdviceWords words;
    private final GroupText groups;

    AdviceText(Texts texts) {
        this.texts = texts;
        this.groups = new GroupText(texts);
        this.words = new AdviceWords(texts, LocalDate::toString, this::compared);
    }

    List<String> lines(List<Advised> advised) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts.get("cli.effect.subject"),
                                texts.get("cli.effect.advice"),
                                texts.get("cli.effect.basis")),
                        Set.of());
        for (Advised one : advised) {
            table.add(subject(one), words.sentence(one.advice()), basis(one.advice()));
        }
        return table.lines();
    }

    Map<String, Object> json(OutcomeSet set, Advised advised) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcomes", set.name().value());
        tree.put("subject", subject(advised));
        tree.put("advice", word(advised.advice()));
        tree.put("text", words.sentence(advised.advice()));
        tree.put("basis", advised.advice().basis().stream().map(words::basis).toList());
        return tree;
    }

    private String subject(Advised advised) {
        return advised.arm()
                .filter(arm -> !arm.isEmpty())
                .orElseGet(
                        () ->
                                advised.values().isEmpty()
                                        ? texts.get("cli.effect.all")
                                        : groups.label(advised.values()));
    }

    private static String word(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> "PROMOTE";
            case Advice.Rework _ -> "REWORK";
            case Advice.Pause _ -> "PAUSE";
            case Advice.Retire _ -> "RETIRE";
            case Advice.TestFurther _ -> "TEST_FURTHER";
            case Advice.NotEnoughEvidence _ -> "NOT_ENOUGH_EVIDENCE";
        };
    }

    private String basis(Advice advice) {
        return advice.basis().stream().map(words::basis).collect(Collectors.joining("; "));
    }

    private String compared(Comparison comparison) {
        String measure = texts.get("effect.measure." + comparison.measure().name());
        return switch (comparison.difference()) {
            case Difference.Measured measured ->
                    texts.get(
                            "effect.basis.compared",
                            measure,
                            measured.value(),
                            measured.interval().low(),
                            measured.interval().high(),
                            texts.get("effect.verdict." + measured.verdict().name()));
            case Difference.Unknown unknown ->
                    texts.get(
                            "effect.basis.unknown",
                            measure,
                            texts.get("effect.lacking." + unknown.why().name()));
        };
    }
}
