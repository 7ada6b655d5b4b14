package io.marquetry.source.engine.duckdb;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.QueryCancel;

import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a query of jOOQ's and reads the answer in whole vectors, which the driver offers beside
 * JDBC: a row of JDBC costs more than the row did in the database.
 */
final class DuckChunks {

    private DuckChunks() {}

    /** Asks a database and hands on what it answers in DuckDB's own chunks, one by one. */
    static void read(
            OpenSource database,
            Function<DSLContext, ResultQuery<?>> question,
            Consumer<DuckDBDataChunkReader> consumer,
            CancelSignal signal) {
        database.lend(
                (connection, ask) -> read(connection, question.apply(ask), consumer, signal),
                signal);
    }

    /** Asks on a connection. */
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
