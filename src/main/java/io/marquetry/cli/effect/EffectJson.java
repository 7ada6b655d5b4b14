package io.marquetry.cli.effect;

import io.marquetry.base.Texts;
import io.marquetry.effect.Design;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.DimensionText;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Money;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Split;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.sums.Counts;
import io.marquetry.effect.sums.GroupValue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What scripts are told of an effect; shares are 0 to 1, numbers have twelve digits. */
final class EffectJson {

    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private final Texts texts;

    EffectJson(Texts texts) {
        this.texts = texts;
    }

    /** Tells everybody's figures, and those of the divisions that were asked for. */
    Map<String, Object> of(Reviewed reviewed) {
        EffectAnswer answer = reviewed.answer();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcomes", answer.set().name().value());
        tree.put("title", answer.set().title());
        tree.put("asOf", answer.asOf().toString());
        tree.put("randomised", answer.set().design() instanceof Design.Randomised);
        if (answer.set().design() instanceof Design.Randomised randomised) {
            tree.put("control", randomised.controlArm());
        }
        tree.put("confidence", number(answer.request().level().confidence()));
        tree.put("margin", answer.request().economics().margin());
        tree.put("costPerSend", answer.request().economics().costPerSend());
        tree.putAll(group(answer.all()));
        tree.put(
                "by",
                reviewed.question().groupings().stream()
                        .flatMap(asked -> reviewed.by(asked).stream())
                        .map(division -> division(division, answer))
                        .toList());
        tree.put("targets", TargetsJson.of(reviewed));
        tree.put("split", split(answer.split()));
        tree.put("findings", answer.findings().stream().map(EffectJson::finding).toList());
        return tree;
    }

