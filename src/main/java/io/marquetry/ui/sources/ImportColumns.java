package io.marquetry.ui.sources;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FieldName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.UserZone;
import io.marquetry.source.FieldLabels;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.source.local.KeyRepeats;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.KeyCase;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the columns of an import mean, and which of them names the profiles. */
public final class ImportColumns {

    private final ObservableList<ColumnForm> columns = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ColumnForm>> key =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportInspection>> inspection =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<KeyRepeats>> repeats =
            new SimpleObjectProperty<>(Optional.empty());
    private ImportFile.@Nullable Ready readAs;
    private ColumnReadings kept = ColumnReadings.NONE;
    private Map<String, ColumnReading> readWith = Map.of();

    /** One reading of the whole file; holds no state of the screen. */
    private record Reading(ImportFile.Ready ready, ColumnReadings readings) {
        ImportInspection read(ImportListener listener, CancelSignal signal) {
            return ready.file().inspect(readings::of, listener, signal);
        }
    }

    /** Makes the columns; none yet. */
    public ImportColumns() {
        key.subscribe(
                (old, now) ->
                        folded.set(now.map(column -> column.found().get().mails()).orElse(false)));
    }

    ObservableList<ColumnForm> columns() {
        return columns;
    }

    /** Returns the column that names the profiles; empty: the row number does. */
    ObjectProperty<Optional<ColumnForm>> key() {
        return key;
    }

    /** Returns how well the chosen column names the profiles; empty where nobody knows yet. */
    ObjectProperty<Optional<KeyRepeats>> repeats() {
        return repeats;
    }

    /** Returns what the import is to make of the column that names the profiles. */
    Optional<ImportColumn> builtKey() {
        return key.get().map(this::built);
    }

    /** Returns what keeps the import from going on, as of the last check. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what reading the whole file showed. */
    public ReadOnlyObjectProperty<Optional<ImportInspection>> inspection() {
        return inspection.getReadOnlyProperty();
    }

    /** Returns whether the columns are those of the file, read in this way. */
    private boolean isOf(ImportFile.Ready ready) {
        return readAs != null && readAs.file().equals(ready.file());
    }

    /** Returns whether something was corrected since the columns were read. */
    boolean stale() {
        return !readWith.equals(readings());
    }

    /** Begins with corrections that were kept; columns that are read anew take them over. */
    public void correct(ColumnReadings readings) {
        kept = readings;
        clear();
    }

    /** Returns what people corrected, by the names that the columns have in the file. */
    public ColumnReadings corrections() {
        Map<String, ColumnReading> corrected = new TreeMap<>();
        for (ColumnForm column : columns) {
            if (column.reading().corrects()) {
                corrected.put(column.found().get().name(), column.reading());
            }
        }
        return new ColumnReadings(corrected);
    }

    /** Forgets the columns that were read. */
    public void clear() {
        columns.clear();
        key.set(Optional.empty());
        inspection.set(Optional.empty());
        problem.set(Optional.empty());
        readAs = null;
        readWith = Map.of();
    }

    /** Reads the columns of a file, unless they are known; then goes on. */
    public void read(ImportFile.Ready ready, LongWork<ImportProgress> work, Runnable then) {
        if (isOf(ready) && !stale()) {
            work.refuse(List.of());
            then.run();
            return;
        }
        Reading reading = reading(ready);
        work.run(
                (progress, signal) -> reading.read(progress::accept, signal),
                found -> {
                    take(ready, found);
                    then.run();
                });
    }

    private Reading reading(ImportFile.Ready ready) {
        return new Reading(ready, isOf(ready) ? new ColumnReadings(readings()) : kept);
    }

    /** Takes over what a reading showed; what people said about the same columns stays. */
    private void take(ImportFile.Ready ready, ImportInspection found) {
        if (isOf(ready) && columns.size() == found.columns().size()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).found(found.columns().get(i));
            }
        } else {
            clear();
            for (int i = 0; i < found.columns().size(); i++) {
                columns.add(corrected(new ColumnForm(i, found.columns().get(i))));
            }
        }
        readAs = ready;
        readWith = readings();
        inspection.set(Optional.of(found));
        problem.set(Optional.empty());
    }

    private ColumnForm corrected(ColumnForm column) {
        String name = column.found().get().name();
        ColumnReading reading = kept.byColumn().get(name);
        if (reading != null) {
            column.correct(reading);
        }
        if (!kept.missing(name).isEmpty()) {
            column.missing().set(String.join(" | ", new TreeSet<>(kept.missing(name))));
        }
        return column;
    }

    /** Looks for what keeps the import from going on. */
    public void check() {
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
        for (ColumnForm column : columns) {
            Optional<Problem> why = column.undecided();
            if (why.isPresent()) {
                return why;
            }
        }
        boolean none =
                columns.stream()
                        .noneMatch(c -> c.included().get() && !key.get().equals(Optional.of(c)));
        return none ? Optional.of(Problem.of("problem.import.form.noColumn")) : Optional.empty();
    }

    /** Returns what the import is to make of each column. */
    public List<ImportColumn> build() {
        return columns.stream().map(this::built).toList();
    }

    /**
     * Returns what people call the columns that are taken in.
     *
     * @param language the one they spoke
     */
    FieldLabels labels(Locale language) {
        FieldLabels labels = FieldLabels.NONE;
        for (ColumnForm column : columns) {
            if (column.included().get() && !column.label().get().isBlank()) {
                labels =
                        labels.with(
                                new FieldName.OfProfiles(column.name().get().strip()),
                                Optional.of(
                                        LocalizedText.of(language, column.label().get().strip())));
            }
        }
        return labels;
    }

    private ImportColumn built(ColumnForm column) {
        ImportColumn built = column.build(UserZone.get());
        boolean fold = folded.get() && key.get().equals(Optional.of(column));
        return fold ? built.withKeyCase(KeyCase.FOLDED) : built;
    }

    /** Returns whether letter case does not tell keys apart. */
    BooleanProperty folded() {
        return folded;
    }

    private Map<String, ColumnReading> readings() {
        return columns.stream()
                .filter(column -> column.reading().corrects())
                .collect(
                        Collectors.toMap(
                                column -> column.found().get().name(), ColumnForm::reading));
    }
}
