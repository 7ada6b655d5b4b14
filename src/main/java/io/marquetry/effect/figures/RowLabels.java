package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.SumRow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gives the database's groups their meaning: packages for texts, weeks for days, parts. */
final class RowLabels {

    private final Map<String, PackageRef> packages;
    private final Function<PackageRef, PackageParts.Parts> parts;
    private final Map<PackageRef, PackageParts.Parts> known = new HashMap<>();

    /**
     * @param parts is asked once for each package
     */
    RowLabels(OutcomeSet set, Function<PackageRef, PackageParts.Parts> parts) {
        this.packages = set.packages();
        this.parts = parts;
    }

    List<SumRow> of(Grouping grouping, List<SumRow> rows) {
        List<SumRow> labelled = new ArrayList<>();
        for (SumRow row : rows) {
            List<List<GroupValue>> combinations = List.of(List.of());
            for (int i = 0; i < row.values().size(); i++) {
                List<GroupValue> meanings =
                        meanings(grouping.dimensions().get(i), row.values().get(i));
                List<List<GroupValue>> longer = new ArrayList<>();
                for (List<GroupValue> before : combinations) {
                    for (GroupValue meaning : meanings) {
                        List<GroupValue> with = new ArrayList<>(before);
                        with.add(meaning);
                        longer.add(with);
                    }
                }
                combinations = longer;
            }
            combinations.forEach(values -> labelled.add(new SumRow(row.arm(), values, row.sums())));
        }
        return labelled;
    }

    private List<GroupValue> meanings(Dimension dimension, GroupValue value) {
        return switch (dimension) {
            case Dimension.Attribute _, Dimension.Carries _ -> List.of(value);
            case Dimension.Told told ->
                    told.role() == OutcomeRole.PACKAGE ? List.of(pack(value)) : List.of(value);
            case Dimension.Time time ->
                    value instanceof GroupValue.Begins begins
                            ? List.of(new GroupValue.Begins(time.step().begin(begins.day())))
                            : List.of(value);
            case Dimension.PackageTag _ -> listed(parts(value).tags());
            case Dimension.PackageAsset _ -> listed(parts(value).assets());
        };
    }

    private GroupValue pack(GroupValue value) {
        PackageRef linked = packages.get(text(value));
        if (linked == null) {
            return value;
        }
        String key = linked.key().value();
        return parts(value)
                .name()
                .<GroupValue>map(name -> new GroupValue.Named(key, name))
                .orElseGet(() -> new GroupValue.Is(key));
    }

    private PackageParts.Parts parts(GroupValue value) {
        PackageRef linked = packages.get(text(value));
        return linked == null ? PackageParts.Parts.NONE : known.computeIfAbsent(linked, parts);
    }

    private static List<GroupValue> listed(List<GroupValue> parts) {
        return parts.isEmpty() ? List.of(new GroupValue.Missing()) : parts;
    }

    private static String text(GroupValue value) {
        return value instanceof GroupValue.Is is ? is.text() : "";
    }
}
