package io.marquetry.ui.outcomes;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.InspectedColumn;
import io.marquetry.source.local.ImportColumn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that can tell something, with their types and some values.
 *
 * @param title what people call the table
 * @param types by name, in the order of the table
 * @param examples some values by name; none for a table of a source
 * @param file what an import makes of each column; empty for a table of a source
 */
record TableColumns(
        String title,
        Map<String, AttributeType> types,
        Map<String, List<String>> examples,
        List<ImportColumn> file) {

    /** Returns the columns of a file that was read. */
    static TableColumns of(String title, ImportInspection inspection) {
        Map<String, AttributeType> types = new LinkedHashMap<>();
        Map<String, List<String>> examples = new LinkedHashMap<>();
        List<ImportColumn> file = new ArrayList<>();
        for (InspectedColumn column : inspection.columns()) {
            types.put(column.name(), column.type());
            examples.put(column.name(), column.examples());
            file.add(ImportColumn.of(column, Set.of()));
        }
        return new TableColumns(title, types, examples, file);
    }

    /** Returns the columns of a table of a source. */
    static TableColumns of(ProfileSource source, Optional<String> stream) {
        return new TableColumns(
                source.title(),
                OutcomeIntake.columns(source, new OutcomeLayout.PerProfile(stream)),
                Map.of(),
                List.of());
    }
}
