package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.CsvRow;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.csv.DateOrder;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.InspectedColumn;
import io.marquetry.source.file.DataColumn;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataRows;
import io.marquetry.source.file.DuckSettings;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into a file with types of its own, without importing it. */
final class DataInspection {

    private static final Pattern SCALE = Pattern.compile("DECIMAL\\(\\d+,\\s*(\\d+)\\)");

    /** Values of columns that are no words are only examples: those of the first rows will do. */
    private static final long ROWS_FOR_EXAMPLES = 10_000;

    private DataInspection() {}

    /** Returns the columns as the file types them, without reading its rows. */
    static ImportInspection types(DataFile file) {
        return look(
                file,
                (sql, rows) ->
                        new ImportInspection(
                                rows.columns().stream()
                                        .filter(c -> c.type().isPresent())
                                        .map(c -> column(c, 0, 0, List.of()))
                                        .toList(),
                                0,
                                0,
                                leftOut(rows)));
    }

    /** Returns what all rows hold. */
    static ImportInspection of(
            DataFile file, Function<String, Set<String>> missing, CancelSignal signal) {
        return look(
                file,
                (sql, rows) -> {
                    List<InspectedColumn> columns = new ArrayList<>();
                    long count =
                            one(sql.select(DSL.count()).from(rows.rows()), signal)
                                    .get(0, Long.class);
                    for (DataColumn column : rows.columns()) {
                        if (column.type().isPresent()) {
                            columns.add(
                                    inspect(
                                            sql,
                                            rows,
                                            column,
                                            missing.apply(column.name()),
                                            count,
                                            signal));
                        }
                    }
                    return new ImportInspection(columns, count, 0, leftOut(rows));
                });
    }

    /** Returns the first rows as text. */
    static CsvSample sample(DataFile file, int wanted) {
        return look(
                file,
                (sql, rows) -> {
                    List<DataColumn> columns = rows.columns();
                    List<Field<?>> cells = new ArrayList<>(List.of(rows.number()));
                    for (DataColumn column : columns) {
                        cells.add(
                                DSL.coalesce(
                                        DSL.field(DSL.name(column.name()))
                                                .cast(SQLDataType.VARCHAR),
                                        DSL.inline("")));
                    }
                    List<CsvRow> read = new ArrayList<>();
                    for (Record row :
                            sql.select(cells)
                                    .from(rows.rows())
                                    .orderBy(rows.number())
                                    .limit(wanted)
                                    .fetch()) {
                        List<String> texts = new ArrayList<>();
                        for (int i = 1; i < cells.size(); i++) {
                            texts.add(row.get(i, String.class));
                        }
                        read.add(new CsvRow(row.get(0, Long.class) + 1, texts, Optional.empty()));
                    }
                    return new CsvSample(
                            columns.stream().map(DataColumn::name).toList(),
                            read,
                            Optional.empty());
                });
    }

    private static InspectedColumn inspect(
            DSLContext sql,
            DataRows rows,
            DataColumn column,
            Set<String> markers,
            long count,
            CancelSignal signal) {
        DataCell cell =
                new DataCell(
                        rows,
                        column,
                        ImportColumn.of(column.name(), column.type().orElseThrow())
                                .withMissing(markers));
        Field<String> text = cell.text();
        Table<Record> all = rows.rows();
        long filled = one(sql.select(DSL.count(text)).from(all), signal).get(0, Long.class);
        boolean words =
                cell.wanted().type() == AttributeType.TEXT
                        || cell.wanted().type() == AttributeType.BOOLEAN;
        List<String> values =
                ask(
                                sql.select(text)
                                        .from(all)
                                        .where(text.isNotNull())
                                        .and(
                                                words
                                                        ? DSL.noCondition()
                                                        : rows.number().lt(ROWS_FOR_EXAMPLES))
                                        .groupBy(text)
                                        .orderBy(DSL.count().desc(), DSL.min(rows.number()))
                                        .limit(InspectedColumn.MOST_VALUES),
                                signal)
                        .stream()
                        .map(row -> row.get(0, String.class))
                        .toList();
        return column(column, filled, count - filled, values);
    }

    private static InspectedColumn column(
            DataColumn column, long filled, long missing, List<String> values) {
        Matcher decimal = SCALE.matcher(column.fileType());
        return new InspectedColumn(
                column.name(),
                column.type().orElseThrow(),
                DateOrder.YEAR_FIRST,
                decimal.matches() ? Integer.parseInt(decimal.group(1)) : 0,
                filled,
                missing,
                values);
    }

    private static List<String> leftOut(DataRows rows) {
        return rows.columns().stream()
                .filter(c -> c.type().isEmpty())
                .map(c -> c.name() + " (" + c.fileType() + ")")
                .toList();
    }

    private static Record one(ResultQuery<? extends Record> query, CancelSignal signal) {
        return ask(query, signal).getFirst();
    }

    private static List<? extends Record> ask(
            ResultQuery<? extends Record> query, CancelSignal signal) {
        signal.check();
        try (CancelSignal.Registration _ = signal.onCancel(query::cancel)) {
            return query.fetch();
        } catch (DataAccessException e) {
            if (signal.isCancelled()) {
                throw new CancelSignal.Cancelled(e);
            }
            throw e;
        }
    }

    private static <T> T look(DataFile file, BiFunction<DSLContext, DataRows, T> question) {
        FxThread.refuse();
        try (Connection connection = DuckSettings.look()) {
            DataRows rows = DataRows.openAlone(connection, file, "data_rows");
            try {
                return question.apply(DSL.using(connection, SQLDialect.DUCKDB), rows);
            } catch (DataAccessException e) {
                throw rows.unreadable(e);
            }
        } catch (SQLException e) {
            throw new DataAccessException("no database in memory", e);
        }
    }
}
