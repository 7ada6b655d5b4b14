package io.marquetry.source.engine.mysql;

import io.marquetry.base.FxThread;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the databases of a server hold, as far as its user may read it. */
final class MysqlCatalog implements RemoteCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlCatalog.class);

    private static final List<String> SYSTEM =
            List.of("information_schema", "mysql", "performance_schema", "sys");
    private static final List<String> WRITING =
            List.of("INSERT", "UPDATE", "DELETE", "DROP", "ALTER");
    private static final Field<String> SCHEMA = text("TABLE_SCHEMA");
    private static final Field<String> TABLE = text("TABLE_NAME");
    private static final Field<String> PRIVILEGE = text("PRIVILEGE_TYPE");
    private static final Field<String> GRANTEE = text("GRANTEE");

    private final Connection connection;
    private final DSLContext ask;

    /** Makes the catalogue of a connection's server; asks nothing. */
    MysqlCatalog(Connection connection, SQLDialect engine) {
        FxThread.refuse();
        this.connection = connection;
        this.ask = DSL.using(connection, engine);
    }

    @Override
    public List<Found> tables() {
        Field<Long> rows =
                DSL.field(DSL.name("TABLE_ROWS"), SQLDataType.BIGINT).cast(SQLDataType.BIGINT);
        return ask.select(SCHEMA, TABLE, rows)
                .from(system("TABLES"))
                .where(SCHEMA.notIn(SYSTEM))
                .orderBy(SCHEMA, TABLE)
                .fetch(
                        row ->
                                new Found(
                                        row.value1(),
                                        row.value2(),
                                        row.value3() == null ? -1 : row.value3()));
    }

    @Override
    public List<MysqlColumn> columns(String schema, String table) {
        return ask.select(text("COLUMN_NAME"), text("DATA_TYPE"), text("COLUMN_TYPE"))
                .from(system("COLUMNS"))
                .where(DSL.and(List.of(SCHEMA.eq(schema), TABLE.eq(table))))
                .orderBy(DSL.field(DSL.name("ORDINAL_POSITION")))
                .fetch(row -> new MysqlColumn(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public Key key(Found table, String column) {
        // As a text: 'A' and 'a' are two keys, whatever the column's own order says.
        Field<String> key = DSL.field(DSL.name(column)).cast(SQLDataType.VARCHAR);
        return ask.select(DSL.count(), DSL.count(key), DSL.countDistinct(key))
                .from(DSL.table(DSL.name(table.schema(), table.table())))
                .fetchSingle(
                        row -> new Key(row.value1(), row.value1() - row.value2(), row.value3()));
    }

    @Override
    public int writable() {
        Field<String> user = DSL.function(DSL.systemName("current_user"), SQLDataType.VARCHAR);
        String[] named = ask.select(user).fetchSingle().value1().split("@(?=[^@]*$)", -1);
        String grantee = "'" + named[0] + "'@'" + named[named.length - 1] + "'";
        List<Found> tables = tables();
        if (ask.fetchExists(
                ask.selectOne().from(system("USER_PRIVILEGES")).where(writes(grantee)))) {
            return tables.size();
        }
        Set<String> schemas =
                new HashSet<>(
                        ask.select(SCHEMA)
                                .from(system("SCHEMA_PRIVILEGES"))
                                .where(writes(grantee))
                                .fetch(SCHEMA));
        Set<String> single =
                new HashSet<>(
                        ask.select(SCHEMA, TABLE)
                                .from(system("TABLE_PRIVILEGES"))
                                .where(writes(grantee))
                                .fetch(row -> row.value1() + "." + row.value2()));
        return (int)
                tables.stream()
                        .filter(t -> schemas.contains(t.schema()) || single.contains(t.shown()))
                        .count();
    }

    private static org.jooq.Condition writes(String grantee) {
        return DSL.and(List.of(GRANTEE.eq(grantee), PRIVILEGE.in(WRITING)));
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
        Name name = DSL.name("information_schema", table);
        return DSL.table(name);
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
    }
}
