package io.marquetry.effect.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Difference;

import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What is odd about outcomes, in words. */
final class FindingWords {

    private final EffectWords words;
    private final Texts texts;

    FindingWords(EffectWords words) {
        this.words = words;
        this.texts = words.texts();
    }

    String of(Finding finding) {
        return switch (finding) {
            case Finding.Contradictory found ->
                    texts.get("effect.finding.contradictory", found.rows());
            case Finding.NotAmong found ->
                    texts.get(
                            "effect.finding.notAmong",
                            found.profiles(),
                            texts.source(found.source().value()));
            case Finding.ControlAbsent found ->
                    texts.get("effect.finding.controlAbsent", words.names().arm(found.arm()));
            case Finding.WithoutArm found ->
                    texts.get("effect.finding.withoutArm", found.targeted());
            case Finding.InTwoArms found -> texts.get("effect.finding.inTwoArms", found.profiles());
            case Finding.EmptyCells found ->
                    texts.get(
                            "effect.finding.empty." + found.meaning().name(),
                            found.rows(),
                            found.column());
            case Finding.WithoutDenominator found ->
                    texts.get("effect.finding.withoutDenominator", found.rows());
            case Finding.NegativeCounts found ->
                    texts.get("effect.finding.negative", found.rows(), found.column());
            case Finding.WithoutPackage found ->
                    texts.get("effect.finding.withoutPackage", found.rows());
            case Finding.OfNoPackage found ->
                    texts.get("effect.finding.ofNoPackage", found.events());
            case Finding.NeverSent found -> texts.get("effect.finding.neverSent", found.profiles());
            case Finding.Unbalanced found ->
                    texts.get("effect.finding.unbalanced", words.dimension(found.dimension()));
            case Finding.UnequalArms found ->
                    texts.get(
                            "effect.finding.unequalArms",
                            found.seen().entrySet().stream()
                                    .map(
                                            arm ->
                                                    texts.get(
                                                            "effect.finding.armSize",
                                                            words.names().arm(arm.getKey()),
                                                            words.amounts().count(arm.getValue())))
                                    .collect(joined()),
                            words.amounts().p(found.pValue()));
            case Finding.Extreme found -> extreme(found);
            case Finding.ByRow found ->
                    texts.get(
                            "effect.finding.byRow",
                            found.divisions().stream()
                                    .map(words.names()::grouping)
                                    .collect(joined()),
                            words.amounts().count(found.people()),
                            words.amounts().count(found.rows()));
        };
    }

    private String extreme(Finding.Extreme found) {
        Quantity money = Quantity.MONEY;
        String told =
                texts.get(
                        "effect.finding.extreme." + found.role().name(),
                        words.names().arm(found.arm()),
                        found.amounts().stream()
                                .map(
                                        one ->
                                                texts.get(
                                                        "effect.finding.amount",
                                                        one.profile(),
                                                        words.amounts()
                                                                .text(
                                                                        money,
                                                                        one.amount()
                                                                                .doubleValue())))
                                .collect(joined()),
                        words.amounts().text(money, found.cutTo()),
                        words.figure(money, found.cut()),
                        words.figure(money, found.perHead()));
        return found.less().orElse(null) instanceof Difference.Measured less
                        && found.role() == OutcomeRole.REVENUE
                ? told
                        + texts.get(
                                "effect.finding.extremeLess",
                                words.difference(Measure.REVENUE, less),
                                words.amounts().p(less.pValue()))
                : told;
    }

    private Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(texts.get("effect.unseen.and"));
    }
}
