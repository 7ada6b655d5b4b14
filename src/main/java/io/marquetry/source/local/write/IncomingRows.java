package io.marquetry.source.local.write;

import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A table function of DuckDB whose rows come from a stream. */
final class IncomingRows implements DuckDBTableFunction<List<DuckDBColumnType>, RowStream, Object> {

    private final List<DuckDBColumnType> kinds;
    private final RowStream stream;

    private IncomingRows(List<DuckDBColumnType> kinds, RowStream stream) {
        this.kinds = kinds;
        this.stream = stream;
    }

    /** Makes the function known to a database, until that is closed. */
    static void register(
            Connection connection, String name, List<DuckDBColumnType> kinds, RowStream stream)
            throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(name)
                    .withFunction(new IncomingRows(kinds, stream))
                    .register(connection);
        }
    }

    /** Returns the name of one of the function's columns. */
    static String column(int position) {
        return "c" + position;
    }

    @Override
    public List<DuckDBColumnType> bind(DuckDBTableFunctionBindInfo info) {
        for (int i = 0; i < kinds.size(); i++) {
            info.addResultColumn(column(i), kinds.get(i));
        }
        return kinds;
    }

    @Override
    public RowStream init(DuckDBTableFunctionInitInfo info) {
        // One reader: the rows lie in the table in the order in which they came.
        info.setMaxThreads(1);
        return stream;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        Optional<RowBatch> next = stream.take();
        if (next.isEmpty()) {
            return 0;
        }
        long rows = next.get().writeTo(chunk);
        stream.giveBack(next.get());
        return rows;
    }
}
