package io.marquetry.cli;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Basis;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells advice, with the figures that it rests on. */
final class AdviceText {

    private final Texts texts;
    private final GroupText groups;

    AdviceText(Texts texts) {
        this.texts = texts;
        this.groups = new GroupText(texts);
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
            table.add(subject(one), sentence(one.advice()), basis(one.advice()));
        }
        return table.lines();
    }

    Map<String, Object> json(OutcomeSet set, Advised advised) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcomes", set.name().value());
        tree.put("subject", subject(advised));
        tree.put("advice", word(advised.advice()));
        tree.put("text", sentence(advised.advice()));
        tree.put("basis", advised.advice().basis().stream().map(this::basis).toList());
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

    private String sentence(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("effect.advice.promote");
            case Advice.Rework rework -> texts.get("effect.advice.rework." + rework.part().name());
            case Advice.Pause _ -> texts.get("effect.advice.pause");
            case Advice.Retire _ -> texts.get("effect.advice.retire");
            case Advice.TestFurther test ->
                    test.needed().isPresent()
                            ? texts.get("effect.advice.testWith", test.needed().getAsLong())
                            : texts.get("effect.advice.test");
            case Advice.NotEnoughEvidence none ->
                    texts.get("effect.advice.noEvidence." + none.why().name());
        };
    }

    private String basis(Advice advice) {
        return advice.basis().stream().map(this::basis).collect(Collectors.joining("; "));
    }

    private String basis(Basis basis) {
        return switch (basis) {
            case Basis.People people ->
                    texts.get("effect.basis.people", people.targeted(), people.fewest());
            case Basis.Compared compared -> compared(compared.comparison());
            case Basis.Below below ->
                    texts.get(
                            "effect.basis.below",
                            texts.get("effect.measure." + below.measure().name()),
                            below.rate().estimate() instanceof Estimate.Known known
                                    ? known.value()
                                    : 0,
                            below.bound());
            case Basis.Shifted shifted ->
                    texts.get(
                            "effect.basis.shifted",
                            texts.get("effect.measure." + shifted.measure().name()),
                            shifted.shift().before(),
                            shifted.shift().after(),
                            shifted.shift().since().toString());
        };
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
