package io.marquetry.source.local.write;

import io.marquetry.base.FxThread;
import io.marquetry.source.h2.H2Driver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A local source in H2 while it is written. */
public final class H2DatabaseFile implements LocalDatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(H2DatabaseFile.class);

    public static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=2000";

    private final Connection connection;

    private H2DatabaseFile(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes a database.
     *
     * @param file without H2's ending
     */
    static H2DatabaseFile create(Path file) {
        FxThread.refuse();
        try {
            Connection connection =
                    H2Driver.open("jdbc:h2:file:" + file.toAbsolutePath() + SETTINGS);
            connection.setAutoCommit(false);
            return new H2DatabaseFile(connection);
        } catch (SQLException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

    @Override
    public TableWriter table(String name, List<TableColumn> columns, boolean primary)
            throws SQLException {
        return new H2TableWriter(connection, name, columns, primary);
    }

    @Override
    public void finish() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

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
}
