package io.marquetry.source.engine.mysql;

import io.marquetry.source.engine.jdbc.AskedCatalog;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the databases of a server hold, as far as its user may read it. */
final class MysqlCatalog extends AskedCatalog {

    private static final List<String> SYSTEM =
            List.of("information_schema", "mysql", "performance_schema", "sys");
    private static final String LETTERS = "utf8mb4";
    private static final List<String> WRITING =
            List.of("INSERT", "UPDATE", "DELETE", "DROP", "ALTER");
    private static final Field<String> SCHEMA = text("TABLE_SCHEMA");
    private static final Field<String> TABLE = text("TABLE_NAME");
    private static final Field<String> PRIVILEGE = text("PRIVILEGE_TYPE");
    private static final Field<String> GRANTEE = text("GRANTEE");

    /** Makes the catalogue of a connection's server; asks nothing. */
    MysqlCatalog(Connection connection, SQLDialect engine) {
        super(connection, engine);
    }

    @Override
    public List<Found> tables() {
        Field<Long> rows =
                DSL.field(DSL.name("TABLE_ROWS"), SQLDataType.BIGINT).cast(SQLDataType.BIGINT);
        return asking().select(SCHEMA, TABLE, rows)
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
        Field<String> own =
                DSL.function(DSL.systemName("collation"), SQLDataType.VARCHAR, DSL.inline(""));
        String order = asking().select(own).fetchSingle().value1();
        return asking().select(
                        text("COLUMN_NAME"),
                        text("DATA_TYPE"),
                        text("COLUMN_TYPE"),
                        text("CHARACTER_SET_NAME"))
                .from(system("COLUMNS"))
                .where(DSL.and(List.of(SCHEMA.eq(schema), TABLE.eq(table))))
                .orderBy(DSL.field(DSL.name("ORDINAL_POSITION")))
                .fetch(
                        row ->
                                new MysqlColumn(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        // Other letters have to be turned into these first.
                                        LETTERS.equals(row.value4())
                                                ? Optional.of(order)
                                                : Optional.empty()));
    }

    @Override
    protected Field<?> keyField(String column) {
        // As a text: 'A' and 'a' are two keys, whatever the column's own order says.
        return DSL.field(DSL.name(column)).cast(SQLDataType.VARCHAR);
    }

    @Override
    public int writable() {
        Field<String> user = DSL.function(DSL.systemName("current_user"), SQLDataType.VARCHAR);
        String[] named = asking().select(user).fetchSingle().value1().split("@(?=[^@]*$)", -1);
        String grantee = "'" + named[0] + "'@'" + named[named.length - 1] + "'";
        List<Found> tables = tables();
        if (asking().fetchExists(
                        asking().selectOne()
                                .from(system("USER_PRIVILEGES"))
                                .where(writes(grantee)))) {
            return tables.size();
        }
        Set<String> schemas =
                new HashSet<>(
                        asking().select(SCHEMA)
                                .from(system("SCHEMA_PRIVILEGES"))
                                .where(writes(grantee))
                                .fetch(SCHEMA));
        Set<String> single =
                new HashSet<>(
                        asking().select(SCHEMA, TABLE)
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

    private static Table<Record> system(String table) {
        Name name = DSL.name("information_schema", table);
        return DSL.table(name);
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
    }
}
