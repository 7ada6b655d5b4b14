package io.marquetry.ui.sources;

import io.marquetry.source.FieldLabels;
import io.marquetry.source.Sources;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.KeyRepeats;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * An import of customers from the choice of the file to its result; needs no stage. Use it on the
 * FX thread.
 */
final class ImportModel {

    private final Sources sources;
    private final Background background;
    private final LongWork<ImportProgress> work;
    private final LatestOnly lookingAtKeys;
    private final ImportFile file;
    private final ImportColumns columns = new ImportColumns();
    private final ImportName name = new ImportName();
    private Locale language = Locale.ENGLISH;
    private final ReadOnlyObjectWrapper<ImportStep> step =
            new ReadOnlyObjectWrapper<>(ImportStep.FILE);
    private final ReadOnlyObjectWrapper<Optional<ImportResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * Begins an import.
     *
     * @param onScreen brings progress onto the FX thread
     */
    ImportModel(Sources sources, Background background, Executor onScreen) {
        this.sources = sources;
        this.background = background;
        this.work = new LongWork<>(background, onScreen);
        this.file = new ImportFile(background);
        this.lookingAtKeys = new LatestOnly(background);
        columns.key().subscribe(this::lookAtKey);
        columns.folded().subscribe(this::lookAtKey);
        columns.inspection().subscribe(this::lookAtKey);
    }

    /** Finds out whether the chosen column names each profile, while the user goes on. */
    private void lookAtKey() {
        columns.repeats().set(Optional.empty());
        lookingAtKeys.cancel();
        Optional<ImportFile.Ready> ready = file.ready().get();
        columns.key()
                .get()
                .filter(column -> ready.isPresent())
                .ifPresent(
                        column -> {
                            TableFile table = ready.orElseThrow().file();
                            ImportColumn built = columns.builtKey().orElseThrow();
                            int position = column.position();
                            lookingAtKeys.ask(
                                    signal -> KeyRepeats.of(table, position, built, signal),
                                    found -> columns.repeats().set(Optional.of(found)),
                                    // The import itself tells what cannot be read.
                                    why -> {});
                        });
    }

    /** Says in which language columns are called. */
    void speak(Locale spoken) {
        language = spoken;
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

    /** Returns the reading of the file; the steps stand still meanwhile. */
    LongWork<ImportProgress> work() {
        return work;
    }

    /** Returns what the import did, once it is done. */
    ReadOnlyObjectProperty<Optional<ImportResult>> result() {
        return result.getReadOnlyProperty();
    }

    /** Chooses the file, and finds out how it is written. */
    void choose(Path chosen) {
        work.stop();
        work.refuse(List.of());
        columns.clear();
        step.set(ImportStep.FILE);
        file.choose(chosen);
    }

    /** Goes on to the next step, reading or importing the file where that is due. */
    void next() {
        if (work.busy().get()) {
            return;
        }
        switch (step.get()) {
            case FILE -> toColumns();
            case COLUMNS -> toName();
            case NAME -> run();
            case RESULT -> {}
        }
    }

    /** Goes back one step; from the result by taking back what was imported. */
    void back() {
        if (work.busy().get()) {
            return;
        }
        work.refuse(List.of());
        switch (step.get()) {
            case FILE -> {}
            case COLUMNS -> step.set(ImportStep.FILE);
            case NAME -> step.set(ImportStep.COLUMNS);
            case RESULT -> takeBack();
        }
    }

    private void takeBack() {
        ImportResult done = result.get().orElseThrow();
        work.run(
                (progress, signal) -> {
                    done.source().ifPresent(made -> sources.remove(made.name()));
                    done.close();
                    return true;
                },
                _ -> {
                    result.set(Optional.empty());
                    step.set(ImportStep.NAME);
                });
    }

    /** Reads the columns again, after another text was said to mean “no value”. */
    void readAgain() {
        if (step.get() == ImportStep.COLUMNS) {
            toColumns();
        }
    }

    /** Stops what is running and lets go of the result. */
    void close() {
        work.stop();
        lookingAtKeys.cancel();
        file.close();
        result.get().ifPresent(done -> background.act(done::close, () -> {}, ignored -> {}));
        result.set(Optional.empty());
    }

    private void toColumns() {
        file.ready()
                .get()
                .ifPresent(ready -> columns.read(ready, work, () -> step.set(ImportStep.COLUMNS)));
    }

    private void toName() {
        if (columns.stale()) {
            // What was corrected last is read first: the numbers on the screen are of all of it.
            toColumns();
            return;
        }
        columns.check();
        if (columns.problem().get().isPresent()) {
            return;
        }
        TableFile chosen = file.ready().get().orElseThrow().file();
        work.run(
                (progress, signal) -> sources.freeName(chosen.label()),
                free -> {
                    name.propose(chosen, free);
                    step.set(ImportStep.NAME);
                });
    }

    private void run() {
        name.check();
        if (name.problem().isPresent()) {
            return;
        }
        ImportPlan plan = name.plan(file.ready().get().orElseThrow().file(), columns);
        FieldLabels labels = columns.labels(language);
        work.run(
                (progress, signal) -> sources.importFile(plan, labels, progress::accept, signal),
                done -> {
                    result.set(Optional.of(done));
                    step.set(ImportStep.RESULT);
                });
    }
}
