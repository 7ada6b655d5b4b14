package io.marquetry.ui.outcomes;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.intake.OutcomeIntake;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.plan.ImportColumn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that can tell something, with their types and some values.
 *
 * @param title what people call the table
 * @param types by name, in the order of the table
 * @param words some distinct values by name: all of them where they are few
 * @param file what an import makes of each column; empty for a table of a source
 */
record TableColumns(
        String title,
        Map<String, AttributeType> types,
        Map<String, List<String>> words,
        List<ImportColumn> file) {

    /** Nothing was chosen yet. */
    static final TableColumns NONE = new TableColumns("", Map.of(), Map.of(), List.of());

    /**
     * Returns the columns of a file that was read.
     *
     * @param read what people made of its columns, in its order
     */
    static TableColumns of(String title, ImportInspection inspection, List<ImportColumn> read) {
        Map<String, AttributeType> types = new LinkedHashMap<>();
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            ImportColumn column = read.get(i);
            if (column.included()) {
                types.put(column.name(), column.type());
                words.put(column.name(), inspection.columns().get(i).values());
            }
        }
        return new TableColumns(title, types, words, read);
    }

    /** Returns the columns of a table of a source, with the words that they hold. */
    static TableColumns of(
            ProfileSource source, Optional<String> stream, Map<String, List<String>> words) {
        return new TableColumns(
                source.title(),
                OutcomeIntake.columns(source, new OutcomeLayout.PerProfile(stream)),
                words,
                List.of());
    }

    /** Returns whether it is the same table with the same columns, whatever their types are. */
    boolean isLike(TableColumns other) {
        return title.equals(other.title) && types.keySet().equals(other.types.keySet());
    }

    /** Returns the values of a column to choose from. */
    List<String> wordsOf(Optional<String> column) {
        return column.map(name -> words.getOrDefault(name, List.of())).orElse(List.of());
    }

    /** Returns the values of a column, where they are few enough to know all of them. */
    Optional<List<String>> allWords(String column) {
        return Optional.ofNullable(words.get(column))
                .filter(known -> known.size() < InspectedColumn.MAX_VALUES);
    }
}
