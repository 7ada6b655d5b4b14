package io.marquetry.effect.sums;

import io.marquetry.effect.OutcomeRole;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Saves the database work: sums of a coarse grouping are the sums of a finer one added up, so only
 * the finest are asked for.
 */
public final class RollUp {

    private RollUp() {}

    /**
     * Returns the groupings that hold all the others; each wanted one is covered by one of them.
     */
    public static List<Set<Dimension>> finest(List<Grouping> wanted) {
        Set<Set<Dimension>> all = new LinkedHashSet<>();
        wanted.forEach(grouping -> all.add(keys(grouping)));
        return all.stream()
                .filter(
                        one ->
                                all.stream()
                                        .noneMatch(
                                                other ->
                                                        !other.equals(one)
                                                                && other.containsAll(one)))
                .toList();
    }

    /** Returns what the database divides by for a grouping: weeks are made of days. */
    public static Set<Dimension> keys(Grouping grouping) {
        Set<Dimension> keys = new LinkedHashSet<>();
        grouping.dimensions().forEach(dimension -> keys.add(key(dimension)));
        return keys;
    }

    /**
     * Returns the rows of a grouping out of those of a finer one.
     *
     * @param fine the answers by what they were divided by, in its order
     */
    public static List<SumRow> of(Grouping wanted, Map<List<Dimension>, List<SumRow>> fine) {
        Set<Dimension> keys = keys(wanted);
        Map.Entry<List<Dimension>, List<SumRow>> found =
                fine.entrySet().stream()
                        .filter(entry -> new HashSet<>(entry.getKey()).containsAll(keys))
                        .min(Comparator.comparingInt(entry -> entry.getValue().size()))
                        .orElseThrow();
        int[] places =
                wanted.dimensions().stream()
                        .mapToInt(dimension -> found.getKey().indexOf(key(dimension)))
                        .toArray();
        Map<List<Object>, SumRow> sums = new LinkedHashMap<>();
        for (SumRow row : found.getValue()) {
            List<GroupValue> values = new ArrayList<>();
            for (int place : places) {
                values.add(row.values().get(place));
            }
            sums.merge(
                    List.of(row.arm(), values),
                    new SumRow(row.arm(), values, row.sums()),
                    (one, other) ->
                            new SumRow(one.arm(), one.values(), one.sums().plus(other.sums())));
        }
        return List.copyOf(sums.values());
    }

    private static Dimension key(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Time _ -> new Dimension.Time(Dimension.TimeStep.DAY);
            case Dimension.PackageTag _, Dimension.PackageAsset _ ->
                    new Dimension.Told(OutcomeRole.PACKAGE);
            case Dimension.Attribute _, Dimension.Carries _, Dimension.Told _ -> dimension;
        };
    }
}
