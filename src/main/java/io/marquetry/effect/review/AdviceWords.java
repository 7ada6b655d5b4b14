package io.marquetry.effect.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Basis;
import io.marquetry.effect.advice.WorthText;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Worth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Says advice in words, the same on screen, in reports and in scripts: by which rule, what was
 * compared over which people, what would change it, and what was not looked at.
 */
public final class AdviceWords {

    private final Texts texts;
    private final EffectWords words;
    private final Amounts amounts;

    /** Makes words in the language of the texts. */
    public AdviceWords(Texts texts) {
        this.texts = texts;
        this.words = new EffectWords(texts);
        this.amounts = words.amounts();
    }

    /** Returns what is advised on. */
    public String subject(Advised advised) {
        return advised.values().isEmpty()
                ? words.names().arm(advised.arm().orElse(""))
                : advised.values().stream()
                        .map(words.names()::value)
                        .collect(Collectors.joining(" · "));
    }

    /** Returns by what scripts know what is advised on: the key of a package, the arm's text. */
    public String key(Advised advised) {
        return advised.values().stream()
                .map(value -> value.word().orElseGet(() -> words.names().value(value)))
                .reduce((one, other) -> one + " · " + other)
                .orElseGet(() -> subject(advised));
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

    /** Returns what to do, and by which rule. */
    public String sentence(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> texts.get("effect.why.promote", goal(advice));
            case Advice.Rework rework -> texts.get("effect.why.rework." + rework.cause().name());
            case Advice.Pause _ -> texts.get("effect.why.pause");
            case Advice.Retire retire ->
                    texts.get("effect.why.retire." + retire.proof().name(), goal(advice));
            case Advice.TestFurther test ->
                    test.doubt() == Advice.Doubt.OPEN && test.more().isPresent()
                            ? texts.get("effect.why.test.MORE", more(test.more()))
                            : texts.get("effect.why.test." + test.doubt().name());
            case Advice.NotEnoughEvidence none ->
                    texts.get("effect.why.noEvidence." + none.why().name());
        };
    }

    /** Returns every figure that advice rests on, then what it does not rest on. */
    public List<String> basis(Advice advice) {
        return advice.basis().stream().map(this::basis).toList();
    }

    /** Returns the sentence, then a line for all that it rests on. */
    public List<String> lines(Advice advice) {
        List<String> lines = new ArrayList<>(List.of(sentence(advice)));
        basis(advice).forEach(figure -> lines.add("• " + figure));
        return lines;
    }

    /** Returns how often something would have been claimed by chance. */
    public String checked(Checked checked) {
        return texts.get(
                "effect.checked",
                amounts.count(checked.times()),
                amounts.count(checked.claimed()),
                amounts.text(Quantity.SHARE, checked.share()),
                amounts.count(checked.promoted()),
                amounts.count(checked.harmed()),
                amounts.count(checked.worn()),
                words.interval(Quantity.SHARE, checked.interval()),
                texts.get(
                        checked.claimsTooMuch() ? "effect.checked.more" : "effect.checked.agrees"));
    }

    private String goal(Advice advice) {
        return advice.basis().stream()
                .filter(Basis.Compared.class::isInstance)
                .map(basis -> words.measure(((Basis.Compared) basis).comparison().measure()))
                .findFirst()
                .orElse("");
    }

