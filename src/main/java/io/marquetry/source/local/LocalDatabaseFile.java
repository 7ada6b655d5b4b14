package io.marquetry.source.local;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;

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

    /** Lets go of the file. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                connection.close();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static RuntimeException failed(SQLException cause) {
        return Problem.of("problem.import.notWritten", String.valueOf(cause.getMessage()))
                .asException(cause);
    }
}
