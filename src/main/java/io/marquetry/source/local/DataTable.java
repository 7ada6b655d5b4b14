package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.file.DataColumn;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataRows;

import org.jooq.Condition;
import org.jooq.DSLContext;
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
 * @param result rows in = accepted + rejected
 */
record DataTable(List<Attribute> attributes, TableResult result) {

    /**
     * A file that is open, and what the plan wants of its columns.
     *
     * @param cells one per column that rules can ask
     */
    record Read(DataFile file, DataRows rows, List<DataCell> cells) {

        static Read open(Connection connection, DataFile file, List<ImportColumn> wanted) {
            DataRows rows = DataRows.open(connection, file, "data_rows");
            List<DataColumn> columns =
                    rows.columns().stream().filter(c -> c.type().isPresent()).toList();
            if (columns.size() != wanted.size()) {
                throw Problem.of(
                                "problem.import.columns",
                                file.label(),
                                columns.size(),
                                wanted.size())
                        .asException();
            }
            List<DataCell> cells = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                cells.add(new DataCell(rows, columns.get(i), wanted.get(i)));
            }
            return new Read(file, rows, cells);
        }

        DataCell cell(String name) {
            List<ImportColumn> columns = cells.stream().map(DataCell::wanted).toList();
            return cells.get(ImportColumn.position(file.label(), columns, name));
        }
    }

    static DataTable load(Connection connection, DataFile file, ImportPlan plan, TableLoad load) {
        FxThread.refuse();
        Read read = Read.open(connection, file, plan.columns());
        DSLContext sql = DSL.using(connection, SQLDialect.DUCKDB);
        try {
            Optional<DataCell> key = plan.keyColumn().map(read::cell);
            Condition taken =
                    new DataRejects(sql, read, load.rejected(), load.signal())
                            .taken(key, plan.once().stream().map(read::cell).toList());
            List<DataCell> kept =
                    read.cells().stream().filter(cell -> cell.wanted().included()).toList();
            List<Attribute> attributes =
                    ModelColumns.attributes(
                            kept.stream().map(DataCell::wanted).toList(),
                            Set.of(ModelColumns.ORDINAL, ModelColumns.KEY));
            List<Field<?>> fields = new ArrayList<>();
            fields.add(
                    ordinal(read, taken)
                            .minus(DSL.inline(1))
                            .cast(SQLDataType.BIGINT)
                            .as(DSL.name(ModelColumns.ORDINAL)));
            fields.add(
                    key.map(DataCell::text)
                            .orElseGet(
                                    () ->
                                            read.rows()
                                                    .number()
                                                    .plus(DSL.inline(1L))
                                                    .cast(SQLDataType.VARCHAR))
                            .as(DSL.name(ModelColumns.KEY)));
            for (int i = 0; i < kept.size(); i++) {
                fields.add(kept.get(i).value().as(DSL.name(attributes.get(i).column())));
            }
            execute(
                    sql.createTable(DSL.name(ModelColumns.PROFILE))
                            .as(DSL.select(fields).from(read.rows().rows()).where(taken)),
                    load.signal());
            int rows = sql.fetchCount(read.rows().rows());
            if (rows == 0) {
                throw Problem.of("problem.import.noRows", file.label()).asException();
            }
            int accepted = sql.fetchCount(DSL.table(DSL.name(ModelColumns.PROFILE)));
            return new DataTable(attributes, new TableResult(file.label(), rows, accepted));
        } catch (DataAccessException e) {
            if (load.signal().isCancelled()) {
                throw new CancelSignal.Cancelled(e);
            }
            throw read.rows().unreadable(e);
        }
    }

    /** Rows left out mix up the others, unless they are put in order again. */
    private static Field<Integer> ordinal(Read read, Condition taken) {
        return taken.equals(DSL.noCondition())
                ? DSL.rowNumber().over()
                : DSL.rowNumber().over(DSL.orderBy(read.rows().number()));
    }

    static void execute(Query query, CancelSignal signal) {
        signal.check();
        try (CancelSignal.Registration _ = signal.onCancel(query::cancel)) {
            query.execute();
        }
        signal.check();
    }
}
