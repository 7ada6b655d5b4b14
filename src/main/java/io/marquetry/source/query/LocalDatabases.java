package io.marquetry.source.query;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.FileState;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.LocalTables;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The open databases of a workspace's local sources: read-only, each opened at the first question,
 * after its file was found to be the one that was written.
 */
public final class LocalDatabases implements AutoCloseable {

    private final Path workspace;
    private final Map<SourceName, Slot> slots = new HashMap<>();

    /**
     * Makes the databases of a workspace; opens none.
     *
     * @param workspace the folder that the sources' files are relative to
     */
    public LocalDatabases(Path workspace) {
        this.workspace = workspace;
    }

    /** Returns the folder that the sources' files are relative to. */
    Path workspace() {
        return workspace;
    }

    /**
     * Returns the database of a source; reads its whole file once per process.
     *
     * @throws io.marquetry.base.ProblemException if the file is gone or damaged
     */
    LocalDatabase open(ProfileSource source, CancelSignal signal) {
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
    static void refuseChanged(ProfileSource source) {
        switch (source.place()) {
            case SourcePlace.Sealed sealed -> {}
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
        private @Nullable LocalDatabase database;

        private Slot(ProfileSource source) {
            this.source = source;
        }

        private boolean isFor(ProfileSource other) {
            return source.place().equals(other.place())
                    && source.fingerprint().equals(other.fingerprint());
        }

        private synchronized LocalDatabase open(CancelSignal signal) {
            signal.check();
            if (database == null) {
                database = new LocalDatabase(source, engine(source.place(), signal));
            }
            return database;
        }

        private synchronized void close() {
            if (database != null) {
                database.close();
            }
        }

        private LocalEngine engine(SourcePlace place, CancelSignal signal) {
            return switch (place) {
                case SourcePlace.Sealed sealed -> {
                    Path file = absolute(sealed.fileName());
                    verify(file, sealed.sha256(), signal);
                    yield switch (sealed.engine()) {
                        case H2 -> {
                            LocalTables.refuseForeign(source.title(), file);
                            yield new H2Engine(absolute(sealed.file()));
                        }
                        case DUCKDB -> new DuckFileEngine(source.title(), file);
                    };
                }
                case SourcePlace.InPlace inPlace -> new InPlaceEngine(workspace, inPlace);
            };
        }

        private Path absolute(String relative) {
            return LocalSourceFiles.placed(workspace, source.title(), relative);
        }

        private void verify(Path file, String sha256, CancelSignal signal) {
            if (!Files.isRegularFile(file)) {
                throw Problem.of("problem.source.gone", source.title(), file.toString())
                        .asException();
            }
            MessageDigest digest = Sha256.digest();
            try (InputStream in = Files.newInputStream(file)) {
                byte[] block = new byte[1 << 16];
                for (int read = in.read(block); read >= 0; read = in.read(block)) {
                    signal.check();
                    digest.update(block, 0, read);
                }
            } catch (IOException e) {
                throw Problem.of("problem.source.unreadable", source.title(), file.toString())
                        .asException(e);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw Problem.of("problem.source.damaged", source.title(), file.toString())
                        .asException();
            }
        }
    }
}