    private String basis(Basis basis) {
        return switch (basis) {
            case Basis.People people ->
                    texts.get(
                            "effect.basis.people",
                            amounts.count(people.targeted()),
                            amounts.count(people.fewest()));
            case Basis.Compared compared -> compared(compared);
            case Basis.Judged judged -> judged(judged);
            case Basis.Turns turns ->
                    texts.get(
                            "effect.basis.turns",
                            words.measure(turns.measure()),
                            amount(turns.measure(), turns.worth()));
            case Basis.StandsIn standsIn ->
                    texts.get(
                            "effect.basis.standsIn",
                            words.measure(standsIn.measure()),
                            words.measure(standsIn.better()));
            case Basis.Below below ->
                    texts.get(
                            "effect.basis.below",
                            words.measure(below.measure()),
                            words.figure(Quantity.SHARE, below.rate().estimate()),
                            amounts.text(Quantity.SHARE, below.bound()),
                            among(below.among()));
            case Basis.Changed changed -> changed(changed);
            case Basis.Wore wore ->
                    texts.get(
                            "effect.basis.wore",
                            words.measure(wore.measure()),
                            amounts.text(Quantity.POINTS, wore.wear().first()),
                            amounts.text(Quantity.POINTS, wore.wear().last()),
                            amounts.day(wore.from()),
                            amounts.day(wore.to()),
                            amounts.p(wore.wear().pValue()),
                            among(wore.among()));
            case Basis.Needed needed ->
                    texts.get(
                            "effect.basis.needed",
                            words.measure(needed.measure()),
                            amounts.text(Quantity.POINTS, needed.rise()),
                            amounts.count(needed.each()));
            case Basis.Unbalanced unlike ->
                    texts.get(
                            "effect.basis.unbalanced",
                            unlike.dimensions().stream()
                                    .map(words::dimension)
                                    .collect(Collectors.joining(texts.get("effect.unseen.and"))));
            case Basis.RestsOn restsOn -> words.finding(restsOn.found());
            case Basis.UnequalArms _ -> texts.get("effect.basis.unequalArms");
            case Basis.Unseen unseen ->
                    texts.get(
                            "effect.basis.unseen",
                            Arrays.stream(Basis.Sight.values())
                                    .filter(unseen.sights()::contains)
                                    .map(sight -> texts.get("effect.unseen." + sight.name()))
                                    .collect(Collectors.joining(texts.get("effect.unseen.and"))));
        };
    }

    private String compared(Basis.Compared basis) {
        ArmComparison comparison = basis.comparison();
        String what =
                texts.get(
                        "effect.basis.against",
                        words.compared(comparison),
                        words.names().arm(comparison.against()));
        String over =
                texts.get(
                        "effect.basis.over",
                        amounts.count(basis.treated()),
                        amounts.count(basis.held()));
        return switch (comparison.difference()) {
            case Difference.Measured found ->
                    texts.get(
                                    "effect.basis.compared",
                                    what,
                                    words.difference(comparison.measure(), found),
                                    words.p(comparison),
                                    words.corrected(comparison),
                                    over)
                            + early(comparison);
            case Difference.Unknown unknown ->
                    texts.get("effect.basis.unknown", what, words.lacking(unknown.why()));
        };
    }

    /** Returns what may be said at any look, where not all planned people are there yet. */
    private String early(ArmComparison comparison) {
        return comparison
                .early()
                .map(
                        early ->
                                "; "
                                        + texts.get(
                                                "effect.remark.early",
                                                amounts.text(Quantity.SHARE, early.done()),
                                                amounts.interval(
                                                        EffectCharts.difference(
                                                                comparison.measure()),
                                                        early.interval()),
                                                amounts.p(early.pValue())))
                .orElse("");
    }

    private String judged(Basis.Judged basis) {
        return texts.get(
                "effect.basis.worth",
                worth(basis),
                texts.get("effect.worth." + basis.found().name()));
    }

    private String worth(Basis.Judged basis) {
        String size = amount(basis.measure(), basis.judged().worth());
        return switch (basis.worth()) {
            case Worth.Absolute _ -> size;
            case Worth.Relative relative ->
                    texts.get(
                            "effect.basis.worthOf",
                            WorthText.write(relative, basis.measure()),
                            size);
        };
    }

    private String changed(Basis.Changed basis) {
        return texts.get(
                "effect.basis.changed",
                words.measure(basis.measure()),
                amounts.text(Quantity.SHARE, basis.shift().before()),
                amounts.text(Quantity.SHARE, basis.shift().after()),
                amounts.day(basis.shift().since()),
                amounts.p(basis.shift().pValue()),
                among(basis.among()),
                amounts.count(Math.round(basis.targetedBefore())),
                amounts.count(Math.round(basis.targetedAfter())));
    }

    private String among(int looks) {
        return looks > 1
                ? texts.get("effect.corrected.looks", amounts.count(looks))
                : texts.get("effect.corrected.not");
    }

    private String amount(Measure measure, double value) {
        return amounts.text(EffectCharts.difference(measure), value);
    }

    private String more(OptionalLong people) {
        return amounts.count(rounded(people.orElse(0)));
    }

    /** Returns two digits that count: nobody plans 12,437 people. */
    private static long rounded(long people) {
        long unit = 1;
        while (people / unit >= 100) {
            unit *= 10;
        }
        return (people + unit - 1) / unit * unit;
    }
}
