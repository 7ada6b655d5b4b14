package io.marquetry.source.engine.postgres;

import io.marquetry.base.FxThread;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.List;

/** What a database holds, as far as its user may read it. */
public final class PostgresCatalog {

    private static final String SYSTEM = "pg_catalog";

    private final DSLContext ask;

    /** Makes the catalogue of a connection's database; asks nothing. */
    public PostgresCatalog(Connection connection) {
        FxThread.refuse();
        this.ask = DSL.using(connection, SQLDialect.POSTGRES);
    }

    /**
     * A table, a view or the like.
     *
     * @param rows about how many rows; below 0 where nobody counted yet
     */
    public record Found(String schema, String table, long rows) {}

    /** Returns the tables that the user may read, in the order of their names. */
    public List<Found> tables() {
        Field<String> schema = text("n", "nspname");
        Field<String> table = text("c", "relname");
        Field<Long> rows =
                DSL.field(DSL.name("c", "reltuples"), SQLDataType.REAL).cast(SQLDataType.BIGINT);
        return ask.select(schema, table, rows)
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

    /** Returns the columns of a table in their order; none where there is no such table. */
    public List<PostgresColumn> columns(String schema, String table) {
        Field<String> name = text("a", "attname");
        Field<String> base = DSL.coalesce(text("b", "typname"), text("t", "typname"));
        Field<String> kind = DSL.coalesce(text("b", "typtype"), text("t", "typtype"));
        return ask.select(name, base, kind)
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
