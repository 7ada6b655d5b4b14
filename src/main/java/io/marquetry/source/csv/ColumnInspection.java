package io.marquetry.source.csv;

import java.util.LinkedHashSet;
import java.util.Set;

/** Gathers what one column holds. */
final class ColumnInspection {

    private static final int LONGEST_VALUE = 60;

    private final String name;
    private final Set<String> markers;
    private final TypeInference inference = new TypeInference();
    private final Set<String> values = new LinkedHashSet<>();
    private long filled;
    private long missing;

    ColumnInspection(String name, Set<String> markers) {
        this.name = name;
        this.markers = Set.copyOf(markers);
    }

    void add(String cell) {
        if (cell.isBlank() || (!markers.isEmpty() && markers.contains(cell))) {
            missing++;
            return;
        }
        filled++;
        inference.add(cell);
        if (values.size() < InspectedColumn.MOST_VALUES) {
            values.add(
                    cell.length() <= LONGEST_VALUE ? cell : cell.substring(0, LONGEST_VALUE) + "…");
        }
    }

    InspectedColumn result() {
        return new InspectedColumn(
                name,
                inference.type(),
                inference.dates(),
                inference.scale(),
                filled,
                missing,
                java.util.List.copyOf(values));
    }
}
