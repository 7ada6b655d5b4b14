package io.marquetry.ui.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;

import java.util.OptionalDouble;

/** The review's figures and groups in words, in one language. */
final class ReviewWords {

    private static final String NOTHING = "–";

    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;

    ReviewWords(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
    }

    Texts texts() {
        return texts;
    }

    Amounts amounts() {
        return amounts;
    }

    /** Returns the number alone; a dash where there is none. */
    String value(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> amounts.text(quantity, known.value());
            case Estimate.Bare bare -> amounts.text(quantity, bare.value());
            case Estimate.Unknown _ -> NOTHING;
        };
    }

    /** Returns how sure the number is, or why that cannot be told. */
    String sureness(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> interval(quantity, known.interval());
            case Estimate.Bare bare -> texts.get("effect.lacking." + bare.why().name());
            case Estimate.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }

    String interval(Quantity quantity, Interval interval) {
        return texts.get("review.interval", amounts.interval(quantity, interval));
    }

    /** Returns a difference with its interval; why there is none otherwise. */
    String difference(Measure measure, Difference difference) {
        return switch (difference) {
            case Difference.Measured m ->
                    amounts.text(EffectCharts.difference(measure), m.value(), m.interval());
            case Difference.Unknown unknown -> texts.get("effect.lacking." + unknown.why().name());
        };
    }

    /** Returns the p-value, the corrected one where there is one. */
    String p(Difference difference, OptionalDouble adjusted) {
        return difference instanceof Difference.Measured m
                ? amounts.p(adjusted.orElse(m.pValue()))
                : "";
    }

    String measure(Measure measure) {
        return texts.get("effect.measure." + measure.name());
    }

    String group(Group group) {
        return names.group(group);
    }

    GroupNames names() {
        return names;
    }

    String dimension(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Attribute by -> by.name();
            case Dimension.Carries by ->
                    by.people()
                            .map(people -> by.tag().value() + " · " + people)
                            .orElseGet(() -> by.tag().value());
            case Dimension.Told _,
                    Dimension.Time _,
                    Dimension.PackageTag _,
                    Dimension.PackageAsset _ ->
                    names.grouping(Grouping.by(dimension));
        };
    }

    String finding(Finding finding) {
        return switch (finding) {
            case Finding.Contradictory found ->
                    texts.get("effect.finding.contradictory", found.rows());
            case Finding.NotAmong found ->
                    texts.get("effect.finding.notAmong", found.profiles(), found.source().value());
            case Finding.ControlAbsent found ->
                    texts.get("effect.finding.controlAbsent", found.arm());
        };
    }
}
