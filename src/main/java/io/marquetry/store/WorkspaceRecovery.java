package io.marquetry.store;

import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Brings a damaged workspace back to one of its backups; the damaged file is kept. */
public final class WorkspaceRecovery {

    private final WorkspaceFiles files;
    private final InstantSource clock;

    /** Makes the recovery of the workspace in a folder, which must not be open. */
    public WorkspaceRecovery(Path folder, InstantSource clock) {
        this.files = WorkspaceFiles.in(folder);
        this.clock = clock;
    }

    /** Returns the backups, the newest first. */
    public List<Backup> backups() {
        return Backups.list(files);
    }

    /**
     * Puts a backup in the place of the database. What was saved after it is only in the file that
     * is moved aside.
     *
     * @param name of one of the {@link #backups}
     * @return where the file was moved that was there; empty where it was missing
     * @throws ProblemException if there is no such backup, it is damaged itself, or the workspace
     *     is open; nothing is changed then
     */
    public Optional<Path> restore(String name) {
        Backup backup =
                backups().stream()
                        .filter(b -> b.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.backup.unknown",
                                                        name,
                                                        files.folder().toString())
                                                .asException());
        try (FolderLock _ = FolderLock.take(files)) {
            return restore(backup);
        } catch (IOException e) {
            throw FileTrouble.of(files.folder(), e);
        }
    }

    private Optional<Path> restore(Backup backup) throws IOException {
        Seal restored;
        Marker marker;
        try {
            Backups.unpack(backup.file(), files.rewritten());
            Optional<String> foreign = SchemaCheck.foreign(files.rewritten());
            if (foreign.isPresent()) {
                throw Problem.of("problem.backup.foreign", backup.name(), foreign.get())
                        .asException();
            }
            restored = verified(backup);
            marker = marker(restored.workspace(), Connections.schema(files.rewritten()));
        } catch (IOException | SQLException | FlywayException | DataAccessException e) {
            Files.deleteIfExists(files.rewritten());
            throw damaged(backup, Verification.unreadable(e));
        } catch (ProblemException e) {
            Files.deleteIfExists(files.rewritten());
            throw e;
        }
        Seal.FileHash hash = Seal.FileHash.sync(files.rewritten());
        Optional<Path> aside = moveAside();
        DurableFiles.move(files.rewritten(), files.database());
        SealFile.create(
                files.seal(),
                new Seal(restored.workspace(), restored.generation(), Optional.of(hash)));
        marker.write(files);
        return aside;
    }

    private Seal verified(Backup backup) throws SQLException {
        Seal found;
        try (Connection connection = Connections.open(files.rewritten())) {
            found =
                    Connections.sql(connection)
                            .selectFrom(WORKSPACE)
                            .fetchSingle(
                                    row ->
                                            new Seal(
                                                    row.getId(),
                                                    row.getGeneration(),
                                                    Optional.empty()));
        }
        Optional<Problem> finding = Verification.of(files.rewritten(), found.workspace());
        if (finding.isPresent()) {
            throw damaged(backup, finding.get());
        }
        return found;
    }

    // The marker may be what is damaged; then it is made anew.
    private Marker marker(String workspace, int schema) {
        if (schema > Marker.NEWEST_SCHEMA) {
            throw Problem.of("problem.workspace.newer", files.folder().toString()).asException();
        }
        Instant createdAt;
        try {
            createdAt = Marker.read(files).createdAt();
        } catch (ProblemException e) {
            if (e.problem().key().equals("problem.workspace.newer")) {
                throw e;
            }
            createdAt = clock.instant();
        }
        return new Marker(schema, workspace, createdAt);
    }

    private Optional<Path> moveAside() throws IOException {
        if (!Files.exists(files.database())) {
            return Optional.empty();
        }
        Path aside = files.folder().resolve("damaged");
        Files.createDirectories(aside);
        Path to = aside.resolve(clock.instant().toEpochMilli() + Connections.ENDING);
        DurableFiles.move(files.database(), to);
        return Optional.of(to);
    }

    private static ProblemException damaged(Backup backup, Problem finding) {
        return Problem.of("problem.backup.damaged", backup.name(), finding).asException();
    }
}
