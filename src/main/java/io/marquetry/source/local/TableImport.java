package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.EventPlan;
import io.marquetry.source.plan.ImportPlan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Imports files into databases of a workspace: all or nothing. */
public final class TableImport {

    private final LocalSourceFiles files;
    private final InstantSource clock;

    /**
     * Makes the import of a workspace.
     *
     * @param workspace its folder
     * @param clock tells when an import was made
     */
    public TableImport(Path workspace, InstantSource clock) {
        this.files = new LocalSourceFiles(workspace);
        this.clock = clock;
    }

    /**
     * Imports what a plan says. Blocks for the length of the import.
     *
     * @param list enters the table where it will be found again; where that fails, nothing is kept
     * @return what became of each row; close it when it was shown
     * @throws io.marquetry.base.ProblemException if nothing could be imported; nothing changed then
     * @throws CancelSignal.Cancelled if asked to stop; nothing changed then
     */
    public ImportResult run(
            ImportPlan plan,
            Consumer<ProfileSource> list,
            ImportListener listener,
            CancelSignal signal) {
        long started = System.nanoTime();
        try (LocalSourceBuilder builder =
                LocalSourceBuilder.begin(files, plan.engine(), listener, signal)) {
            TableResult profiles = builder.profiles(plan);
            List<TableResult> events = new ArrayList<>();
            for (EventPlan stream : plan.events()) {
                events.add(builder.events(stream));
            }
            Optional<ProfileSource> source =
                    profiles.accepted() == 0
                            ? Optional.empty()
                            : Optional.of(
                                    builder.finish(
                                            plan.sourceName(),
                                            plan.title(),
                                            clock.instant(),
                                            plan.fixedToday(),
                                            list));
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new ImportResult(source, profiles, events, builder.rejected(), took);
        }
    }
}
