package io.marquetry.effect.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.Design;
import io.marquetry.effect.Plan;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.Remarks;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Split;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Reduced;
import io.marquetry.effect.stats.Sequential;
import io.marquetry.effect.stats.Verdict;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Figures in words, in one language: the same on screen, on paper and in a terminal. */
public final class EffectWords {

    /** Stands where there is no figure. */
    public static final String NOTHING = "–";

    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;
    private final Remarks remarks;

    /** Speaks the language of the texts. */
    public EffectWords(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
        this.remarks = new Remarks(texts);
    }

    public Texts texts() {
        return texts;
    }

    /** Returns how numbers are written. */
    public Amounts amounts() {
        return amounts;
    }

    /** Returns what groups are called. */
    public GroupNames names() {
        return names;
    }

    /** Returns what a group is called, with the keys of its packages and tags. */
    public Name keyed(Group group) {
        return new Name(
                names.group(group),
                group.values().stream()
                        .filter(GroupValue.Named.class::isInstance)
                        .flatMap(value -> value.word().stream())
                        .collect(Collectors.joining(" · ")));
    }

    /** Returns what a measure is called. */
    public String measure(Measure measure) {
        return texts.get("effect.measure." + measure.name());
    }

    /** Returns the number alone; a dash where there is none. */
    public String value(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> amounts.value(quantity, known.value(), known.interval());
            case Estimate.Bare bare -> amounts.text(quantity, bare.value());
            case Estimate.Unknown _ -> NOTHING;
        };
    }

    /** Returns how sure the number is, or why that cannot be told. */
    public String sureness(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known ->
                    remarks.marked(interval(quantity, known.interval()), known.footing());
            case Estimate.Bare bare -> lacking(bare.why());
            case Estimate.Unknown unknown -> lacking(unknown.why());
        };
    }

    /** Returns a figure with its interval; why there is none otherwise. */
    public String figure(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known ->
                    remarks.marked(
                            amounts.text(quantity, known.value(), known.interval()),
                            known.footing());
            case Estimate.Bare bare -> amounts.text(quantity, bare.value());
            case Estimate.Unknown unknown -> lacking(unknown.why());
        };
    }

    /** Returns an interval, named as one. */
    public String interval(Quantity quantity, Interval interval) {
        return texts.get("review.interval", amounts.interval(quantity, interval));
    }

    /** Returns why there is no number. */
    public String lacking(Lacking why) {
        return texts.get("effect.lacking." + why.name());
    }

    /** Returns what has to be told beside figures. */
    public Remarks remarks() {
        return remarks;
    }

    /** Returns a difference with its interval; why there is none otherwise. */
    public String difference(Measure measure, Difference difference) {
        return switch (difference) {
            case Difference.Measured m ->
                    remarks.marked(
                            amounts.text(EffectCharts.difference(measure), m.value(), m.interval()),
                            m.footing());
            case Difference.Unknown unknown -> lacking(unknown.why());
        };
    }

    /** Returns the p-value, the corrected one where there is one; nothing where there is none. */
    public String p(ArmComparison comparison) {
        return comparison.difference() instanceof Difference.Measured m
                ? amounts.p(m.pValue())
                : "";
    }

    /** Returns what a comparison is of, and whether without what was known before the send. */
    public String compared(ArmComparison comparison) {
        String measure = measure(comparison.measure());
        return comparison.adjusted() ? texts.get("effect.lessBefore", measure) : measure;
    }

    /** Returns for what p-value and interval are corrected, or that they are not. */
    public String corrected(ArmComparison comparison) {
        return comparison
                .family()
                .map(
                        family ->
                                texts.get(
                                        "effect.corrected."
                                                + (family.groups() > 1 ? "groups" : "arms"),
                                        amounts.count(family.size()),
                                        texts.get(
                                                "effect.correction." + family.correction().name())))
                .orElseGet(() -> texts.get("effect.corrected.not"));
    }

    /**
     * Returns the lines of a comparison: the difference; before all planned people are there what
     * may be said at any look; and the difference without what was known before the send.
     *
     * @param againstControl whether it is compared with those held out
     */
    public List<UpliftLine> lines(ArmComparison comparison, boolean againstControl) {
        String compared = names.pair(comparison, againstControl);
        String measure = measure(comparison.measure());
        Quantity quantity = EffectCharts.difference(comparison.measure());
        List<UpliftLine> lines = new ArrayList<>();
        lines.add(
                switch (comparison.difference()) {
                    case Difference.Measured m ->
                            leading(
                                    comparison,
                                    line(
                                            compared,
                                            measure,
                                            quantity,
                                            m,
                                            comparison.early().isPresent()
                                                    ? texts.get("effect.verdict.EARLY")
                                                    : verdict(m.verdict())));
                    case Difference.Unknown unknown ->
                            new UpliftLine(
                                    compared,
                                    measure,
                                    NOTHING,
                                    "",
                                    NOTHING,
                                    NOTHING,
                                    lacking(unknown.why()),
                                    "");
                });
        comparison
                .early()
                .ifPresent(early -> lines.add(early(compared, comparison, early, quantity)));
        comparison
                .reduced()
                .ifPresent(
                        reduced -> {
                            if (reduced.difference() instanceof Difference.Measured m) {
                                UpliftLine plain =
                                        line(compared, measure, quantity, m, verdict(m.verdict()));
                                lines.add(
                                        comparison.adjusted()
                                                ? plain.called(
                                                        texts.get("effect.plain", measure),
                                                        plain.method())
                                                : reduced(plain, measure, m, reduced));
                            }
                        });
        return lines;
    }

    private UpliftLine line(
            String compared,
            String measure,
            Quantity quantity,
            Difference.Measured m,
            String verdict) {
        return new UpliftLine(
                compared,
                measure,
                amounts.value(quantity, m.value(), m.interval()),
                amounts.interval(quantity, m.interval()),
                amounts.text(quantity, m.value(), m.interval()),
                amounts.p(m.pValue()),
                verdict,
                remarks.marked(texts.get("effect.method." + m.method().name()), m.footing()));
    }

    private UpliftLine early(
            String compared, ArmComparison comparison, Sequential early, Quantity quantity) {
        return new UpliftLine(
                compared,
                texts.get("effect.atAnyLook", measure(comparison.measure())),
                comparison.difference() instanceof Difference.Measured m
                        ? amounts.value(quantity, m.value(), early.interval())
                        : NOTHING,
                amounts.interval(quantity, early.interval()),
                comparison.difference() instanceof Difference.Measured m
                        ? amounts.text(quantity, m.value(), early.interval())
                        : NOTHING,
                amounts.p(early.pValue()),
                comparison.verdict().map(this::verdict).orElse(""),
                texts.get("effect.method.early", amounts.text(Quantity.SHARE, early.done())));
    }

    /** The line of the difference that counts. */
    private UpliftLine leading(ArmComparison comparison, UpliftLine line) {
        return comparison.adjusted()
                        && comparison.difference() instanceof Difference.Measured measured
                ? reduced(line, line.measure(), measured, comparison.reduced().orElseThrow())
                : line;
    }

    private UpliftLine reduced(
            UpliftLine line, String measure, Difference.Measured m, Reduced reduced) {
        return line.called(
                texts.get("effect.lessBefore", measure),
                remarks.marked(
                        texts.get(
                                "effect.method.reduced",
                                amounts.text(Quantity.SHARE, reduced.gained())),
                        m.footing()));
    }

    private String verdict(Verdict verdict) {
        return texts.get("effect.verdict." + verdict.name());
    }

    /** Returns by what people can be divided, and whose tag it is. */
    public String dimension(Dimension dimension) {
        String name = names.dimension(dimension);
        return dimension instanceof Dimension.Carries(var _, var people) && people.isPresent()
                ? name + " · " + texts.source(people.get().value())
                : name;
    }

    /** Returns what is odd about outcomes. */
    public String finding(Finding finding) {
        return new FindingWords(this).of(finding);
    }

    /** Returns by what a split was found not to be one of chance; empty where it was not. */
    public Optional<String> split(Split split) {
        return switch (split) {
            case Split.Untested _, Split.Fits _ -> Optional.empty();
            case Split.WrongSizes wrong ->
                    Optional.of(
                            texts.get(
                                    "effect.split.sizes",
                                    wrong.planned().entrySet().stream()
                                            .map(
                                                    arm ->
                                                            texts.get(
                                                                    "effect.split.arm",
                                                                    names.arm(arm.getKey()),
                                                                    amounts.text(
                                                                            Quantity.SHARE,
                                                                            arm.getValue()),
                                                                    amounts.count(
                                                                            wrong.seen()
                                                                                    .getOrDefault(
                                                                                            arm
                                                                                                    .getKey(),
                                                                                            0L))))
                                            .collect(
                                                    Collectors.joining(
                                                            texts.get("effect.unseen.and"))),
                                    amounts.p(wrong.pValue())));
            case Split.DifferedBefore differed ->
                    Optional.of(
                            texts.get(
                                    "effect.split.before",
                                    names.arm(differed.arm()),
                                    amounts.p(differed.pValue())));
        };
    }

    /** Returns with which probability chance put people into each arm; empty: nobody said it. */
    public Optional<String> planned(Design design) {
        if (!(design instanceof Design.Randomised(var _, Plan plan)) || plan.shares().size() < 2) {
            return Optional.empty();
        }
        double all = plan.shares().values().stream().mapToDouble(Double::doubleValue).sum();
        return Optional.of(
                texts.get(
                        "effect.split.planned",
                        plan.shares().entrySet().stream()
                                .map(
                                        arm ->
                                                names.arm(arm.getKey())
                                                        + ' '
                                                        + amounts.text(
                                                                Quantity.SHARE,
                                                                arm.getValue() / all))
                                .collect(Collectors.joining(texts.get("effect.unseen.and")))));
    }

    /** Returns why nothing can be said about what was caused; empty where it can. */
    public Optional<String> noControl(Uplift uplift) {
        return uplift instanceof Uplift.NoControl none
                ? Optional.of(texts.get("effect.noControl." + none.why().name()))
                : Optional.empty();
    }
}
