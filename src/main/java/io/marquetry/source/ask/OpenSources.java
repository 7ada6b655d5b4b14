package io.marquetry.source.ask;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.Engines;
import io.marquetry.source.engine.jdbc.Logins;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.file.FileState;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The open databases of a workspace's sources: read-only, each opened at the first question. */
public final class OpenSources implements AutoCloseable {

    private final Path workspace;
    private final Engines engines;
    private final Map<SourceName, Slot> slots = new HashMap<>();

    /**
     * Makes the databases of a workspace; opens none.
     *
     * @param workspace the folder that the sources' files are relative to
     */
    public OpenSources(Path workspace) {
        this(
                workspace,
                server -> {
                    throw Problem.of("problem.remote.noLogin", server.toString()).asException();
                });
    }

    /**
     * Makes the databases of a workspace; opens none.
     *
     * @param workspace the folder that the sources' files are relative to
     * @param logins how this machine signs in to servers
     */
    public OpenSources(Path workspace, Logins logins) {
        this.workspace = workspace;
        this.engines = new Engines(workspace, logins);
    }

    /** Returns the folder that the sources' files are relative to. */
    public Path workspace() {
        return workspace;
    }

    /**
     * Returns the database of a source; reads its whole file once per process.
     *
     * @throws io.marquetry.base.ProblemException if the file is gone or damaged
     */
    public OpenSource open(ProfileSource source, CancelSignal signal) {
        FxThread.refuse();
        refuseChanged(source);
        Slot slot;
        synchronized (this) {
            slot = slots.get(source.name());
            if (slot == null || !slot.isFor(source)) {
                if (slot != null) {
                    slot.close();
                }
                slot = new Slot(source);
                slots.put(source.name(), slot);
            }
        }
        return slot.open(signal);
    }

    /**
     * Refuses a file of somebody else that is not what the entry says.
     *
     * @throws io.marquetry.base.ProblemException if it changed or is gone
     */
    public static void refuseChanged(ProfileSource source) {
        switch (source.place()) {
            case SourcePlace.Sealed sealed -> {}
            case SourcePlace.Remote remote -> {}
            case SourcePlace.InPlace inPlace -> {
                FileState now = FileState.of(source.title(), Path.of(inPlace.path()));
                if (!now.fingerprint().equals(source.fingerprint())) {
                    throw Problem.of("problem.source.changed", source.title()).asException();
                }
            }
        }
    }

    /** Closes the database of a source, so that its file can be removed. */
    public synchronized void close(SourceName source) {
        Slot slot = slots.remove(source);
        if (slot != null) {
            slot.close();
        }
    }

    /** Closes all databases. */
    @Override
    public synchronized void close() {
        slots.values().forEach(Slot::close);
        slots.clear();
    }

    /**
     * The place of one database; each verifies on its own, so that none waits for another's file.
     */
    private final class Slot {

        private final ProfileSource source;
        private @Nullable OpenSource database;

        private Slot(ProfileSource source) {
            this.source = source;
        }

        private boolean isFor(ProfileSource other) {
            return source.place().equals(other.place())
                    && source.fingerprint().equals(other.fingerprint());
        }

        private synchronized OpenSource open(CancelSignal signal) {
            signal.check();
            if (database == null) {
                database = new OpenSource(source, engines.of(source, signal));
            }
            return database;
        }

        private synchronized void close() {
            if (database != null) {
                database.close();
            }
        }
    }
}
