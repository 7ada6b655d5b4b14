package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.csv.ImportListener;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Imports customer files into a workspace: all or nothing. */
public final class ProfileImport {

    private static final int LONGEST_NAME = 60;

    private final LocalSourceFiles files;
    private final SourceRepository sources;
    private final InstantSource clock;

    /**
     * Makes the import of a workspace.
     *
     * @param workspace its folder
     * @param sources its list of sources
     * @param clock tells when an import was made
     */
    public ProfileImport(Path workspace, SourceRepository sources, InstantSource clock) {
        this.files = new LocalSourceFiles(workspace);
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Imports what a plan says. Blocks for the length of the import.
     *
     * @return what became of each row; close it when it was shown
     * @throws io.marquetry.base.ProblemException if nothing could be imported; nothing changed then
     * @throws CancelSignal.Cancelled if asked to stop; nothing changed then
     */
    public ImportResult run(ImportPlan plan, ImportListener listener, CancelSignal signal) {
        long started = System.nanoTime();
        refuseTaken(plan.sourceName());
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
                                            sources::add));
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new ImportResult(source, profiles, events, builder.rejected(), took);
        }
    }

    private void refuseTaken(SourceName name) {
        if (sources.find(name).isPresent()) {
            throw Problem.of(
                            "problem.import.nameTaken",
                            name.value(),
                            freeName(name.value()).value())
                    .asException();
        }
    }

    /**
     * Returns a name for a source that no other has.
     *
     * @param wanted any text, for example a file's name; its letters and digits are kept
     */
    public SourceName freeName(String wanted) {
        String base =
                Normalizer.normalize(wanted, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\.[a-z0-9]{1,7}(\\.gz)?$", "")
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^a-z0-9_-]+", "-")
                        .replaceAll("^[-_]+|-+$", "");
        if (base.isEmpty()) {
            base = "customers";
        }
        base = base.substring(0, Math.min(LONGEST_NAME, base.length()));
        SourceName name = new SourceName(base);
        for (int i = 2; sources.find(name).isPresent(); i++) {
            name = new SourceName(base + "-" + i);
        }
        return name;
    }
}
