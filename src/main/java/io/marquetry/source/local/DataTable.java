package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.source.Attribute;
import io.marquetry.source.file.DataColumn;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataKeys;
import io.marquetry.source.file.DataRows;

import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The profiles of a file with types of its own, copied by DuckDB.
 *
 * @param leftOut columns of types that rules cannot ask
 */
record DataTable(List<Attribute> attributes, List<DataColumn> leftOut, long rows) {

    static DataTable load(
            Connection connection, DataFile file, Optional<String> key, CancelSignal signal) {
        FxThread.refuse();
        DataRows rows = DataRows.open(connection, file, "data_rows");
        try {
            List<DataColumn> columns =
                    rows.columns().stream().filter(c -> c.type().isPresent()).toList();
            List<DataColumn> leftOut =
                    rows.columns().stream().filter(c -> c.type().isEmpty()).toList();
            List<ImportColumn> wanted =
                    columns.stream()
                            .map(c -> ImportColumn.of(c.name(), c.type().orElseThrow()))
                            .toList();
            List<Attribute> attributes =
                    ModelColumns.attributes(wanted, Set.of(ModelColumns.ORDINAL, ModelColumns.KEY));
            List<Field<?>> fields = new ArrayList<>();
            fields.add(
                    DSL.rowNumber()
                            .over()
                            .minus(DSL.inline(1))
                            .cast(SQLDataType.BIGINT)
                            .as(DSL.name(ModelColumns.ORDINAL)));
            Field<String> keys = new DataKeys(connection, file, rows).of(key);
            fields.add(keys.as(DSL.name(ModelColumns.KEY)));
            for (int i = 0; i < columns.size(); i++) {
                fields.add(rows.value(columns.get(i)).as(DSL.name(attributes.get(i).column())));
            }
            execute(
                    DSL.using(connection, SQLDialect.DUCKDB)
                            .createTable(DSL.name(ModelColumns.PROFILE))
                            .as(DSL.select(fields).from(rows.rows())),
                    signal);
            long count =
                    DSL.using(connection, SQLDialect.DUCKDB)
                            .fetchCount(DSL.table(DSL.name(ModelColumns.PROFILE)));
            return new DataTable(attributes, leftOut, count);
        } catch (DataAccessException e) {
            if (signal.isCancelled()) {
                throw new CancelSignal.Cancelled(e);
            }
            throw rows.unreadable(e);
        }
    }

    private static void execute(Query query, CancelSignal signal) {
        signal.check();
        try (CancelSignal.Registration _ = signal.onCancel(query::cancel)) {
            query.execute();
        }
        signal.check();
    }
}
