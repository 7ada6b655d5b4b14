package io.marquetry.source.query;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.jooq.ResultQuery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Runs a query of jOOQ's and reads the answer in whole vectors, which the driver offers beside
 * JDBC: a row of JDBC costs more than the row did in the database.
 */
final class DuckChunks {

    private DuckChunks() {}

    static void read(
            Connection connection,
            ResultQuery<?> query,
            Consumer<DuckDBDataChunkReader> consumer,
            CancelSignal signal)
            throws SQLException {
        FxThread.refuse();
        try (DuckDBPreparedStatement statement =
                connection.prepareStatement(query.getSQL()).unwrap(DuckDBPreparedStatement.class)) {
            int index = 1;
            for (Object value : query.getBindValues()) {
                // As JavaTimeBinding does.
                boolean day = value instanceof LocalDate;
                statement.setObject(index, day ? ((LocalDate) value).atStartOfDay() : value);
                index++;
            }
            try (QueryCancel _ = new QueryCancel(statement::cancel, signal);
                    DuckDBChunkedResult result = statement.query()) {
                while (result.nextChunk()) {
                    signal.check();
                    consumer.accept(result.chunk());
                }
            }
        }
    }
}
