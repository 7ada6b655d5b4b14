package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.file.Workbook;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.TableShape;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The file of an import: how it is written, as found or as corrected, and its first rows so. */
public final class ImportFile {

    private static final int SAMPLE_ROWS = 200;

    private final LatestOnly latest;
    private final ReadOnlyObjectWrapper<Optional<Path>> path =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ready>> ready =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /**
     * A file that can be read.
     *
     * @param path where the file is
     * @param file how the file is read
     * @param tables those to choose from, in a database or a spreadsheet
     * @param sample the first rows, read so
     */
    public record Ready(Path path, TableFile file, List<String> tables, CsvSample sample) {

        /** Copies the tables. */
        public Ready {
            tables = List.copyOf(tables);
        }
    }

    /** Makes the choice of a file. */
    public ImportFile(Background background) {
        latest = new LatestOnly(background);
    }

    /** Returns the file, once chosen. */
    public ReadOnlyObjectProperty<Optional<Path>> path() {
        return path.getReadOnlyProperty();
    }

    /** Returns the file as it is read; empty while it is looked at, and where it cannot be read. */
    public ReadOnlyObjectProperty<Optional<Ready>> ready() {
        return ready.getReadOnlyProperty();
    }

    /** Returns why the file cannot be read. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns whether the first rows are being read. */
    public ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /** Chooses the file, and finds out how it is written. */
    public void choose(Path chosen) {
        path.set(Optional.of(chosen));
        ready.set(Optional.empty());
        problem.set(Optional.empty());
        looking.set(true);
        latest.ask(signal -> look(chosen), this::show, this::failed);
    }

    /** Reads the file in another way. */
    public void correct(CsvFormat format) {
        ready.get()
                .ifPresent(
                        before -> {
                            if (before.file() instanceof TableFile.Separated separated) {
                                again(before, separated.withFormat(format));
                            }
                        });
    }

    /** Reads a sheet with the table elsewhere in it. */
    public void correct(TableShape shape) {
        ready.get()
                .ifPresent(
                        before -> {
                            if (before.file() instanceof TableFile.Sheet(Workbook workbook)) {
                                again(before, new TableFile.Sheet(workbook.withShape(shape)));
                            }
                        });
    }

    /** Reads another table of the database, or another sheet. */
    public void table(String name) {
        ready.get()
                .ifPresent(
                        before -> {
                            if (!before.file().table().equals(Optional.of(name))) {
                                looking.set(true);
                                latest.ask(signal -> other(before, name), this::show, this::failed);
                            }
                        });
    }

    private static Ready other(Ready before, String name) {
        Path path = before.path();
        TableFile file =
                new FileReading(
                                Optional.of(name),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty())
                        .look(path);
        return new Ready(path, file, before.tables(), file.sample(SAMPLE_ROWS));
    }

    private void again(Ready before, TableFile file) {
        if (!before.file().equals(file)) {
            looking.set(true);
            latest.ask(
                    signal ->
                            new Ready(
                                    before.path(), file, before.tables(), file.sample(SAMPLE_ROWS)),
                    this::show,
                    this::failed);
        }
    }

    /** Lets go of what is being read. */
    public void close() {
        latest.cancel();
    }

    private static Ready look(Path chosen) {
        List<String> tables = tables(chosen);
        Optional<String> first = tables.stream().findFirst();
        TableFile file =
                new FileReading(
                                first,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalInt.empty())
                        .look(chosen);
        List<String> choices =
                file instanceof TableFile.Sheet(Workbook workbook) ? workbook.sheets() : tables;
        return new Ready(chosen, file, choices, file.sample(SAMPLE_ROWS));
    }

    private static List<String> tables(Path chosen) {
        return DataFileKind.of(chosen).filter(kind -> kind == DataFileKind.DUCKDB).isPresent()
                ? DataFile.of(chosen, Optional.empty()).tables()
                : List.of();
    }

    private void show(Ready found) {
        looking.set(false);
        problem.set(found.sample().problem());
        ready.set(Optional.of(found));
    }

    private void failed(Problem why) {
        looking.set(false);
        problem.set(Optional.of(why));
    }
}
