package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.SourceRepository;
import io.marquetry.source.file.FileState;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Lists files of others as sources, and keeps their entries in step with the files. */
public final class InPlaceSources {

    private final Path workspace;
    private final SourceRepository sources;

    /**
     * Makes the sources of a workspace.
     *
     * @param workspace its folder
     */
    public InPlaceSources(Path workspace, SourceRepository sources) {
        this.workspace = workspace;
        this.sources = sources;
    }

    /**
     * Looks into a file and lists it; reads the column of its keys.
     *
     * @param fixedToday the day relative dates count from; empty: the real today
     * @throws io.marquetry.base.ProblemException if it cannot be read so, or the name is taken
     */
    public ProfileSource add(
            SourceName name,
            String title,
            SourcePlace.InPlace place,
            Optional<LocalDate> fixedToday) {
        ProfileSource source = inspect(name, title, place, fixedToday);
        sources.add(source);
        return source;
    }

    /**
     * Looks at a source once more, and replaces nothing.
     *
     * @param listed a source that lies in place; others are returned as they are
     * @return the source as its file has it now
     * @throws io.marquetry.base.ProblemException if its file is gone or cannot be read as before
     */
    public ProfileSource again(ProfileSource listed) {
        return switch (listed.place()) {
            case SourcePlace.Sealed sealed -> listed;
            case SourcePlace.Remote remote -> listed;
            case SourcePlace.InPlace place -> {
                FileState now = FileState.of(listed.title(), Path.of(place.path()));
                yield now.fingerprint().equals(listed.fingerprint())
                        ? listed
                        : inspect(listed.name(), listed.title(), place, listed.fixedToday())
                                .withLabels(listed.labels());
            }
        };
    }

    /**
     * Brings the entry of a source in step with its file, if that changed; others stay as they are.
     *
     * @return the source as it is now
     * @throws io.marquetry.base.ProblemException if there is no such source, or its file is gone or
     *     cannot be read as before
     */
    public ProfileSource refresh(SourceName name) {
        ProfileSource listed = sources.get(name);
        ProfileSource now = again(listed);
        if (!now.equals(listed)) {
            sources.replace(now);
        }
        return now;
    }

    /**
     * Returns whether the file of a source that lies in place is another than the one listed.
     *
     * @throws io.marquetry.base.ProblemException if its file is gone
     */
    public boolean hasChanged(ProfileSource listed) {
        return switch (listed.place()) {
            case SourcePlace.Sealed sealed -> false;
            case SourcePlace.Remote remote -> false;
            case SourcePlace.InPlace place ->
                    !FileState.of(listed.title(), Path.of(place.path()))
                            .fingerprint()
                            .equals(listed.fingerprint());
        };
    }

    private ProfileSource inspect(
            SourceName name,
            String title,
            SourcePlace.InPlace place,
            Optional<LocalDate> fixedToday) {
        FxThread.refuse();
        Path file = Path.of(place.path());
        FileState before = FileState.of(title, file);
        InPlaceViews.Found found;
        try (Connection connection = InPlaceViews.connect(workspace)) {
            found = InPlaceViews.open(connection, place, true);
        } catch (SQLException e) {
            throw Problem.of("problem.source.unreadable", title, place.path()).asException(e);
        }
        if (!before.equals(FileState.of(title, file))) {
            throw Problem.of("problem.source.changed", title).asException();
        }
        return new ProfileSource(
                name,
                title,
                place,
                before.fingerprint(),
                before.writtenAt(),
                fixedToday,
                found.profiles(),
                found.model());
    }
}
