package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.chart.Chart.Compared;
import io.marquetry.effect.chart.Chart.Contribution;
import io.marquetry.effect.chart.Chart.Figure;
import io.marquetry.effect.chart.Chart.Forest;
import io.marquetry.effect.chart.Chart.Funnel;
import io.marquetry.effect.chart.Chart.Gap;
import io.marquetry.effect.chart.Chart.Stage;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.sums.Counts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Charts of what an answer says, without time; {@link TimeCharts} makes those over time. */
public final class EffectCharts {

    private static final Optional<String> EVERYBODY = Optional.of(GroupTarget.EVERYBODY);

    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;
    private final Remarks remarks;

    /** Makes charts in the language of the texts. */
    public EffectCharts(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
        this.remarks = new Remarks(texts);
    }

    /** Returns the figure that a measure is about. */
    public static Estimate figure(Figures figures, Measure measure) {
        return switch (measure) {
            case REACH -> figures.reach().estimate();
            case HIT -> figures.hit().estimate();
            case CONVERSION -> figures.conversion().estimate();
            case REVENUE -> figures.revenue().perHead();
            case PROFIT -> figures.profit().perHead();
            case RETURN -> figures.roi();
        };
    }

    /** Returns whether a measure is a share of the targeted, and no amount of money. */
    public static boolean isRate(Measure measure) {
        return quantity(measure) == Quantity.SHARE;
    }

    /** Returns what the numbers of a measure are. */
    public static Quantity quantity(Measure measure) {
        return switch (measure) {
            case REACH, HIT, CONVERSION -> Quantity.SHARE;
            case REVENUE, PROFIT -> Quantity.MONEY;
            case RETURN -> Quantity.FACTOR;
        };
    }

    /** Returns what differences of a measure are. */
    public static Quantity difference(Measure measure) {
        return switch (measure) {
            case REACH, HIT, CONVERSION -> Quantity.POINTS;
            case REVENUE, PROFIT -> Quantity.MONEY_DIFFERENCE;
            case RETURN -> Quantity.FACTOR;
        };
    }

    /**
     * Returns the uplift of all arms, then that of each group of all divisions; empty where chance
     * held nobody out, so that there is no uplift.
     */
    public Optional<Forest> uplift(EffectAnswer answer, Measure measure) {
        if (!(answer.set().design() instanceof Design.Randomised randomised)
                || !(answer.all().uplift() instanceof Uplift.Measured)) {
            return Optional.empty();
        }
        String control = randomised.controlArm();
        List<Gap> gaps = new ArrayList<>(gaps(answer.all(), "", measure, control, EVERYBODY));
        for (int d = 0; d < answer.divisions().size(); d++) {
            Division division = answer.divisions().get(d);
            for (int g = 0; g < division.groups().size(); g++) {
                Group group = division.groups().get(g);
                String name = names.grouping(division.grouping()) + " = " + names.group(group);
                Optional<String> target = Optional.of(new GroupTarget(d, g).text());
                gaps.addAll(gaps(group, name, measure, control, target));
            }
        }
        return Optional.of(
                new Forest(
                        texts.get(
                                "chart.title.uplift",
                                texts.get("effect.measure." + measure.name()),
                                names.arm(control)),
                        difference(measure),
                        gaps));
    }

    private List<Gap> gaps(
            Group group, String name, Measure measure, String control, Optional<String> target) {
        if (!(group.uplift() instanceof Uplift.Measured measured)) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        for (ArmComparison comparison : measured.comparisons()) {
            if (comparison.measure() == measure && comparison.against().equals(control)) {
                String pair = names.pair(comparison, true);
                gaps.add(
                        new Gap(
                                name.isEmpty() ? pair : pair + " · " + name,
                                comparison.difference(),
                                comparison.verdict(),
                                remarks.of(comparison),
                                name.isEmpty()
                                        ? comparison.arm().map(GroupTarget::ofArm).or(() -> target)
                                        : target));
            }
        }
        return gaps;
    }

