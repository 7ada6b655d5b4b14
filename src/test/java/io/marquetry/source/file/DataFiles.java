package io.marquetry.source.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes data files as other programs do. */
public final class DataFiles {

    private DataFiles() {}

    /** Writes customers with all kinds of columns, in row groups of 2048. */
    public static Path parquet(Path file, int rows) throws SQLException {
        String path = file.toString().replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'C' || i AS key, i::INTEGER AS visits,"
                            + " (i * 0.25)::DECIMAL(9, 2) AS spend,"
                            + " CASE WHEN i % 3 > 0 THEN i / 8 END AS ratio,"
                            + " DATE '2024-01-01' + i::INTEGER AS born,"
                            + " TIMESTAMP '2024-01-01' + to_hours(i) AS seen,"
                            + " i % 2 = 0 AS loyal, [i] AS list FROM range("
                            + rows
                            + ") t(i)) TO '"
                            + path
                            + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        }
        return file;
    }

    /** Writes a database of 99 people, of whom one was removed before, and their orders. */
    public static Path duckDb(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE people AS SELECT 'C' || i AS key, i AS age FROM range(100) t(i)");
            statement.execute("DELETE FROM people WHERE age = 5");
            statement.execute(
                    "CREATE TABLE orders AS SELECT 'C' || (i % 40) AS who,"
                            + " TIMESTAMP '2024-01-01' + to_days(i::INTEGER) AS at,"
                            + " (i * 1.5)::DECIMAL(9, 2) AS amount FROM range(200) t(i)");
        }
        return file;
    }
}
