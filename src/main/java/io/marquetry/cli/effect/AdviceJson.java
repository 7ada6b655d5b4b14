package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.AdviceWords;
import io.marquetry.effect.advice.Advised;

import java.util.LinkedHashMap;
import java.util.Map;

/** What scripts are told of advice. */
final class AdviceJson {

    private final AdviceWords words;

    AdviceJson(Texts texts) {
        this.words = new AdviceWords(texts);
    }

    Map<String, Object> of(OutcomeSet set, Advised advised) {
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
