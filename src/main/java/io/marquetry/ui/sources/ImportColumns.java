package io.marquetry.ui.sources;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.local.ImportColumn;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the columns of an import mean, and which of them names the profiles. */
final class ImportColumns {

    private final ObservableList<ColumnForm> columns = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ColumnForm>> key =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportInspection>> inspection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private ImportFile.@Nullable Ready readAs;
    private Map<String, Set<String>> readWith = Map.of();

    /** One reading of the whole file; holds no state of the screen. */
    record Reading(ImportFile.Ready ready, Map<String, Set<String>> markers) {
        ImportInspection read(ImportListener listener, CancelSignal signal) {
            return ImportInspection.of(
                    ready.input(),
                    ready.format(),
                    column -> markers.getOrDefault(column, Set.of()),
                    listener,
                    signal);
        }
    }

    ObservableList<ColumnForm> columns() {
        return columns;
    }

    /** Returns the column that names the profiles; empty: the row number does. */
    ObjectProperty<Optional<ColumnForm>> key() {
        return key;
    }

    /** Returns what keeps the import from going on, as of the last check. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what reading the whole file showed. */
    ReadOnlyObjectProperty<Optional<ImportInspection>> inspection() {
        return inspection.getReadOnlyProperty();
    }

    /** Returns whether the columns are those of the file, read in this way. */
    boolean isOf(ImportFile.Ready ready) {
        return readAs != null
                && readAs.input().equals(ready.input())
                && readAs.format().equals(ready.format());
    }

    /** Returns whether texts that mean “no value” changed since the columns were read. */
    boolean stale() {
        return !readWith.equals(markers());
    }

    void clear() {
        columns.clear();
        key.set(Optional.empty());
        inspection.set(Optional.empty());
        problem.set(Optional.empty());
        readAs = null;
        readWith = Map.of();
    }

    Reading reading(ImportFile.Ready ready) {
        return new Reading(ready, isOf(ready) ? markers() : Map.of());
    }

    /** Takes over what a reading showed; what people said about the same columns stays. */
    void take(ImportFile.Ready ready, Reading reading, ImportInspection found) {
        if (isOf(ready) && columns.size() == found.columns().size()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).found(found.columns().get(i));
            }
        } else {
            clear();
            for (int i = 0; i < found.columns().size(); i++) {
                columns.add(new ColumnForm(i, found.columns().get(i)));
            }
        }
        readAs = ready;
        readWith = reading.markers();
        inspection.set(Optional.of(found));
        problem.set(Optional.empty());
    }

    /** Looks for what keeps the import from going on. */
    void check() {
        problem.set(findProblem());
    }

    private Optional<Problem> findProblem() {
        Set<String> names = new HashSet<>();
        for (ColumnForm column : columns) {
            String name = column.name().get().strip();
            if (name.isEmpty()) {
                return Optional.of(
                        Problem.of("problem.import.form.columnName", column.position() + 1));
            }
            if (!names.add(name)) {
                return Optional.of(Problem.of("problem.import.form.columnTwice", name));
            }
        }
        boolean none =
                columns.stream()
                        .noneMatch(c -> c.included().get() && !key.get().equals(Optional.of(c)));
        return none ? Optional.of(Problem.of("problem.import.form.noColumn")) : Optional.empty();
    }

    /** Returns what the import is to make of each column. */
    List<ImportColumn> build() {
        return columns.stream().map(ColumnForm::build).toList();
    }

    private Map<String, Set<String>> markers() {
        return columns.stream()
                .filter(column -> !column.markers().isEmpty())
                .collect(
                        Collectors.toMap(
                                column -> column.found().get().name(), ColumnForm::markers));
    }
}
