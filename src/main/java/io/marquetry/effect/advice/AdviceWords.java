package io.marquetry.effect.advice;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.watch.Shift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says advice and what it rests on in words: the same on screen, in reports and in scripts. */
public final class AdviceWords {

    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;

    /** Makes words in the language of the texts. */
    public AdviceWords(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
    }

    /** Returns what is advised on. */
    public String subject(Advised advised) {
        if (!advised.values().isEmpty()) {
            return advised.values().stream().map(names::value).collect(Collectors.joining(" · "));
        }
        return names.arm(advised.arm().orElse(""));
    }

    /** Returns what to do, in few words. */
    public String brief(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("effect.advice.promote");
            case Advice.Rework rework -> texts.get("effect.advice.rework." + rework.part().name());
            case Advice.Pause _ -> texts.get("effect.advice.pause");
            case Advice.Retire _ -> texts.get("effect.advice.retire");
            case Advice.TestFurther _ -> texts.get("effect.advice.test");
            case Advice.NotEnoughEvidence _ -> texts.get("effect.advice.noEvidence");
        };
    }

    /** Returns what to do, and why. */
    public String sentence(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("effect.why.promote");
            case Advice.Rework rework -> texts.get("effect.why.rework." + rework.part().name());
            case Advice.Pause _ -> texts.get("effect.why.pause");
            case Advice.Retire _ -> texts.get("effect.why.retire");
            case Advice.TestFurther test ->
                    test.needed().isPresent()
                            ? texts.get(
                                    "effect.why.testWith", amounts.count(test.needed().getAsLong()))
                            : texts.get("effect.why.test");
            case Advice.NotEnoughEvidence none ->
                    texts.get("effect.why.noEvidence." + none.why().name());
        };
    }

    /** Returns every figure that advice rests on. */
    public List<String> basis(Advice advice) {
        return advice.basis().stream().map(this::basis).toList();
    }

    /** Returns the sentence, then a line for every figure that it rests on. */
    public List<String> lines(Advice advice) {
        List<String> lines = new ArrayList<>(List.of(sentence(advice)));
        basis(advice).forEach(figure -> lines.add("• " + figure));
        return lines;
    }

    private String basis(Basis basis) {
        return switch (basis) {
            case Basis.People people ->
                    texts.get(
                            "effect.basis.people",
                            amounts.count(people.targeted()),
                            amounts.count(people.fewest()));
            case Basis.Compared compared -> compared(compared.comparison());
            case Basis.Below below ->
                    texts.get(
                            "effect.basis.below",
                            texts.get("effect.measure." + below.measure().name()),
                            share(below.rate().estimate()),
                            amounts.text(Quantity.SHARE, below.bound()));
            case Basis.Shifted shifted -> shifted(shifted);
        };
    }

    private String compared(Comparison comparison) {
        String what =
                texts.get(
                        "effect.basis.against",
                        texts.get("effect.measure." + comparison.measure().name()),
                        names.arm(comparison.against()));
        return switch (comparison.difference()) {
            case Difference.Measured found ->
                    texts.get(
                            "effect.basis.compared",
                            what,
                            amounts.text(
                                    EffectCharts.difference(comparison.measure()),
                                    found.value(),
                                    found.interval()),
                            amounts.p(comparison.adjusted().orElse(found.pValue())));
            case Difference.Unknown unknown ->
                    texts.get(
                            "effect.basis.unknown",
                            what,
                            texts.get("effect.lacking." + unknown.why().name()));
        };
    }

    private String shifted(Basis.Shifted basis) {
        Shift.Found shift = basis.shift();
        return texts.get(
                "effect.basis.shifted",
                texts.get("effect.measure." + basis.measure().name()),
                amounts.text(Quantity.SHARE, shift.before()),
                amounts.text(Quantity.SHARE, shift.after()),
                amounts.day(shift.since()),
                amounts.p(shift.pValue()));
    }

    private String share(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known ->
                    amounts.text(Quantity.SHARE, known.value(), known.interval());
            case Estimate.Bare bare -> amounts.text(Quantity.SHARE, bare.value());
            case Estimate.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }
}
