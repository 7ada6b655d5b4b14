package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Basis;
import io.marquetry.effect.advice.WorthText;
import io.marquetry.effect.review.AdviceWords;

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
        tree.put("subject", words.key(advised));
        tree.put("name", words.subject(advised));
        tree.put("advice", word(advised.advice()));
        tree.put("text", words.sentence(advised.advice()));
        tree.put("basis", words.basis(advised.advice()));
        advised.advice().basis().forEach(basis -> figure(basis, tree));
        if (advised.advice() instanceof Advice.TestFurther test) {
            test.more().ifPresent(more -> tree.put("more", more));
        }
        return tree;
    }

    private static void figure(Basis basis, Map<String, Object> tree) {
        switch (basis) {
            case Basis.Judged judged -> {
                tree.put("goal", judged.measure().name());
                tree.put("worth", EffectJson.number(judged.judged().worth()));
                tree.put("worthAsked", WorthText.write(judged.worth(), judged.measure()));
                tree.put("finding", judged.found().name());
            }
            case Basis.Needed needed -> tree.put("needed", needed.each());
            case Basis.Unseen unseen ->
                    tree.put(
                            "notLookedAt",
                            unseen.sights().stream().sorted().map(Enum::name).toList());
            case Basis.People _,
                    Basis.Compared _,
                    Basis.Turns _,
                    Basis.StandsIn _,
                    Basis.Below _,
                    Basis.Changed _,
                    Basis.Unbalanced _,
                    Basis.UnequalArms _,
                    Basis.RestsOn _,
                    Basis.Wore _ -> {
                // Told in words.
            }
        }
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
