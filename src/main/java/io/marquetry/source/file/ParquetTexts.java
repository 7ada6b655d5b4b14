package io.marquetry.source.file;

import io.marquetry.base.FxThread;
import io.marquetry.base.PrivateFiles;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes one column of texts as a Parquet file that only its owner can read. The texts are kept in
 * a database in memory, and beside the file where there are more than fit, until they are written.
 */
public final class ParquetTexts implements AutoCloseable {

    private static final String TABLE = "texts";

    private final Path file;
    private final Connection connection;
    private final DuckDBAppender appender;

    /**
     * Begins.
     *
     * @param file the file to write, in a folder that is there
     * @param column the name of the column: letters only
     * @throws IOException if the texts cannot be kept
     */
    public ParquetTexts(Path file, String column) throws IOException {
        FxThread.refuse();
        this.file = file.toAbsolutePath();
        try {
            connection =
                    DriverManager.getConnection(
                            "jdbc:duckdb:", DuckSettings.in(this.file.resolveSibling("")));
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE %s (\"%s\" VARCHAR NOT NULL)".formatted(TABLE, column));
            }
            appender = connection.unwrap(DuckDBConnection.class).createAppender(TABLE);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Adds a text, behind those before.
     *
     * @throws IOException if it cannot be kept
     */
    public void add(String text) throws IOException {
        try {
            appender.beginRow();
            appender.append(text);
            appender.endRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Writes the file, in place of what was there; nothing can be added then.
     *
     * @throws IOException if it cannot be written
     */
    public void write() throws IOException {
        PrivateFiles.write(file).close();
        try (Statement statement = connection.createStatement()) {
            appender.close();
            // Into the file itself: one of another name would be open to others for a while.
            statement.execute(
                    "COPY %s TO '%s' (FORMAT parquet, USE_TMP_FILE false)"
                            .formatted(TABLE, file.toString().replace("'", "''")));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            appender.close();
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IOException failed(SQLException cause) {
        return new IOException(cause.getMessage(), cause);
    }
}
