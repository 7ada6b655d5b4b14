package io.marquetry.store.file;

import io.marquetry.base.Actor;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Warnings;
import io.marquetry.store.save.Saves;

import org.flywaydb.core.api.FlywayException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/**
 * The folder of a workspace with its H2 file, open in one place at a time: a save that returns
 * survives the end of the process and a power cut.
 */
public final class WorkspaceFile implements AutoCloseable {

    /** How far clocks of two machines may be apart without anybody being told. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final WorkspaceFiles files;
    private final FolderLock lock;
    private final Database database;
    private final Warnings warnings;

    private WorkspaceFile(
            WorkspaceFiles files, FolderLock lock, Database database, Warnings warnings) {
        this.files = files;
        this.lock = lock;
        this.database = database;
        this.warnings = warnings;
    }

    /**
     * Opens the workspace in a folder, or makes one where the folder is empty or absent.
     *
     * @param clock tells when drafts are edited and backups made
     * @throws ProblemException if it is read-only, damaged, made by a newer version, or open
     *     elsewhere; nothing is changed then
     */
    public static WorkspaceFile open(Path folder, InstantSource clock) {
        return open(folder, clock, Upkeep.USUAL, Actor.ofThisMachine());
    }

    /** Opens a workspace that is kept up in another rhythm, for somebody. */
    public static WorkspaceFile open(Path folder, InstantSource clock, Upkeep upkeep, Actor actor) {
        WorkspaceFiles files = WorkspaceFiles.in(folder);
        try {
            refuseForeign(files);
            PrivateFiles.folder(files.folder());
            FolderLock lock = FolderLock.take(files);
            try {
                Warnings warnings = new Warnings();
                Database database = database(files, clock, upkeep, warnings, actor);
                warnOfTheClock(files, clock.instant(), warnings);
                return new WorkspaceFile(files, lock, database, warnings);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException | FlywayException | ReadOnlyFileSystemException e) {
            throw FileTrouble.of(files.folder(), e);
        }
    }

    /** Returns whether a folder says that it holds a workspace; it may be damaged. */
    public static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(WorkspaceFiles.MARKER));
    }

    /** Returns whether a file is one of those that make the workspace in its folder. */
    public static boolean isPart(Path file) {
        Path parent = file.getParent();
        return parent != null
                && isWorkspace(parent)
                && WorkspaceFiles.in(parent).own().contains(file);
    }

    /** Returns the folder that holds everything. */
    public Path folder() {
        return files.folder();
    }

    /** Returns what users have to hear of the workspace, though what they asked for was done. */
    public Warnings warnings() {
        return warnings;
    }

    /** Returns where its rows are read and saved. */
    public Saves saves() {
        return database;
    }

    /** Makes a backup if something was saved since the newest one. */
    public void backUp() {
        database.backUp();
    }

    /** Backs up what changed, seals the file and gives the folder free. */
    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }

    private static Database database(
            WorkspaceFiles files,
            InstantSource clock,
            Upkeep upkeep,
            Warnings warnings,
            Actor actor)
            throws IOException, SQLException {
        if (NewWorkspace.isNeeded(files)) {
            NewWorkspace.make(files, clock.instant());
        } else {
            refuseForeign(files);
        }
        Marker marker = Marker.read(files);
        if (Files.exists(files.database()) && !Files.isWritable(files.database())) {
            throw Problem.of("problem.workspace.readOnly", files.folder().toString()).asException();
        }
        SealFile.Opened sealed = SealCheck.passed(files, marker);
        sweep(files);
        PrivateFiles.closeOnce(files.folder());
        Database database = Database.open(files, sealed, clock, upkeep, warnings, actor);
        // Asked of the database: an upgrade that was killed had written its marker already.
        if (database.read(Verification::schema) == Marker.NEWEST_SCHEMA) {
            return database;
        }
        database.backUp();
        database.close();
        Upgrade.run(files, marker, SealCheck.passed(files, marker).seal());
        return Database.open(
                files, SealCheck.passed(files, Marker.read(files)), clock, upkeep, warnings, actor);
    }

    /** Backups are not ordered by their dates, but people are told by them. */
    private static void warnOfTheClock(WorkspaceFiles files, Instant now, Warnings warnings) {
        Backups.line(files).stream()
                .max(Comparator.comparing(Backup::madeAt))
                .filter(latest -> now.isBefore(latest.madeAt().minus(CLOCKS_DIFFER)))
                .ifPresent(
                        latest ->
                                warnings.tell(
                                        Problem.of(
                                                "problem.clock.behind",
                                                now.toString(),
                                                latest.name(),
                                                latest.madeAt().toString())));
    }

    private static void refuseForeign(WorkspaceFiles files) throws IOException {
        if (Files.exists(files.folder()) && !Files.isDirectory(files.folder())) {
            throw Problem.of("problem.workspace.notAFolder", files.folder().toString())
                    .asException();
        }
        if (!Files.exists(files.marker()) && !NewWorkspace.isNeeded(files)) {
            String key =
                    Files.exists(files.database())
                            ? "problem.workspace.markerGone"
                            : "problem.workspace.notEmpty";
            throw Problem.of(key, files.folder().toString()).asException();
        }
    }

    // What a kill left half done; nothing of it was acknowledged.
    private static void sweep(WorkspaceFiles files) throws IOException {
        Files.deleteIfExists(files.creating());
        PrivateFiles.folder(files.backups());
        List<Path> folders =
                List.of(files.folder(), files.backups(), files.damaged(), files.receipts());
        for (Path folder : folders.stream().filter(Files::isDirectory).toList()) {
            try (var content =
                    Files.newDirectoryStream(folder, "*" + DurableFiles.UNFINISHED + "*")) {
                for (Path left : content) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }
}
