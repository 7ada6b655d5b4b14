package io.marquetry.source.engine.jdbc;

import io.marquetry.source.AttributeType;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a database on a server holds, as far as its user may read it. Blocks. */
public interface RemoteCatalog extends AutoCloseable {

    /**
     * A table, a view or the like.
     *
     * @param rows about how many rows; below 0 where nobody counted yet
     */
    record Found(String schema, String table, long rows) {

        /** Returns its name with its schema, for people. */
        public String shown() {
            return schema + "." + table;
        }
    }

    /**
     * A column.
     *
     * @param type what rules can compare it as; empty where they cannot
     */
    record Column(String name, Optional<AttributeType> type) {}

    /**
     * How a column would do as a key.
     *
     * @param rows of its table
     * @param missing rows without a value in it
     * @param distinct different values
     */
    record Key(long rows, long missing, long distinct) {}

    /** Returns the tables that the user may read, in the order of their names. */
    List<Found> tables();

    /** Returns the columns of a table in their order; none where there is no such table. */
    List<? extends RemoteColumn> columns(String schema, String table);

    /** Returns what rules can compare the columns of a table as, in their order. */
    default List<Column> columnsOf(Found table) {
        return columns(table.schema(), table.table()).stream()
                .map(column -> new Column(column.name(), column.attributeType()))
                .toList();
    }

    /** Returns what asks the connection. */
    DSLContext asking();

    /** Returns the first rows of a table as texts, in the order of {@link #columnsOf}. */
    default List<List<String>> sample(Found table, int rows) {
        List<? extends RemoteColumn> columns = columns(table.schema(), table.table());
        return asking().select(columns.stream().map(RemoteColumn::text).toList())
                .from(DSL.table(DSL.name(table.schema(), table.table())))
                .limit(rows)
                .fetch(
                        row ->
                                IntStream.range(0, columns.size())
                                        .mapToObj(
                                                i ->
                                                        Objects.requireNonNullElse(
                                                                row.get(i, String.class), ""))
                                        .toList());
    }

    /** Counts the rows of a table of events that belong to none of the profiles. */
    default long orphans(Found events, String profileColumn, Found profiles, String key) {
        Field<String> whose = text(events, profileColumn);
        Field<String> known = text(profiles, key);
        return asking().select(DSL.count().coerce(SQLDataType.BIGINT))
                .from(DSL.table(DSL.name(events.schema(), events.table())))
                .where(
                        whose.notIn(
                                DSL.select(known)
                                        .from(
                                                DSL.table(
                                                        DSL.name(
                                                                profiles.schema(),
                                                                profiles.table())))
                                        .where(known.isNotNull())))
                .fetchSingle()
                .value1();
    }

    private Field<String> text(Found table, String name) {
        return columns(table.schema(), table.table()).stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name))
                .text();
    }

    /** Reads a column and tells how it would do as a key. */
    Key key(Found table, String column);

    /** Returns how many of the tables the user could change. */
    int writable();

    /** Returns the server's version, as it calls itself. */
    String version();

    /** Closes the connection. */
    @Override
    void close();
}
