package io.marquetry.store.file;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.FxThread;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A database file beside the workspace, under the settings of the workspace: what must not go back
 * when the workspace is brought back lies in one. A seal beside it says how it was left.
 */
public final class SideFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideFile.class);
    private static final String SEAL = ".seal";

    private final Path file;
    private final Connection connection;
    private final SealFile seal;
    private final boolean known;
    private boolean leaveNothing;

    private SideFile(Path file, Connection connection, SealFile seal, boolean known) {
        this.file = file;
        this.connection = connection;
        this.seal = seal;
        this.known = known;
    }

    /** Fills a new file. */
    @FunctionalInterface
    public interface Filling {
        /** Fills it; commits as often as it likes. */
        void fill(Connection connection) throws SQLException;
    }

    /**
     * Makes a file, all or nothing; durable when it returns.
     *
     * @param file its name ends with {@code .mv.db}
     */
    public static void create(Path file, SideSchema schema, Filling filling) {
        FxThread.refuse();
        Path unfinished = unfinished(file);
        try {
            PrivateFiles.folder(file.resolveSibling(""));
            Files.deleteIfExists(unfinished);
            try (Connection connection = Connections.createEmpty(unfinished)) {
                for (String statement : schema.first()) {
                    run(connection, statement);
                }
                filling.fill(connection);
                for (String statement : schema.later()) {
                    run(connection, statement);
                }
                connection.commit();
                Connections.sync(connection);
            }
            Seal.FileHash closed = Seal.FileHash.sync(unfinished);
            SealFile.create(sealOf(file), new Seal(name(file), 1, Optional.of(closed)));
            DurableFiles.move(unfinished, file);
        } catch (IOException | SQLException e) {
            throw trouble(file, e);
        } finally {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                LOG.debug("an unfinished file stays", e);
            }
        }
    }

    /**
     * Opens a file.
     *
     * @throws io.marquetry.base.ProblemException if it is gone, open elsewhere, no database, or
     *     holds anything that none of ours has: nothing of it ran then
     */
    public static SideFile open(Path file, SideSchema schema) {
        FxThread.refuse();
        try {
            Optional<String> foreign = schema.foreign(file);
            if (foreign.isPresent()) {
                throw Problem.of("problem.sideFile.foreign", file.toString(), foreign.get())
                        .asException();
            }
            Optional<SealFile.Opened> sealed = SealFile.open(sealOf(file));
            boolean known =
                    sealed.isPresent()
                            && (sealed.get().seal().closed().isEmpty()
                                    || sealed.get()
                                            .seal()
                                            .closed()
                                            .get()
                                            .equals(Seal.FileHash.of(file)));
            if (!schema.isNewest(file)) {
                renew(file, schema, known ? sealed.map(SealFile.Opened::file) : Optional.empty());
            }
            Connection connection = Connections.open(file);
            SealFile seal =
                    sealed.isPresent()
                            ? sealed.get().file()
                            : SealFile.create(sealOf(file), open(file, 1));
            seal.write(open(file, 1));
            return new SideFile(file, connection, seal, known);
        } catch (IOException | SQLException e) {
            throw trouble(file, e);
        }
    }

    /**
     * Does to a file of an older program what is done to new ones, all or nothing. A table that is
     * altered is a copy of it for a moment: after a sudden end it would stay, and nobody could tell
     * it from a table that somebody put there.
     *
     * @param seal of a file that is as it was left: it says the same of the new one
     */
    private static void renew(Path file, SideSchema schema, Optional<SealFile> seal)
            throws IOException, SQLException {
        Path unfinished = unfinished(file);
        try {
            Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
            try (Connection connection = Connections.open(unfinished)) {
                for (String statement : schema.later()) {
                    run(connection, statement);
                }
                connection.commit();
                Connections.sync(connection);
            }
            Seal.FileHash closed = Seal.FileHash.sync(unfinished);
            if (seal.isPresent()) {
                seal.get().write(new Seal(name(file), 1, Optional.of(closed)));
            }
            DurableFiles.move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling("unfinished-" + file.getFileName());
    }

    /** Returns whether the file is as it was left; after a sudden end nobody can tell. */
    public boolean isAsLeft() {
        return known;
    }

    /** Returns where the file lies. */
    public Path path() {
        return file;
    }

    /** Returns what asks the file; nothing is committed by itself. */
    public Connection connection() {
        FxThread.refuse();
        return connection;
    }

    /** Has the file written anew when it is closed: what was deleted is nowhere in it then. */
    public void leaveNothingDeleted() {
        leaveNothing = true;
    }

    /** Commits, and forces it onto the disk. */
    public void save() throws SQLException {
        connection.commit();
        Connections.sync(connection);
    }

    /**
     * Returns the failure of a file in the words of the user. What the database said is left out
     * but for its number: it quotes rows, and these hold addresses.
     */
    public static RuntimeException trouble(Path file, Exception cause) {
        Exception told =
                cause instanceof SQLException sql
                        ? new IOException("H2 " + sql.getErrorCode(), fileFailure(sql))
                        : cause;
        return FileTrouble.of(file.resolveSibling(""), told);
    }

    private static @Nullable IOException fileFailure(SQLException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException io) {
                return io;
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                if (leaveNothing) {
                    run(connection, "shutdown compact");
                }
                connection.close();
                seal.write(new Seal(name(file), 1, Optional.of(Seal.FileHash.sync(file))));
            }
        } catch (IOException | SQLException e) {
            throw trouble(file, e);
        }
    }

    private static Seal open(Path file, long generation) {
        return new Seal(name(file), generation, Optional.empty());
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - Connections.ENDING.length());
    }

    private static Path sealOf(Path file) {
        return file.resolveSibling(name(file) + SEAL);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
