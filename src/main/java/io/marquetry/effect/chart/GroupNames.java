package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.Grouping;

import java.util.stream.Collectors;

/** What groups, arms and divisions are called. */
public final class GroupNames {

    private final Texts texts;
    private final Amounts amounts;

    /** Names in the language of the texts. */
    public GroupNames(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    /** Returns what the members of a group have in common: "Web · Nov 23, 2026". */
    public String group(Group group) {
        return group.values().isEmpty()
                ? texts.get("chart.everybody")
                : group.values().stream().map(this::value).collect(Collectors.joining(" · "));
    }

    /** Returns one value. */
    public String value(GroupValue value) {
        return switch (value) {
            case GroupValue.Is is -> texts.known(is.text());
            case GroupValue.Named named -> named.name().in(texts.locale());
            case GroupValue.Between between ->
                    texts.get("effect.value.between", between.from(), between.below());
            case GroupValue.Missing _ -> texts.get("effect.value.missing");
            case GroupValue.Carried carried ->
                    texts.get(carried.yes() ? "effect.value.carried" : "effect.value.notCarried");
            case GroupValue.Begins begins -> amounts.day(begins.day());
        };
    }

    /** Returns what a grouping divides by: "newbie · week". */
    public String grouping(Grouping grouping) {
        return grouping.dimensions().stream()
                .map(this::dimension)
                .collect(Collectors.joining(" · "));
    }

    /** Returns an arm; the empty text is everybody's. */
    public String arm(String arm) {
        return arm.isEmpty() ? texts.get("chart.everybody") : texts.known(arm);
    }

    /**
     * Returns what is compared: "Mens E-Mail", "all treated", or "a against b" where b is no
     * control.
     */
    public String pair(ArmComparison comparison, boolean againstControl) {
        String arm = comparison.arm().map(this::arm).orElseGet(() -> texts.get("chart.allTreated"));
        return againstControl ? arm : texts.get("chart.pair", arm, arm(comparison.against()));
    }

    /** Returns what people are divided by. */
    public String dimension(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Attribute by -> texts.field(by.name());
            case Dimension.Carries by -> texts.tag(by.tag().value());
            case Dimension.Told by -> texts.get("chart.by." + by.role().name());
            case Dimension.Time by -> texts.get("chart.by." + by.step().name());
            case Dimension.PackageTag _ -> texts.get("chart.by.TAG");
            case Dimension.PackageAsset _ -> texts.get("chart.by.ASSET");
        };
    }
}
