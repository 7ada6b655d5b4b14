package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
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
     * @param format how it is read
     * @param sample its first rows, read so
     */
    public record Ready(CsvInput input, CsvFormat format, CsvSample sample) {}

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
        latest.ask(
                signal -> {
                    CsvInput input = CsvInput.file(chosen);
                    if (DataFileKind.of(chosen).isPresent()) {
                        throw Problem.of("problem.datafile.commandLine", input.label())
                                .asException();
                    }
                    return read(input, CsvDetection.detect(input));
                },
                this::show,
                this::failed);
    }

    /** Reads the file in another way. */
    public void correct(CsvFormat format) {
        Ready before = ready.get().orElse(null);
        if (before == null || before.format().equals(format)) {
            return;
        }
        looking.set(true);
        latest.ask(signal -> read(before.input(), format), this::show, this::failed);
    }

    /** Lets go of what is being read. */
    public void close() {
        latest.cancel();
    }

    private static Ready read(CsvInput input, CsvFormat format) {
        return new Ready(input, format, CsvSample.read(input, format, SAMPLE_ROWS));
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
