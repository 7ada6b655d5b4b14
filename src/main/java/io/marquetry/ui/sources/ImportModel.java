package io.marquetry.ui.sources;

import io.marquetry.base.Problem;
import io.marquetry.source.csv.ImportProgress;
import io.marquetry.source.local.ImportPlan;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.ProfileImport;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * An import of customers from the choice of the file to its result; needs no stage. Use it on the
 * FX thread.
 */
final class ImportModel {

    private final ProfileImport imports;
    private final Background background;
    private final Executor onScreen;
    private final LatestOnly running;
    private final ImportFile file;
    private final ImportColumns columns;
    private final ImportName name;
    private final ReadOnlyObjectWrapper<ImportStep> step =
            new ReadOnlyObjectWrapper<>(ImportStep.FILE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ImportProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Begins an import.
     *
     * @param onScreen brings progress onto the FX thread
     */
    ImportModel(ProfileImport imports, Background background, Executor onScreen) {
        this.imports = imports;
        this.background = background;
        this.onScreen = onScreen;
        this.running = new LatestOnly(background);
        this.file = new ImportFile(background);
        this.columns = new ImportColumns();
        this.name = new ImportName();
    }

    /** Returns the file and how it is written. */
    ImportFile file() {
        return file;
    }

    /** Returns what the columns mean. */
    ImportColumns columns() {
        return columns;
    }

    /** Returns what the source is called. */
    ImportName name() {
        return name;
    }

    ReadOnlyObjectProperty<ImportStep> step() {
        return step.getReadOnlyProperty();
    }

    /** Returns whether the file is being read; the steps stand still meanwhile. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns how far the reading is. */
    ReadOnlyObjectProperty<Optional<ImportProgress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Returns why the last reading failed. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns what the import did, once it is done. */
    ReadOnlyObjectProperty<Optional<ImportResult>> result() {
        return result.getReadOnlyProperty();
    }

    /** Chooses the file, and finds out how it is written. */
    void choose(Path chosen) {
        stop();
        problem.set(Optional.empty());
        columns.clear();
        step.set(ImportStep.FILE);
        file.choose(chosen);
    }

    /** Goes on to the next step, reading or importing the file where that is due. */
    void next() {
        if (busy.get()) {
            return;
        }
        switch (step.get()) {
            case FILE -> inspect(ImportStep.COLUMNS);
            case COLUMNS -> toName();
            case NAME -> run();
            case RESULT -> {}
        }
    }

    /** Goes back one step. */
    void back() {
        if (busy.get() || step.get() == ImportStep.RESULT || step.get() == ImportStep.FILE) {
            return;
        }
        problem.set(Optional.empty());
        step.set(step.get() == ImportStep.NAME ? ImportStep.COLUMNS : ImportStep.FILE);
    }

    /** Reads the columns again, after another text was said to mean “no value”. */
    void inspectAgain() {
        if (step.get() == ImportStep.COLUMNS && columns.stale()) {
            inspect(ImportStep.COLUMNS);
        }
    }

    /** Stops what is running; nothing of it is kept. */
    void stop() {
        running.cancel();
        busy.set(false);
        progress.set(Optional.empty());
    }

    /** Stops what is running and lets go of the result. */
    void close() {
        stop();
        file.close();
        result.get().ifPresent(done -> background.act(done::close, () -> {}, ignored -> {}));
        result.set(Optional.empty());
    }

    private void inspect(ImportStep then) {
        ImportFile.Ready ready = file.ready().get().orElse(null);
        if (ready == null) {
            return;
        }
        if (columns.isOf(ready) && !columns.stale()) {
            step.set(then);
            return;
        }
        begin();
        ImportColumns.Reading reading = columns.reading(ready);
        running.ask(
                signal -> reading.read(this::progressed, signal),
                found -> {
                    columns.take(ready, reading, found);
                    end();
                    step.set(then);
                },
                this::failed);
    }

    private void toName() {
        columns.check();
        if (columns.problem().get().isPresent()) {
            return;
        }
        ImportFile.Ready ready = file.ready().get().orElseThrow();
        begin();
        running.ask(
                signal -> imports.freeName(ready.input().label()),
                free -> {
                    name.propose(ready.input().label(), free);
                    end();
                    step.set(ImportStep.NAME);
                },
                this::failed);
    }

    private void run() {
        name.check();
        if (name.problem().isPresent()) {
            return;
        }
        ImportFile.Ready ready = file.ready().get().orElseThrow();
        ImportPlan plan = name.plan(ready.input(), ready.format(), columns);
        begin();
        running.ask(
                signal -> imports.run(plan, this::progressed, signal),
                done -> {
                    end();
                    result.set(Optional.of(done));
                    step.set(ImportStep.RESULT);
                },
                this::failed);
    }

    private void begin() {
        problem.set(Optional.empty());
        progress.set(Optional.empty());
        busy.set(true);
    }

    private void end() {
        busy.set(false);
        progress.set(Optional.empty());
    }

    private void failed(Problem why) {
        end();
        problem.set(Optional.of(why));
    }

    private void progressed(ImportProgress now) {
        onScreen.execute(
                () -> {
                    if (busy.get()) {
                        progress.set(Optional.of(now));
                    }
                });
    }
}