    private Map<String, Object> division(Division division, EffectAnswer answer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "dimensions",
                division.grouping().dimensions().stream().map(DimensionText::write).toList());
        tree.put("correction", answer.request().correction().name());
        tree.put(
                "groups",
                division.groups().stream()
                        .map(
                                group -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put(
                                            "values",
                                            group.values().stream()
                                                    .map(EffectJson::value)
                                                    .toList());
                                    one.putAll(group(group));
                                    return one;
                                })
                        .toList());
        return tree;
    }

    private Map<String, Object> group(Group group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("arms", group.arms().stream().map(EffectJson::arm).toList());
        tree.put("treated", figures(group.treated()));
        tree.put("uplift", uplift(group.uplift()));
        return tree;
    }

    private static Map<String, Object> arm(ArmFigures arm) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("arm", arm.arm());
        tree.put("control", arm.control());
        tree.putAll(figures(arm.figures()));
        return tree;
    }

    private static Map<String, Object> figures(Figures figures) {
        Counts counts = figures.sums().counts();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("targeted", counts.targeted());
        tree.put("sent", counts.sent());
        tree.put("reach", rate(figures.reach()));
        tree.put("hit", rate(figures.hit()));
        tree.put("hits", counts.hits());
        tree.put("conversion", rate(figures.conversion()));
        tree.put("conversions", counts.conversions());
        tree.put("revenue", money(figures.revenue()));
        tree.put("cost", money(figures.cost()));
        tree.put("profit", money(figures.profit()));
        tree.put("roi", estimate(figures.roi()));
        tree.put("costPerConversion", estimate(figures.costPerConversion()));
        figures.people().ifPresent(people -> tree.put("people", people));
        return tree;
    }

    private static Map<String, Object> rate(Rate rate) {
        Map<String, Object> tree = new LinkedHashMap<>(Map.of("count", rate.count()));
        tree.putAll(estimate(rate.estimate()));
        return tree;
    }

    private static Map<String, Object> money(Money money) {
        Map<String, Object> tree = new LinkedHashMap<>(Map.of("total", money.total()));
        tree.put("perHead", estimate(money.perHead()));
        return tree;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (estimate) {
            case Estimate.Known known -> {
                tree.put("value", number(known.value()));
                interval(known.interval(), tree);
                tree.put("method", known.method().name());
                tree.put("footing", known.footing().name());
            }
            case Estimate.Bare bare -> {
                tree.put("value", number(bare.value()));
                tree.put("lacking", bare.why().name());
            }
            case Estimate.Unknown unknown -> tree.put("lacking", unknown.why().name());
        }
        return tree;
    }

    private Map<String, Object> uplift(Uplift uplift) {
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (uplift) {
            case Uplift.Measured measured -> {
                tree.put("measured", true);
                tree.put(
                        "comparisons",
                        measured.comparisons().stream().map(EffectJson::comparison).toList());
            }
            case Uplift.NoControl none -> {
                tree.put("measured", false);
                tree.put("reason", none.why().name());
                tree.put("text", texts.get("effect.noControl." + none.why().name()));
            }
        }
        return tree;
    }

    private static Map<String, Object> comparison(ArmComparison comparison) {
        Map<String, Object> tree = new LinkedHashMap<>();
        comparison
                .arm()
                .ifPresentOrElse(arm -> tree.put("arm", arm), () -> tree.put("allTreated", true));
        tree.put("against", comparison.against());
        tree.put("measure", comparison.measure().name());
        switch (comparison.difference()) {
            case Difference.Measured measured -> {
                tree.put("difference", number(measured.value()));
                if (comparison.plain() instanceof Difference.Measured plain) {
                    interval(plain.interval(), tree);
                    tree.put("p", number(plain.pValue()));
                }
                tree.put("method", measured.method().name());
                tree.put("footing", measured.footing().name());
                if (comparison.family().isPresent()) {
                    tree.put("adjustedP", number(measured.pValue()));
                    tree.put("adjustedLow", number(measured.interval().low()));
                    tree.put("adjustedHigh", number(measured.interval().high()));
                    tree.put("comparedTogether", comparison.family().get().size());
                }
                comparison.verdict().ifPresent(v -> tree.put("verdict", v.name()));
            }
            case Difference.Unknown unknown -> tree.put("lacking", unknown.why().name());
        }
        comparison
                .worth()
                .ifPresent(
                        worth -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("effect", number(worth.worth()));
                            comparison
                                    .finding()
                                    .ifPresent(found -> told.put("finding", found.name()));
                            told.put("pTooSmall", number(worth.pTooSmall()));
                            worth.more().ifPresent(more -> told.put("morePeople", more));
                            tree.put("worth", told);
                        });
        comparison
                .early()
                .ifPresent(
                        early -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("done", number(early.done()));
                            interval(early.interval(), told);
                            told.put("p", number(early.pValue()));
                            comparison.verdict().ifPresent(v -> told.put("verdict", v.name()));
                            tree.put("early", told);
                        });
        comparison
                .reduced()
                .ifPresent(
                        reduced -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            if (reduced.difference() instanceof Difference.Measured m) {
                                told.put("difference", number(m.value()));
                                interval(m.interval(), told);
                                told.put("p", number(m.pValue()));
                                told.put("footing", m.footing().name());
                                told.put("verdict", m.verdict().name());
                            }
                            told.put("varianceGained", number(reduced.gained()));
                            tree.put("adjusted", comparison.adjusted());
                            tree.put(comparison.adjusted() ? "plain" : "withBefore", told);
                        });
        comparison.detectable().ifPresent(d -> tree.put("detectable", number(d)));
        comparison.needed().ifPresent(n -> tree.put("needed", n));
        return tree;
    }

    private static void interval(Interval interval, Map<String, Object> tree) {
        tree.put("low", number(interval.low()));
        tree.put("high", number(interval.high()));
    }

    /** Returns what scripts are told of a group's value. */
    static Object value(GroupValue value) {
        return switch (value) {
            case GroupValue.Is is -> is.text();
            case GroupValue.Named named -> named.key();
            case GroupValue.Between between ->
                    Map.of("from", between.from(), "below", between.below());
            case GroupValue.Missing _ -> Map.of("missing", true);
            case GroupValue.Carried carried -> carried.yes();
            case GroupValue.Begins begins -> begins.day().toString();
        };
    }

    private static Map<String, Object> finding(Finding finding) {
        return switch (finding) {
            case Finding.Contradictory found ->
                    Map.of("finding", "CONTRADICTORY", "rows", found.rows());
            case Finding.NotAmong found ->
                    Map.of(
                            "finding",
                            "NOT_AMONG",
                            "source",
                            found.source().value(),
                            "profiles",
                            found.profiles());
            case Finding.ControlAbsent found ->
                    Map.of("finding", "CONTROL_ABSENT", "arm", found.arm());
            case Finding.WithoutArm found ->
                    Map.of("finding", "WITHOUT_ARM", "targeted", found.targeted());
            case Finding.InTwoArms found ->
                    Map.of("finding", "IN_TWO_ARMS", "profiles", found.profiles());
            case Finding.EmptyCells found ->
                    Map.of(
                            "finding",
                            "EMPTY_CELLS",
                            "role",
                            found.role().name(),
                            "column",
                            found.column(),
                            "rows",
                            found.rows(),
                            "meaning",
                            found.meaning().name());
            case Finding.WithoutDenominator found ->
                    Map.of("finding", "WITHOUT_DENOMINATOR", "rows", found.rows());
            case Finding.NegativeCounts found ->
                    Map.of(
                            "finding",
                            "NEGATIVE_COUNTS",
                            "role",
                            found.role().name(),
                            "column",
                            found.column(),
                            "rows",
                            found.rows());
            case Finding.WithoutPackage found ->
                    Map.of("finding", "WITHOUT_PACKAGE", "rows", found.rows());
            case Finding.OfNoPackage found ->
                    Map.of("finding", "OF_NO_PACKAGE", "events", found.events());
            case Finding.NeverSent found ->
                    Map.of("finding", "NEVER_SENT", "profiles", found.profiles());
            case Finding.Unbalanced found ->
                    Map.of(
                            "finding",
                            "UNBALANCED",
                            "dimension",
                            DimensionText.write(found.dimension()),
                            "p",
                            number(found.pValue()));
            case Finding.UnequalArms found ->
                    Map.of(
                            "finding",
                            "UNEQUAL_ARMS",
                            "seen",
                            found.seen(),
                            "p",
                            number(found.pValue()));
            case Finding.Extreme found -> extreme(found);
            case Finding.ByRow found ->
                    Map.of(
                            "finding",
                            "BY_ROW",
                            "divisions",
                            found.divisions().stream()
                                    .map(
                                            by ->
                                                    by.dimensions().stream()
                                                            .map(DimensionText::write)
                                                            .toList())
                                    .toList(),
                            "people",
                            found.people(),
                            "rows",
                            found.rows());
        };
    }

    private static Map<String, Object> extreme(Finding.Extreme found) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("finding", "EXTREME");
        tree.put("arm", found.arm());
        tree.put("role", found.role().name());
        tree.put(
                "amounts",
                found.amounts().stream()
                        .map(one -> Map.of("profile", one.profile(), "amount", one.amount()))
                        .toList());
        tree.put("cutTo", number(found.cutTo()));
        tree.put("perHead", estimate(found.perHead()));
        tree.put("cut", estimate(found.cut()));
        found.less()
                .ifPresent(
                        less -> {
                            if (less instanceof Difference.Measured measured) {
                                Map<String, Object> told = new LinkedHashMap<>();
                                told.put("difference", number(measured.value()));
                                interval(measured.interval(), told);
                                told.put("p", number(measured.pValue()));
                                tree.put("differenceCut", told);
                            }
                        });
        return tree;
    }

    private static Map<String, Object> split(Split split) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sound", split.isSound());
        switch (split) {
            case Split.Untested _ -> tree.put("tested", false);
            case Split.Fits fits -> tree.put("p", number(fits.pValue()));
            case Split.WrongSizes wrong -> {
                tree.put("p", number(wrong.pValue()));
                tree.put("planned", wrong.planned());
                tree.put("seen", wrong.seen());
            }
            case Split.DifferedBefore differed -> {
                tree.put("p", number(differed.pValue()));
                tree.put("arm", differed.arm());
            }
        }
        return tree;
    }

    /** Returns a number with twelve digits. */
    static BigDecimal number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
