package io.marquetry.store.dispatch;

import io.marquetry.store.file.SideFile;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Asks a file and hands on its rows. */
final class Sql {

    private final SideFile file;

    Sql(SideFile file) {
        this.file = file;
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Row {
        /** Takes one. */
        void take(ResultSet row) throws SQLException;
    }

    /** Does something with the file. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T of() throws SQLException;
    }

    /** Hands on each row of a query. */
    void each(String query, Row row, @Nullable Object... values) {
        doing(
                () -> {
                    try (PreparedStatement statement = statement(query, values)) {
                        statement.setFetchSize(10_000);
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                row.take(rows);
                            }
                        }
                        return 0;
                    }
                });
    }

    /** Changes rows; not durable before the next save. */
    int run(String change, @Nullable Object... values) {
        return doing(
                () -> {
                    try (PreparedStatement statement = statement(change, values)) {
                        return statement.executeUpdate();
                    }
                });
    }

    /** Commits durably. */
    void save() {
        doing(
                () -> {
                    file.save();
                    return 0;
                });
    }

    /** Prepares a statement with its values. */
    PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = file.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Does something; its failure becomes a problem without the rows that it is about. */
    <T> T doing(Work<T> work) {
        try {
            return work.of();
        } catch (SQLException e) {
            throw SideFile.trouble(file.path(), e);
        }
    }
}
