package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowCountQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets aside the rows of a file with types of its own that do not fit: all in the database, so that
 * a file of millions of good rows costs one look at its keys.
 */
final class DataRejects {

    private static final Table<Record> REJECTED = DSL.table(DSL.name("data_rejected"));
    private static final Table<Record> SHARED = DSL.table(DSL.name("data_shared"));
    private static final Field<Long> ROW = DSL.field(DSL.name("row_rejected"), SQLDataType.BIGINT);
    private static final Field<Long> FIRST = DSL.field(DSL.name("row_first"), SQLDataType.BIGINT);

    private final DSLContext sql;
    private final DataTable.Read read;
    private final RejectedRowsLog log;
    private final CancelSignal signal;

    DataRejects(DSLContext sql, DataTable.Read read, RejectedRowsLog log, CancelSignal signal) {
        this.sql = sql;
        this.read = read;
        this.log = log;
        this.signal = signal;
    }

    /** Returns the condition that a row is taken, once all others are listed. */
    Condition taken(Optional<DataCell> key, List<DataCell> once) {
        execute(sql.createTemporaryTable(REJECTED).column(ROW));
        wrong(key, once);
        if (key.isPresent()) {
            shared(List.of(key.get()), true);
        }
        if (!once.isEmpty()) {
            shared(once, false);
        }
        return sql.fetchCount(REJECTED) == 0
                ? DSL.noCondition()
                : read.rows().number().notIn(DSL.select(ROW).from(REJECTED));
    }

    private void wrong(Optional<DataCell> key, List<DataCell> once) {
        List<Condition> reasons = new ArrayList<>();
        List<DataCell> cells = new ArrayList<>();
        for (DataCell cell : read.cells()) {
            if (cell.wanted().included() && cell.isWrong().isPresent()) {
                reasons.add(cell.isWrong().get());
                cells.add(cell);
            }
        }
        int types = cells.size();
        List<DataCell> needed = new ArrayList<>(key.stream().toList());
        if (!once.isEmpty()) {
            needed.add(once.getLast());
        }
        for (DataCell cell : needed) {
            reasons.add(cell.text().isNull().or(cell.text().eq("")));
            cells.add(cell);
        }
        key.ifPresent(
                cell -> {
                    reasons.add(DSL.length(cell.text()).gt(ProfileTable.LONGEST_KEY));
                    cells.add(cell);
                });
        if (reasons.isEmpty()) {
            return;
        }
        Field<Integer> which = DSL.inline(-1);
        for (int i = reasons.size() - 1; i >= 0; i--) {
            which = DSL.when(reasons.get(i), DSL.inline(i)).otherwise(which);
        }
        Field<Integer> reason = which.as("reason");
        List<Field<?>> asked =
                new ArrayList<>(List.of(read.rows().number().as(ROW), reason, raw()));
        cells.forEach(cell -> asked.add(cell.text().as("cell_" + asked.size())));
        try (Cursor<Record> found =
                sql.select(asked)
                        .from(read.rows().rows())
                        .where(DSL.or(reasons))
                        .orderBy(DSL.one())
                        .fetchLazy()) {
            for (Record row : found) {
                signal.check();
                int at = row.get(reason);
                String cell = String.valueOf(row.get(3 + at, String.class));
                add(row, problem(cells.get(at), at < types, cell));
            }
        }
        execute(
                sql.insertInto(REJECTED, ROW)
                        .select(
                                DSL.select(read.rows().number())
                                        .from(read.rows().rows())
                                        .where(DSL.or(reasons))));
    }

    private static Problem problem(DataCell cell, boolean isType, String text) {
        String name = cell.wanted().name();
        if (isType) {
            return RowConverter.notOfType(cell.wanted(), text);
        }
        return text.length() > ProfileTable.LONGEST_KEY
                ? Problem.of(
                        "problem.row.longKey",
                        name,
                        RowConverter.shown(text),
                        ProfileTable.LONGEST_KEY)
                : Problem.of("problem.row.noKey", name);
    }

    /** Lists the rows whose values stood together in a row before; the first row stays. */
    private void shared(List<DataCell> cells, boolean isKey) {
        List<Field<String>> keys = cells.stream().map(c -> DSL.coalesce(c.text(), "")).toList();
        Condition open = read.rows().number().notIn(DSL.select(ROW).from(REJECTED));
        List<Field<?>> asked = new ArrayList<>(List.of(DSL.min(read.rows().number()).as(FIRST)));
        for (int i = 0; i < keys.size(); i++) {
            asked.add(keys.get(i).as(name(i)));
        }
        execute(
                sql.createTemporaryTable(SHARED)
                        .as(
                                DSL.select(asked)
                                        .from(read.rows().rows())
                                        .where(open)
                                        .groupBy(keys)
                                        .having(DSL.count().gt(1)))
                        .withData());
        if (sql.fetchCount(SHARED) > 0) {
            Condition same = read.rows().number().ne(FIRST).and(open);
            for (int i = 0; i < keys.size(); i++) {
                same = same.and(keys.get(i).eq(DSL.field(DSL.name(name(i)), String.class)));
            }
            list(keys.size(), same, isKey);
            execute(
                    sql.insertInto(REJECTED, ROW)
                            .select(
                                    DSL.select(read.rows().number())
                                            .from(read.rows().rows())
                                            .join(SHARED)
                                            .on(same)));
        }
        execute(sql.dropTable(SHARED));
    }

    private void list(int keys, Condition same, boolean isKey) {
        List<Field<?>> asked = new ArrayList<>(List.of(read.rows().number().as(ROW), FIRST, raw()));
        for (int i = 0; i < keys; i++) {
            asked.add(DSL.field(DSL.name(name(i)), String.class));
        }
        try (Cursor<Record> found =
                sql.select(asked)
                        .from(read.rows().rows())
                        .join(SHARED)
                        .on(same)
                        .orderBy(DSL.one())
                        .fetchLazy()) {
            for (Record row : found) {
                signal.check();
                List<String> shown = new ArrayList<>();
                for (int i = 0; i < keys; i++) {
                    shown.add(RowConverter.shown(row.get(3 + i, String.class)));
                }
                long first = row.get(FIRST) + 1;
                add(
                        row,
                        isKey
                                ? Problem.of("problem.row.sameKey", shown.getFirst(), first)
                                : ProfileTable.again(shown, first));
            }
        }
    }

    private void add(Record row, Problem why) {
        log.add(
                new RejectedRow(
                        read.file().label(), row.get(ROW) + 1, why, row.get(2, String.class)));
    }

    /** Returns the values of a row, for people to find it again. */
    private Field<String> raw() {
        List<Field<?>> values = new ArrayList<>(List.of(DSL.inline(", ")));
        read.cells().forEach(cell -> values.add(cell.text()));
        return DSL.function(
                        DSL.name("concat_ws"), SQLDataType.VARCHAR, values.toArray(Field<?>[]::new))
                .as("raw");
    }

    private static String name(int i) {
        return "shared_" + i;
    }

    private void execute(RowCountQuery query) {
        DataTable.execute(query, signal);
    }
}
