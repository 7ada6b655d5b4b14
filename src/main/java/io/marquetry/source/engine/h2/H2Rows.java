package io.marquetry.source.engine.h2;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.columns.TableRows;
import io.marquetry.source.engine.jdbc.OpenSource;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a local source; its file never changes, so all reads see one state. */
public final class H2Rows implements TableRows {

    private final OpenSource database;
    private final ProfileModel model;

    public H2Rows(OpenSource database, ProfileModel model) {
        this.database = database;
        this.model = model;
    }

    @Override
    public void profiles(
            List<String> columns, long from, long to, Reader reader, CancelSignal signal) {
        Field<Long> id = number(model.idColumn());
        database.read(
                ask ->
                        ask.select(fields(id, columns))
                                .from(table(model.table()))
                                .where(within(id, from, to))
                                .orderBy(id),
                reader,
                signal);
    }

    @Override
    public long events(EventStream stream, CancelSignal signal) {
        return database.ask(
                        ask ->
                                ask.select(DSL.count().coerce(SQLDataType.BIGINT))
                                        .from(table(stream.table())),
                        signal)
                .getFirst()
                .value1();
    }

    @Override
    public void events(
            EventStream stream,
            List<String> columns,
            Part part,
            Reader reader,
            CancelSignal signal) {
        // H2's own number of a row, by which a part of a table is found at once.
        Table<Record> table = table(stream.table());
        Field<Long> row = table.rowid().coerce(SQLDataType.BIGINT);
        Optional<Long> last =
                database.ask(ask -> ask.select(DSL.max(row)).from(table), signal).stream()
                        .findFirst()
                        .map(found -> found.value1());
        if (last.isEmpty()) {
            return;
        }
        long rows = last.get() + 1;
        Field<Long> profile = number(stream.profileColumn());
        database.read(
                ask ->
                        ask.select(fields(profile, columns))
                                .from(table)
                                .where(
                                        within(
                                                row,
                                                rows * part.number() / part.of(),
                                                rows * (part.number() + 1) / part.of())),
                reader,
                signal);
    }

    private static List<Field<?>> fields(Field<?> first, List<String> columns) {
        List<Field<?>> fields = new ArrayList<>();
        fields.add(first);
        columns.forEach(column -> fields.add(DSL.field(DSL.name(column))));
        return fields;
    }

    private static Condition within(Field<Long> number, long from, long to) {
        return DSL.and(List.of(number.ge(from), number.lt(to)));
    }

    private static Field<Long> number(String column) {
        return DSL.field(DSL.name(column), SQLDataType.BIGINT);
    }

    private static Table<Record> table(String name) {
        return DSL.table(DSL.name(name));
    }
}
