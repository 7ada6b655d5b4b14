package io.marquetry.source.local.write;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.marquetry.base.FxThread;
import io.marquetry.source.AttributeType;
import io.marquetry.source.local.write.RowStream.RowsNotTaken;

import org.duckdb.DuckDBColumnType;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills one table of a source in DuckDB: one statement inserts all rows, which it takes from a
 * function of ours, whole vectors at a time. DuckDB's own appender takes four times as long.
 */
final class DuckTableWriter implements TableWriter {

    private final Connection connection;
    private final int number;
    private final String table;
    private final List<TableColumn> columns;
    private final boolean[] wide;
    private int parts;
    private @Nullable RowStream stream;
    private RowBatch batch;
    private int cell;

    /**
     * Begins to fill a table.
     *
     * @param number tells it from the database's other tables
     */
    DuckTableWriter(Connection connection, int number, String table, List<TableColumn> columns) {
        this.connection = connection;
        this.number = number;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.wide = new boolean[columns.size()];
        for (int i = 0; i < wide.length; i++) {
            TableColumn column = columns.get(i);
            wide[i] =
                    column.type() == AttributeType.DECIMAL
                            && column.scale() > DuckDatabaseFile.NARROW_SCALE;
        }
        this.batch = newBatch(this.columns, wide);
    }

    @Override
    public void text(String value) {
        batch.text(cell++, value);
    }

    @Override
    public void whole(long value) {
        batch.number(cell++, value);
    }

    @Override
    public void decimal(BigDecimal value) throws SQLException {
        BigDecimal scaled = value.setScale(columns.get(cell).scale());
        if (!wide[cell] && scaled.precision() <= DuckDatabaseFile.NARROW_DIGITS) {
            batch.number(cell++, scaled.unscaledValue().longValueExact());
        } else {
            if (!wide[cell]) {
                widen();
            }
            batch.text(cell++, scaled.toPlainString());
        }
    }

    @Override
    public void decimal(long unscaled) throws SQLException {
        if (wide[cell]) {
            decimal(BigDecimal.valueOf(unscaled, columns.get(cell).scale()));
        } else {
            batch.number(cell++, unscaled);
        }
    }

    @Override
    public void day(long epochDay) {
        batch.number(cell++, epochDay);
    }

    @Override
    public void moment(long epochMicros) {
        batch.number(cell++, epochMicros);
    }

    @Override
    public void truth(boolean value) {
        batch.number(cell++, value ? 1 : 0);
    }

    @Override
    public void missing() {
        batch.missing(cell++);
    }

    @Override
    public void endRow() throws SQLException {
        if (cell != columns.size()) {
            throw new IllegalStateException("a row of " + cell + " cells");
        }
        cell = 0;
        if (batch.endRow()) {
            put();
        }
    }

    @Override
    public void finish() throws SQLException {
        if (!batch.isEmpty()) {
            put();
        }
        endStream();
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.giveUp();
            stream = null;
        }
    }

    private void put() throws SQLException {
        if (stream == null) {
            stream = begin();
        }
        try {
            stream.put(batch);
        } catch (RowsNotTaken e) {
            throw notTaken(e);
        }
        batch = stream.free().orElseGet(this::newBatch);
    }

    private void endStream() throws SQLException {
        RowStream ending = stream;
        stream = null;
        if (ending != null) {
            try {
                ending.end();
            } catch (RowsNotTaken e) {
                throw notTaken(e);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("RESET threads");
            }
        }
    }

    /** Makes room for numbers of 38 digits in the column of the cell to come. */
    private void widen() throws SQLException {
        RowBatch begun = batch;
        wide[cell] = true;
        RowBatch next = newBatch();
        begun.moveBegunRow(next, cell);
        if (!begun.isEmpty()) {
            put();
        }
        endStream();
        TableColumn column = columns.get(cell);
        sql().alterTable(name(table))
                .alterColumn(name(column.name()))
                .set(DuckDatabaseFile.wide(column))
                .execute();
        batch = next;
    }

    private RowStream begin() throws SQLException {
        parts++;
        String function = "incoming_rows_" + number + "_" + parts;
        RowStream begun = new RowStream();
        IncomingRows.register(connection, function, kinds(), begun);
        // The catalogue would keep no view on a function of this process: a temporary one goes.
        String view = function + "_view";
        try (Statement statement = connection.createStatement()) {
            // With more, one of them would burn a core while it waits for rows.
            statement.execute("SET threads = 1");
            statement.execute("CREATE TEMP VIEW " + view + " AS SELECT * FROM " + function + "()");
        }
        Query insert =
                sql().insertInto(table(name(table)))
                        .select(DSL.select(values()).from(table(name(view))));
        Thread.ofPlatform().daemon().name("duckdb-rows").start(() -> insert(insert, begun));
        return begun;
    }

    private static void insert(Query insert, RowStream stream) {
        RuntimeException failure = null;
        try {
            insert.execute();
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            stream.over(failure);
        }
    }

    private RowBatch newBatch() {
        return newBatch(columns, wide);
    }

    private static RowBatch newBatch(List<TableColumn> columns, boolean[] wide) {
        boolean[] asText = new boolean[wide.length];
        for (int i = 0; i < wide.length; i++) {
            asText[i] = wide[i] || columns.get(i).type() == AttributeType.TEXT;
        }
        return new RowBatch(asText);
    }

    private List<DuckDBColumnType> kinds() {
        List<DuckDBColumnType> kinds = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean text = wide[i] || columns.get(i).type() == AttributeType.TEXT;
            kinds.add(text ? DuckDBColumnType.VARCHAR : DuckDBColumnType.BIGINT);
        }
        return kinds;
    }

    private List<Field<?>> values() {
        List<Field<?>> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(columns.get(i), wide[i], name(IncomingRows.column(i))));
        }
        return values;
    }

    private static Field<?> value(TableColumn column, boolean wide, Name name) {
        Field<Long> number = field(name, SQLDataType.BIGINT);
        return switch (column.type()) {
            case TEXT -> field(name, SQLDataType.VARCHAR);
            case INTEGER -> number;
            case DECIMAL ->
                    wide
                            ? field(name, SQLDataType.VARCHAR).cast(DuckDatabaseFile.wide(column))
                            : narrow(number, column);
            case DATE ->
                    function(
                            name("make_date"),
                            SQLDataType.LOCALDATE,
                            number.cast(SQLDataType.INTEGER));
            case DATETIME -> function(name("make_timestamp"), SQLDataType.LOCALDATETIME, number);
            case BOOLEAN -> number.cast(SQLDataType.BOOLEAN);
        };
    }

    private static Field<?> narrow(Field<Long> number, TableColumn column) {
        Field<BigDecimal> whole =
                number.cast(SQLDataType.NUMERIC(DuckDatabaseFile.NARROW_DIGITS, 0));
        return column.scale() == 0
                ? whole
                : whole.mul(inline(BigDecimal.ONE.movePointLeft(column.scale())))
                        .cast(DuckDatabaseFile.type(column).null_());
    }

    private DSLContext sql() {
        FxThread.refuse();
        return DSL.using(connection, SQLDialect.DUCKDB);
    }

    private static SQLException notTaken(RowsNotTaken failure) {
        return new SQLException(failure);
    }
}
