package io.marquetry.source.engine.clickhouse;

import io.marquetry.source.engine.jdbc.AskedCatalog;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.List;

/** What a ClickHouse server holds, as far as its user may read it. */
final class ClickhouseCatalog extends AskedCatalog {

    private static final Field<String> SCHEMA = text("database");
    private static final Field<String> TABLE = text("table");
    private static final Field<String> NAME = text("name");

    /** Makes the catalogue of a connection's server; asks nothing. */
    ClickhouseCatalog(Connection connection) {
        super(connection, SQLDialect.CLICKHOUSE);
    }

    @Override
    public List<Found> tables() {
        Field<Long> rows = DSL.field(DSL.name("total_rows"), SQLDataType.BIGINT);
        return asking().select(SCHEMA, NAME, DSL.coalesce(rows, DSL.inline(-1L)))
                .from(system("tables"))
                .where(
                        SCHEMA.notIn("system", "information_schema", "INFORMATION_SCHEMA"),
                        text("is_temporary").cast(SQLDataType.INTEGER).eq(0),
                        isPlain(SCHEMA),
                        isPlain(NAME))
                .orderBy(SCHEMA, NAME)
                .fetch(row -> new Found(row.value1(), row.value2(), row.value3()));
    }

    @Override
    public List<ClickhouseColumn> columns(String schema, String table) {
        return asking().select(NAME, text("type"))
                .from(system("columns"))
                .where(
                        SCHEMA.eq(schema),
                        TABLE.eq(table),
                        isPlain(SCHEMA),
                        isPlain(TABLE),
                        isPlain(NAME))
                .orderBy(DSL.field(DSL.name("position")))
                .fetch(row -> new ClickhouseColumn(row.value1(), row.value2()));
    }

    /**
     * None, as far as can be told: who asks only to read is told that nothing may be written, and
     * what the user could do otherwise is shown only to those who may see all users.
     */
    @Override
    public int writable() {
        return 0;
    }

    /** A name could say more with it than a name, however it is quoted. */
    private static Condition isPlain(Field<String> name) {
        return Calls.of("position", SQLDataType.BIGINT, name, DSL.val("\\")).eq(0L);
    }

    private static Table<Record> system(String table) {
        return DSL.table(DSL.name("system", table));
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
    }
}
