package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.TextTable;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.AdviceWords;
import io.marquetry.effect.advice.Advised;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells advice, with the figures that it rests on. */
final class AdviceText {

    private final Texts texts;
    private final AdviceWords words;

    AdviceText(Texts texts) {
        this.texts = texts;
        this.words = new AdviceWords(texts);
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
            table.add(
                    words.subject(one),
                    words.brief(one.advice()),
                    String.join("; ", words.basis(one.advice())));
        }
        return table.lines();
    }

    Map<String, Object> json(OutcomeSet set, Advised advised) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcomes", set.name().value());
        tree.put("subject", words.subject(advised));
        tree.put("advice", word(advised.advice()));
        tree.put("text", words.sentence(advised.advice()));
        tree.put("basis", words.basis(advised.advice()));
        return tree;
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
}
