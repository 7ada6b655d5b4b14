package io.marquetry.source.local;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database of a local source while it is written. It is tuned for speed, not for surviving: it
 * can be made again from the file it came from.
 */
final class LocalDatabaseFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDatabaseFile.class);

    private final Connection connection;

    private LocalDatabaseFile(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes a database.
     *
     * @param file without H2's ending
     */
    static LocalDatabaseFile create(Path file) {
        FxThread.refuse();
        try {
            Connection connection =
                    DriverManager.getConnection(
                            "jdbc:h2:file:"
                                    + file.toAbsolutePath()
                                    + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=2000",
                            "sa",
                            "");
            connection.setAutoCommit(false);
            return new LocalDatabaseFile(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Closes the database with all its content in the file. */
    void finish() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Lets go of the file, whatever state it is in. */
    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN IMMEDIATELY");
                }
            }
        } catch (SQLException e) {
            // The file is thrown away; why it could not be written was told before.
            LOG.debug("an unfinished database did not close", e);
        }
    }

    /** Returns the failure to write, told by what the system said, else by the database's code. */
    static RuntimeException failed(Exception failure) {
        String reason = "H2";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException system && system.getMessage() != null) {
                reason = system.getMessage();
            } else if (cause instanceof SQLException database) {
                reason = "H2 " + database.getErrorCode();
            }
        }
        return Problem.of("problem.import.notWritten", reason).asException(failure);
    }
}
