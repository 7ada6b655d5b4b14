package io.marquetry.source.local;

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
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Fills one table of a local source, in batches. */
final class TableWriter implements AutoCloseable {

    private static final int BATCH = 512;
    private static final int ROWS_PER_COMMIT = 64 * BATCH;

    private final Connection connection;
    private final PreparedStatement insert;
    private long rows;

    /**
     * Makes the table.
     *
     * @param primary whether its first column is the primary key
     */
    TableWriter(Connection connection, String table, List<Column> columns, boolean primary)
            throws SQLException {
        FxThread.refuse();
        this.connection = connection;
        DSLContext database = DSL.using(connection, SQLDialect.H2);
        CreateTableElementListStep create = database.createTable(name(table));
        List<Field<?>> fields = new ArrayList<>();
        List<Param<?>> values = new ArrayList<>();
        for (Column column : columns) {
            Field<?> field = field(name(column.name()), column.type());
            create = create.column(field);
            fields.add(field);
            values.add(param(column.name(), column.type()));
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

    /** Adds a row, with one value per column in their order. */
    void add(@Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        rows++;
        if (rows % BATCH == 0) {
            insert.executeBatch();
            if (rows % ROWS_PER_COMMIT == 0) {
                connection.commit();
            }
        }
    }

    /** Writes what is left. */
    void finish() throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    /** A column with its exact name. */
    record Column(String name, DataType<?> type) {}
}
