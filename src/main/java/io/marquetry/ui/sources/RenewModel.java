package io.marquetry.ui.sources;

import io.marquetry.audience.SourceName;
import io.marquetry.source.Sources;
import io.marquetry.source.infer.ImportProgress;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Renewal;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LongWork;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Reads a newer file into a source: chosen, looked at, then put in the place of the one before.
 * Needs no stage; use it on the FX thread.
 */
final class RenewModel {

    /** The steps, in their order. */
    enum Step {
        /** Which file is read. */
        FILE,
        /** What would change. */
        CHANGES,
        /** What became of the rows. */
        RESULT
    }

    private final Sources sources;
    private final Background background;
    private final SourceName source;
    private final String title;
    private final LongWork<ImportProgress> work;
    private final ImportFile file;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.FILE);
    private Optional<Renewal> renewal = Optional.empty();
    private Optional<ImportResult> result = Optional.empty();

    /**
     * Begins.
     *
     * @param title what people call the source
     * @param onScreen brings progress onto the FX thread
     */
    RenewModel(
            Sources sources,
            SourceName source,
            String title,
            Background background,
            Executor onScreen) {
        this.sources = sources;
        this.source = source;
        this.title = title;
        this.background = background;
        this.work = new LongWork<>(background, onScreen);
        this.file = new ImportFile(background);
    }

    String title() {
        return title;
    }

    ImportFile file() {
        return file;
    }

    LongWork<ImportProgress> work() {
        return work;
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** Returns what would change, once the file was looked at. */
    Optional<Renewal> renewal() {
        return renewal;
    }

    /** Returns what became of the rows, once they were read. */
    Optional<ImportResult> result() {
        return result;
    }

    void choose(Path chosen) {
        work.stop();
        work.refuse(List.of());
        step.set(Step.FILE);
        file.choose(chosen);
    }

    void next() {
        if (work.busy().get()) {
            return;
        }
        switch (step.get()) {
            case FILE ->
                    file.path()
                            .get()
                            .ifPresent(
                                    path ->
                                            work.run(
                                                    (progress, signal) ->
                                                            sources.look(
                                                                    source,
                                                                    path,
                                                                    Map.of(),
                                                                    progress::accept,
                                                                    signal),
                                                    found -> {
                                                        renewal = Optional.of(found);
                                                        step.set(Step.CHANGES);
                                                    }));
            case CHANGES -> {
                Renewal looked = renewal.orElseThrow();
                work.run(
                        (progress, signal) -> sources.renew(looked, progress::accept, signal),
                        done -> {
                            result = Optional.of(done);
                            step.set(Step.RESULT);
                        });
            }
            case RESULT -> {}
        }
    }

    void back() {
        if (!work.busy().get() && step.get() == Step.CHANGES) {
            work.refuse(List.of());
            step.set(Step.FILE);
        }
    }

    /** Stops what is running and lets go of the result. */
    void close() {
        work.stop();
        file.close();
        result.ifPresent(done -> background.act(done::close, () -> {}, ignored -> {}));
    }
}