    /** Returns how many of the treated of a group got how far; only stages that are recorded. */
    public Funnel funnel(EffectAnswer answer, Group group) {
        OutcomeMapping mapping = answer.set().mapping();
        Counts counts = group.treated().sums().counts();
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(texts.get("chart.stage.TARGETED"), counts.targeted()));
        stage(stages, mapping, OutcomeRole.SENT, counts, Counts::sent);
        stage(stages, mapping, OutcomeRole.DELIVERED, counts, Counts::delivered);
        stage(stages, mapping, OutcomeRole.HIT, counts, Counts::hit);
        stage(stages, mapping, OutcomeRole.CONVERTED, counts, Counts::converted);
        return new Funnel(texts.get("chart.title.funnel"), stages, EVERYBODY);
    }

    private void stage(
            List<Stage> stages,
            OutcomeMapping mapping,
            OutcomeRole role,
            Counts counts,
            ToLongFunction<Counts> count) {
        if (mapping.records(role)) {
            stages.add(
                    new Stage(texts.get("chart.stage." + role.name()), count.applyAsLong(counts)));
        }
    }

    /** Returns a figure of all arms of a group. */
    public Compared arms(Group group, Measure measure) {
        return new Compared(
                title("chart.title.arms", measure),
                quantity(measure),
                group.arms().stream().map(arm -> figure(arm, measure)).toList());
    }

    private Figure figure(ArmFigures arm, Measure measure) {
        return new Figure(
                names.arm(arm.arm()),
                figure(arm.figures(), measure),
                arm.control(),
                texts.get("chart.hover.of", amounts.count(arm.figures().targeted())),
                arm.arm().isEmpty() ? EVERYBODY : Optional.of(GroupTarget.ofArm(arm.arm())));
    }

    /**
     * Returns a figure of the treated of all groups of a division: packages, segments, channels.
     */
    public Compared groups(EffectAnswer answer, int division, Measure measure) {
        Division divided = answer.divisions().get(division);
        List<Figure> figures = new ArrayList<>();
        for (int g = 0; g < divided.groups().size(); g++) {
            Group group = divided.groups().get(g);
            figures.add(
                    new Figure(
                            names.group(group),
                            figure(group.treated(), measure),
                            false,
                            texts.get("chart.hover.of", amounts.count(group.treated().targeted())),
                            Optional.of(new GroupTarget(division, g).text())));
        }
        return new Compared(
                texts.get(
                        "chart.title.by",
                        texts.get("effect.measure." + measure.name()),
                        names.grouping(divided.grouping())),
                quantity(measure),
                figures);
    }

    /**
     * Returns what each group of a division, for example each tag, brought: revenue where it is
     * recorded, else how many converted, else how many hit. A package counts for each of its tags,
     * so the bars add up to more than the whole.
     */
    public Contribution contribution(EffectAnswer answer, int division) {
        Division divided = answer.divisions().get(division);
        Measure measure = contributed(answer.set().mapping());
        List<Figure> figures = new ArrayList<>();
        for (int g = 0; g < divided.groups().size(); g++) {
            Group group = divided.groups().get(g);
            Figures treated = group.treated();
            double total =
                    switch (measure) {
                        case REVENUE, PROFIT, RETURN -> treated.revenue().total().doubleValue();
                        case CONVERSION -> treated.conversion().count();
                        case HIT, REACH -> treated.hit().count();
                    };
            figures.add(
                    new Figure(
                            names.group(group),
                            exactly(total),
                            false,
                            remark(treated, measure),
                            Optional.of(new GroupTarget(division, g).text())));
        }
        return new Contribution(
                texts.get(
                        "chart.title.contribution",
                        texts.get("chart.contributed." + measure.name()),
                        names.grouping(divided.grouping())),
                measure == Measure.REVENUE ? Quantity.MONEY : Quantity.COUNT,
                figures);
    }

    /** Returns a number that was counted, about which nothing is uncertain. */
    static Estimate exactly(double number) {
        return new Estimate.Known(number, new Interval(number, number));
    }

    private static Measure contributed(OutcomeMapping mapping) {
        if (mapping.records(OutcomeRole.REVENUE)) {
            return Measure.REVENUE;
        }
        return mapping.records(OutcomeRole.CONVERTED) ? Measure.CONVERSION : Measure.HIT;
    }

    private String remark(Figures treated, Measure measure) {
        String of = texts.get("chart.hover.of", amounts.count(treated.targeted()));
        Estimate estimate = figure(treated, measure);
        return estimate instanceof Estimate.Unknown(Lacking _)
                ? of
                : new Hovers(texts).estimate(quantity(measure), estimate) + "\n" + of;
    }

    private String title(String key, Measure measure) {
        return texts.get(key, texts.get("effect.measure." + measure.name()));
    }
}
