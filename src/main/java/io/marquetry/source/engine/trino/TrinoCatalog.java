package io.marquetry.source.engine.trino;

import io.marquetry.source.engine.jdbc.AskedCatalog;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.util.List;

/** What a catalogue of Trino holds, as far as its user may read it. */
final class TrinoCatalog extends AskedCatalog {

    private static final String SYSTEM = "information_schema";
    private static final Field<String> SCHEMA = text("table_schema");
    private static final Field<String> TABLE = text("table_name");

    /** Makes the catalogue of a connection's; asks nothing. */
    TrinoCatalog(Connection connection) {
        super(connection, SQLDialect.TRINO);
    }

    @Override
    public List<Found> tables() {
        return asking().select(SCHEMA, TABLE)
                .from(system("tables"))
                .where(SCHEMA.ne(SYSTEM))
                .orderBy(SCHEMA, TABLE)
                .fetch(row -> new Found(row.value1(), row.value2(), -1));
    }

    @Override
    public List<TrinoColumn> columns(String schema, String table) {
        return asking().select(text("column_name"), text("data_type"))
                .from(system("columns"))
                .where(DSL.and(List.of(SCHEMA.eq(schema), TABLE.eq(table))))
                .orderBy(DSL.field(DSL.name("ordinal_position")))
                .fetch(row -> new TrinoColumn(row.value1(), row.value2()));
    }

    @Override
    public int writable() {
        return asking().select(DSL.countDistinct(SCHEMA, TABLE))
                .from(system("table_privileges"))
                .where(text("privilege_type").in("INSERT", "UPDATE", "DELETE"))
                .fetchSingle()
                .value1();
    }

    private static Table<Record> system(String table) {
        return DSL.table(DSL.name(SYSTEM, table));
    }

    private static Field<String> text(String column) {
        return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
    }
}
