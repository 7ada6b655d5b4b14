package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.file.DuckSettings;
import io.marquetry.source.local.rejected.IncomingFolder;
import io.marquetry.source.local.rejected.RejectedRowsLog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The files of a workspace's local sources, in its folder {@code sources}. */
public final class LocalSourceFiles {

    private static final String PENDING_ENDING = ".pending";
    private static final String FOLDER = "sources";

    private final Path sources;

    /**
     * Makes the files of a workspace; touches nothing.
     *
     * @param workspace its folder
     */
    public LocalSourceFiles(Path workspace) {
        this.sources = workspace.resolve(FOLDER);
    }

    /**
     * Removes what a killed process left: unfinished folders, what databases put aside, and
     * databases that were finished but never entered in the list. Call it when a workspace opens,
     * before any import.
     *
     * @param listed where everything lies that the workspace lists
     */
    public void removeLeftovers(Collection<SourcePlace> listed) {
        if (!Files.isDirectory(sources)) {
            return;
        }
        List<String> known = listed.stream().flatMap(place -> base(place).stream()).toList();
        try (Stream<Path> found = Files.list(sources)) {
            for (Path path : found.toList()) {
                String name = path.getFileName().toString();
                if (isLeftover(name)) {
                    IncomingFolder.delete(path);
                } else if (name.endsWith(PENDING_ENDING)) {
                    String base = name.substring(0, name.length() - PENDING_ENDING.length());
                    if (!known.contains(FOLDER + "/" + base)) {
                        for (SourceEngine engine : SourceEngine.values()) {
                            Files.deleteIfExists(sources.resolve(base + engine.ending()));
                        }
                    }
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    /** DuckDB's own names beside a database are for what a process that is gone wrote. */
    private static boolean isLeftover(String name) {
        String database = SourceEngine.DUCKDB.ending();
        return name.startsWith(IncomingFolder.PREFIX)
                || name.startsWith(DuckSettings.SPILL)
                || name.endsWith(database + ".tmp")
                || name.endsWith(database + ".wal");
    }

    /** Returns the folder that they are in; makes it where there is none yet. */
    Path folder() {
        try {
            return PrivateFiles.folder(sources);
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    /**
     * Returns where a file of a source lies.
     *
     * @param title what people call the source
     * @param relative its path in the workspace
     * @throws io.marquetry.base.ProblemException if that is not among the workspace's sources
     */
    public static Path placed(Path workspace, String title, String relative) {
        Path folder = workspace.toAbsolutePath().normalize();
        Path file = folder.resolve(relative).normalize();
        if (!file.startsWith(folder.resolve(FOLDER)) || Files.isSymbolicLink(file)) {
            throw Problem.of("problem.source.elsewhere", title, file.toString()).asException();
        }
        return file;
    }

    /**
     * Marks the database of a source that is about to be taken off the list: if the process ends
     * before {@link #delete}, the next opening removes it, or the mark where it is still listed.
     */
    public void markForRemoval(ProfileSource source) {
        try {
            switch (source.place()) {
                case SourcePlace.Sealed sealed -> {
                    Path mark = mark(sealed);
                    if (isOurs(mark) && !Files.exists(mark)) {
                        PrivateFiles.create(mark);
                        DurableFiles.syncFolder(sources);
                    }
                }
                case SourcePlace.InPlace inPlace -> {}
                case SourcePlace.Remote remote -> {}
            }
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    /** Removes the database of a source that is no longer listed. */
    public void delete(ProfileSource removed) {
        try {
            switch (removed.place()) {
                case SourcePlace.Sealed sealed -> {
                    Path file = sources.resolveSibling(sealed.fileName());
                    if (isOurs(file)) {
                        Files.deleteIfExists(file);
                        Files.deleteIfExists(mark(sealed));
                    }
                }
                // The file is somebody else's.
                case SourcePlace.InPlace inPlace -> {}
                case SourcePlace.Remote remote -> {}
            }
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    private Path mark(SourcePlace.Sealed sealed) {
        return sources.resolveSibling(sealed.file() + PENDING_ENDING);
    }

    private boolean isOurs(Path file) {
        return file.normalize().startsWith(sources);
    }

    private static Optional<String> base(SourcePlace place) {
        return switch (place) {
            case SourcePlace.Sealed sealed -> Optional.of(sealed.file());
            case SourcePlace.InPlace inPlace -> Optional.empty();
            case SourcePlace.Remote remote -> Optional.empty();
        };
    }

    IncomingFolder incoming() {
        return IncomingFolder.in(sources);
    }

    /** Moves a finished database to its place, with a mark that its entry in the list is due. */
    Placed place(Path database, SourceEngine engine, SourceName name) {
        String base = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        Placed placed =
                new Placed(
                        FOLDER + "/" + base,
                        sources.resolve(base + engine.ending()),
                        sources.resolve(base + PENDING_ENDING));
        try {
            try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            PrivateFiles.create(placed.mark());
            PrivateFiles.close(database);
            Files.move(database, placed.database(), StandardCopyOption.ATOMIC_MOVE);
            return placed;
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
    }

    /** Returns the hash of a file's bytes. */
    static String sha256(Path file) {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw RejectedRowsLog.notWritten(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A database in its place.
     *
     * @param relative its path in the workspace without ending, with {@code /}
     * @param mark stands until the source is listed
     */
    record Placed(String relative, Path database, Path mark) {

        void confirm() {
            remove(mark);
        }

        void takeBack() {
            remove(database);
            remove(mark);
        }

        private static void remove(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw RejectedRowsLog.notWritten(e);
            }
        }
    }
}
