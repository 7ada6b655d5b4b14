package io.marquetry.source.engine.trino;

import io.marquetry.base.FxThread;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a catalogue of Trino holds, as far as its user may read it. */
final class TrinoCatalog implements RemoteCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(TrinoCatalog.class);
    private static final String SYSTEM = "information_schema";
    private static final Field<String> SCHEMA = text("table_schema");
    private static final Field<String> TABLE = text("table_name");

    private final Connection connection;
    private final DSLContext ask;

    /** Makes the catalogue of a connection's; asks nothing. */
    TrinoCatalog(Connection connection) {
        FxThread.refuse();
        this.connection = connection;
        this.ask = DSL.using(connection, SQLDialect.TRINO);
    }

    @Override
    public List<Found> tables() {
        return ask.select(SCHEMA, TABLE)
                .from(system("tables"))
                .where(SCHEMA.ne(SYSTEM))
                .orderBy(SCHEMA, TABLE)
                .fetch(row -> new Found(row.value1(), row.value2(), -1));
    }

    @Override
    public List<TrinoColumn> columns(String schema, String table) {
        return ask.select(text("column_name"), text("data_type"))
                .from(system("columns"))
                .where(DSL.and(List.of(SCHEMA.eq(schema), TABLE.eq(table))))
                .orderBy(DSL.field(DSL.name("ordinal_position")))
                .fetch(row -> new TrinoColumn(row.value1(), row.value2()));
    }

    @Override
    public Key key(Found table, String column) {
        Field<Object> key = DSL.field(DSL.name(column));
        return ask.select(DSL.count(), DSL.count(key), DSL.countDistinct(key))
                .from(DSL.table(DSL.name(table.schema(), table.table())))
                .fetchSingle(
                        row -> new Key(row.value1(), row.value1() - row.value2(), row.value3()));
    }

    @Override
    public int writable() {
        return ask.select(DSL.countDistinct(SCHEMA, TABLE))
                .from(system("table_privileges"))
                .where(text("privilege_type").in("INSERT", "UPDATE", "DELETE"))
                .fetchSingle()
                .value1();
    }

    @Override
    public DSLContext asking() {
        return ask;
    }

    @Override
    public String version() {
        return ask.select(DSL.function(DSL.systemName("version"), SQLDataType.VARCHAR))
                .fetchSingle()
                .value1();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection did not close", e);
        }
    }

    private static Table<Record> system(String table) {
        return DSL.table(DSL.name(SYSTEM, table));
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
    }
}
