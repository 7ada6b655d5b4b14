package io.marquetry.ui.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Basis;
import io.marquetry.effect.advice.Part;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.watch.Shift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Advice in words: what to do, and why. */
final class AdviceWords {

    private final ReviewWords words;
    private final Texts texts;

    AdviceWords(ReviewWords words) {
        this.words = words;
        this.texts = words.texts();
    }

    /** Returns what is advised on. */
    String name(Advised advised) {
        if (!advised.values().isEmpty()) {
            return advised.values().stream()
                    .map(words.names()::value)
                    .collect(Collectors.joining(" · "));
        }
        return words.names().arm(advised.arm().orElse(""));
    }

    /** Returns the figure that decided; the rate of those who did where none did. */
    String figure(Advised advised) {
        for (Basis basis : advised.advice().basis()) {
            if (basis instanceof Basis.Compared compared
                    && compared.comparison().difference() instanceof Difference.Measured m) {
                return words.amounts()
                        .text(EffectCharts.difference(compared.comparison().measure()), m.value());
            }
        }
        Estimate conversion = advised.known().figures().conversion().estimate();
        return words.value(
                Quantity.SHARE,
                conversion instanceof Estimate.Unknown
                        ? advised.known().figures().hit().estimate()
                        : conversion);
    }

    /** Returns the advice in few words. */
    String pill(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("review.advice.promote");
            case Advice.Rework rework -> texts.get("review.advice.rework", part(rework.part()));
            case Advice.Pause _ -> texts.get("review.advice.pause");
            case Advice.Retire _ -> texts.get("review.advice.retire");
            case Advice.TestFurther _ -> texts.get("review.advice.test");
            case Advice.NotEnoughEvidence _ -> texts.get("review.advice.evidence");
        };
    }

    /** Returns the class that colours the advice. */
    static String tone(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> "good";
            case Advice.Rework _, Advice.Pause _ -> "warn";
            case Advice.Retire _ -> "bad";
            case Advice.TestFurther _, Advice.NotEnoughEvidence _ -> "neutral";
        };
    }

    /** Returns where the advice stands among others: what to act on first. */
    static int rank(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> 0;
            case Advice.Rework _ -> 1;
            case Advice.Pause _ -> 2;
            case Advice.Retire _ -> 3;
            case Advice.TestFurther _ -> 4;
            case Advice.NotEnoughEvidence _ -> 5;
        };
    }

    /** Returns what is advised and every figure that it rests on. */
    List<String> lines(Advised advised) {
        List<String> lines = new ArrayList<>();
        lines.add(reason(advised.advice()));
        advised.advice().basis().forEach(basis -> lines.add("• " + basis(basis)));
        return lines;
    }

    private String reason(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("review.why.promote");
            case Advice.Rework rework -> texts.get("review.why.rework." + rework.part().name());
            case Advice.Pause _ -> texts.get("review.why.pause");
            case Advice.Retire _ -> texts.get("review.why.retire");
            case Advice.TestFurther test ->
                    test.needed().isPresent()
                            ? texts.get(
                                    "review.why.testNeeds",
                                    words.amounts().count(test.needed().getAsLong()))
                            : texts.get("review.why.test");
            case Advice.NotEnoughEvidence lacking ->
                    texts.get("review.why.evidence." + lacking.why().name());
        };
    }

    private String part(Part part) {
        return texts.get("review.part." + part.name());
    }

    private String basis(Basis basis) {
        return switch (basis) {
            case Basis.People people ->
                    texts.get(
                            "review.basis.people",
                            words.amounts().count(people.targeted()),
                            words.amounts().count(people.fewest()));
            case Basis.Compared compared ->
                    texts.get(
                            "review.basis.compared",
                            words.measure(compared.comparison().measure()),
                            words.names().arm(compared.comparison().against()),
                            words.difference(
                                    compared.comparison().measure(),
                                    compared.comparison().difference()),
                            words.p(
                                    compared.comparison().difference(),
                                    compared.comparison().adjusted()));
            case Basis.Below below ->
                    texts.get(
                            "review.basis.below",
                            words.measure(below.measure()),
                            share(below.rate().estimate()),
                            words.amounts().text(Quantity.SHARE, below.bound()));
            case Basis.Shifted shifted -> shifted(shifted.measure(), shifted.shift());
        };
    }

    private String shifted(Measure measure, Shift.Found shift) {
        return texts.get(
                "review.basis.shifted",
                words.measure(measure),
                words.amounts().text(Quantity.SHARE, shift.before()),
                words.amounts().text(Quantity.SHARE, shift.after()),
                words.amounts().day(shift.since()),
                words.amounts().p(shift.pValue()));
    }

    private String share(Estimate estimate) {
        return estimate instanceof Estimate.Known known
                ? words.amounts().text(Quantity.SHARE, known.value(), known.interval())
                : words.value(Quantity.SHARE, estimate);
    }
}
