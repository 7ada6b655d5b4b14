package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.base.Actor;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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
     * Puts a backup in the place of the database. What was saved after it is only in the copy that
     * is kept, and in the later backups, which are set aside.
     *
     * @param name of one of the {@link #backups}
     * @return where a copy is of the file that was there; empty where it was missing
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

    /**
     * Removes the backups and the copies of damaged files in which a person stands, writes the
     * database anew without what was deleted in it, and makes a backup of that.
     *
     * @param key of the person
     * @return how many copies were removed
     * @throws ProblemException if the workspace is open, or damaged
     */
    public int erase(String key) {
        // Two closes: the first writes the file anew, the second backs the new one up.
        WorkspaceFile.open(files.folder(), clock, Upkeep.ALWAYS_ANEW, Actor.ofThisMachine())
                .close();
        int removed;
        try (FolderLock _ = FolderLock.take(files)) {
            removed = new PersonTraces(files).removeFrom(key);
        } catch (IOException e) {
            throw FileTrouble.of(files.folder(), e);
        }
        try (WorkspaceFile store = WorkspaceFile.open(files.folder(), clock)) {
            store.backUp();
        }
        return removed;
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
        PrivateFiles.close(files.rewritten());
        Optional<Path> aside = keepAside();
        Seal open = new Seal(restored.workspace(), restored.generation(), Optional.empty());
        marker.write(files);
        // From here on the workspace opens, with the old database or with the restored one.
        SealFile.create(files.seal(), open);
        DurableFiles.move(files.rewritten(), files.database());
        SealFile.create(
                files.seal(), new Seal(open.workspace(), open.generation(), Optional.of(hash)));
        SetAside others = new SetAside(files);
        others.bringBack(backup);
        others.after(open.generation());
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
        return new Marker(schema, workspace, Marker.createdAt(files).orElseGet(clock::instant));
    }

    // A copy: until the restored database has its place, the other one is there.
    private Optional<Path> keepAside() throws IOException {
        if (!Files.exists(files.database())) {
            return Optional.empty();
        }
        Path aside = PrivateFiles.folder(files.damaged());
        Path to = aside.resolve(clock.instant().toEpochMilli() + Connections.ENDING);
        Path unfinished = DurableFiles.unfinished(to);
        try (OutputStream out = PrivateFiles.write(unfinished)) {
            Files.copy(files.database(), out);
        }
        DurableFiles.move(unfinished, to);
        return Optional.of(to);
    }

    private static ProblemException damaged(Backup backup, Problem finding) {
        return Problem.of("problem.backup.damaged", backup.name(), finding).asException();
    }
}
