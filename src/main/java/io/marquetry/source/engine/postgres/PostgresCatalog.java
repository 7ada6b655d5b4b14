package io.marquetry.source.engine.postgres;

import io.marquetry.source.engine.jdbc.AskedCatalog;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.List;

/** What a database holds, as far as its user may read it. */
final class PostgresCatalog extends AskedCatalog {

    private static final String SYSTEM = "pg_catalog";

    /** Makes the catalogue of a connection's database; asks nothing. */
    PostgresCatalog(Connection connection) {
        super(connection, SQLDialect.POSTGRES);
    }

    @Override
    public List<Found> tables() {
        Field<String> schema = text("n", "nspname");
        Field<String> table = text("c", "relname");
        Field<Long> rows =
                DSL.field(DSL.name("c", "reltuples"), SQLDataType.REAL).cast(SQLDataType.BIGINT);
        return asking().select(schema, table, rows)
                .from(system("pg_class", "c"))
                .join(system("pg_namespace", "n"))
                .on(number("c", "relnamespace").eq(number("n", "oid")))
                .where(
                        DSL.and(
                                List.of(
                                        text("c", "relkind").in("r", "v", "m", "f", "p"),
                                        schema.notIn(SYSTEM, "information_schema"),
                                        schema.notLike("pg!_t%", '!'),
                                        DSL.condition(
                                                DSL.function(
                                                        DSL.systemName("has_table_privilege"),
                                                        SQLDataType.BOOLEAN,
                                                        number("c", "oid"),
                                                        DSL.inline("SELECT"))))))
                .orderBy(schema, table)
                .fetch(row -> new Found(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public int writable() {
        return (int)
                tables().stream()
                        .filter(
                                table ->
                                        asking().select(
                                                        may(
                                                                table,
                                                                "INSERT, UPDATE, DELETE, TRUNCATE"))
                                                .fetchSingle()
                                                .value1())
                        .count();
    }

    @Override
    protected Field<String> versionField() {
        return DSL.function(
                DSL.systemName("current_setting"),
                SQLDataType.VARCHAR,
                DSL.inline("server_version"));
    }

    private static Field<Boolean> may(Found table, String what) {
        return DSL.function(
                DSL.systemName("has_table_privilege"),
                SQLDataType.BOOLEAN,
                DSL.function(
                        DSL.systemName("format"),
                        SQLDataType.CLOB,
                        DSL.inline("%I.%I"),
                        DSL.val(table.schema()),
                        DSL.val(table.table())),
                DSL.inline(what));
    }

    @Override
    public List<PostgresColumn> columns(String schema, String table) {
        Field<String> name = text("a", "attname");
        Field<String> base = DSL.coalesce(text("b", "typname"), text("t", "typname"));
        Field<String> kind = DSL.coalesce(text("b", "typtype"), text("t", "typtype"));
        return asking().select(name, base, kind)
                .from(system("pg_attribute", "a"))
                .join(system("pg_class", "c"))
                .on(number("a", "attrelid").eq(number("c", "oid")))
                .join(system("pg_namespace", "n"))
                .on(number("c", "relnamespace").eq(number("n", "oid")))
                .join(system("pg_type", "t"))
                .on(number("a", "atttypid").eq(number("t", "oid")))
                .leftJoin(system("pg_type", "b"))
                .on(number("t", "typbasetype").eq(number("b", "oid")))
                .where(
                        DSL.and(
                                List.of(
                                        text("n", "nspname").eq(schema),
                                        text("c", "relname").eq(table),
                                        number("a", "attnum").gt(0L),
                                        DSL.field(
                                                        DSL.name("a", "attisdropped"),
                                                        SQLDataType.BOOLEAN)
                                                .isFalse())))
                .orderBy(number("a", "attnum"))
                .fetch(row -> new PostgresColumn(row.value1(), row.value2(), row.value3()));
    }

    private static Table<Record> system(String table, String alias) {
        return DSL.table(DSL.name(SYSTEM, table)).as(DSL.name(alias));
    }

    private static Field<String> text(String alias, String column) {
        return DSL.field(DSL.name(alias, column), SQLDataType.VARCHAR);
    }

    private static Field<Long> number(String alias, String column) {
        return DSL.field(DSL.name(alias, column), SQLDataType.BIGINT);
    }
}
