package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.local.TableFile;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
     * @param file how it is read
     * @param tables those to choose from, in a database
     * @param sample its first rows, read so
     */
    public record Ready(TableFile file, List<String> tables, CsvSample sample) {

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
                            if (before.file() instanceof TableFile.Separated(CsvInput input, _)) {
                                again(before, new TableFile.Separated(input, format));
                            }
                        });
    }

    /** Reads another table of the database. */
    public void table(String name) {
        ready.get()
                .ifPresent(
                        before -> {
                            if (before.file() instanceof TableFile.Typed(DataFile file)) {
                                again(before, new TableFile.Typed(file.withTable(name)));
                            }
                        });
    }

    private void again(Ready before, TableFile file) {
        if (!before.file().equals(file)) {
            looking.set(true);
            latest.ask(
                    signal -> new Ready(file, before.tables(), file.sample(SAMPLE_ROWS)),
                    this::show,
                    this::failed);
        }
    }

    /** Lets go of what is being read. */
    public void close() {
        latest.cancel();
    }

    private static Ready look(Path chosen) {
        TableFile file;
        List<String> tables = List.of();
        if (DataFileKind.of(chosen).isPresent()) {
            DataFile data = DataFile.of(chosen, Optional.empty());
            tables = data.tables();
            file = new TableFile.Typed(tables.isEmpty() ? data : data.withTable(tables.getFirst()));
        } else {
            CsvInput input = CsvInput.file(chosen);
            file = new TableFile.Separated(input, CsvDetection.detect(input));
        }
        return new Ready(file, tables, file.sample(SAMPLE_ROWS));
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
