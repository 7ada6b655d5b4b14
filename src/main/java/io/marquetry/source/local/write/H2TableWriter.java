package io.marquetry.source.local.write;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.table;

import io.marquetry.base.FxThread;

import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Fills one table of a source in H2, in batches. */
public final class H2TableWriter implements TableWriter {

    private static final int BATCH = 512;
    private static final int ROWS_PER_COMMIT = 64 * BATCH;

    private final Connection connection;
    private final PreparedStatement insert;
    private final List<TableColumn> columns;
    private int cell;
    private long rows;

    /**
     * Makes the table.
     *
     * @param primary whether its first column is the primary key
     */
    public H2TableWriter(
            Connection connection, String table, List<TableColumn> columns, boolean primary)
            throws SQLException {
        FxThread.refuse();
        this.connection = connection;
        this.columns = List.copyOf(columns);
        DSLContext database = DSL.using(connection, SQLDialect.H2);
        CreateTableElementListStep create = database.createTable(name(table));
        List<Field<?>> fields = new ArrayList<>();
        List<Param<?>> values = new ArrayList<>();
        for (TableColumn column : columns) {
            Field<?> field = field(name(column.name()), type(column));
            create = create.column(field);
            fields.add(field);
            values.add(param(column.name(), type(column)));
        }
        if (primary) {
            create = create.constraint(primaryKey(fields.getFirst()));
        }
        create.execute();
        Table<?> target = table(name(table));
        this.insert =
                connection.prepareStatement(
                        database.insertInto(target).columns(fields).values(values).getSQL());
    }

    @Override
    public void text(String value) throws SQLException {
        insert.setString(next(), value);
    }

    @Override
    public void whole(long value) throws SQLException {
        insert.setLong(next(), value);
    }

    @Override
    public void decimal(BigDecimal value) throws SQLException {
        insert.setBigDecimal(next(), value);
    }

    @Override
    public void decimal(long unscaled) throws SQLException {
        decimal(BigDecimal.valueOf(unscaled, columns.get(cell).scale()));
    }

    @Override
    public void day(long epochDay) throws SQLException {
        insert.setObject(next(), LocalDate.ofEpochDay(epochDay));
    }

    @Override
    public void moment(long epochMicros) throws SQLException {
        long seconds = Math.floorDiv(epochMicros, 1_000_000L);
        int nanos = Math.toIntExact(1_000 * Math.floorMod(epochMicros, 1_000_000L));
        insert.setObject(next(), LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
    }

    @Override
    public void truth(boolean value) throws SQLException {
        insert.setBoolean(next(), value);
    }

    @Override
    public void missing() throws SQLException {
        insert.setObject(next(), null);
    }

    @Override
    public void endRow() throws SQLException {
        if (cell != columns.size()) {
            throw new IllegalStateException("a row of " + cell + " cells");
        }
        cell = 0;
        insert.addBatch();
        rows++;
        if (rows % BATCH == 0) {
            insert.executeBatch();
            if (rows % ROWS_PER_COMMIT == 0) {
                connection.commit();
            }
        }
    }

    @Override
    public void finish() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    private int next() {
        cell++;
        return cell;
    }

    private static DataType<?> type(TableColumn column) {
        DataType<?> type =
                switch (column.type()) {
                    case TEXT -> SQLDataType.VARCHAR;
                    case INTEGER -> SQLDataType.BIGINT;
                    case DECIMAL -> SQLDataType.NUMERIC(38, column.scale());
                    case DATE -> SQLDataType.LOCALDATE;
                    case DATETIME -> SQLDataType.LOCALDATETIME(6);
                    case BOOLEAN -> SQLDataType.BOOLEAN;
                };
        return column.required() ? type.notNull() : type;
    }
}
