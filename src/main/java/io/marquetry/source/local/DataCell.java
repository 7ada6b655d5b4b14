package io.marquetry.source.local;

import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.DateOrder;
import io.marquetry.source.file.DataColumn;
import io.marquetry.source.file.DataRows;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One column of a file with types of its own, as a plan wants it: as it is, or corrected.
 *
 * @param wanted what the plan makes of it
 */
record DataCell(DataRows rows, DataColumn column, ImportColumn wanted) {

    private static final String WHOLE = "^-?[0-9]{1,18}([.]0+)?$";
    private static final List<String> YES = List.of("true", "yes", "是");
    private static final List<String> NO = List.of("false", "no", "否");
    private static final int WIDE = 38;
    private static final int SCALE = 9;

    /** Returns the value as sources keep it; NULL where it is missing, or is not of the type. */
    Field<?> value() {
        return isAsFound() ? rows.value(column) : DSL.when(isMissing().not(), converted());
    }

    /** Returns the value as the file writes it; NULL where it is missing. */
    Field<String> text() {
        Field<String> text = rows.value(column).cast(SQLDataType.VARCHAR);
        return wanted.missing().isEmpty() ? text : DSL.when(text.notIn(wanted.missing()), text);
    }

    /** Returns the condition that a value is there but not of the wanted type. */
    Optional<Condition> isWrong() {
        return wanted.type() == found() ? Optional.empty() : Optional.of(isWrongType());
    }

    private Condition isWrongType() {
        return text().isNotNull().and(isMissing().not()).and(converted().isNull());
    }

    private AttributeType found() {
        return column.type().orElseThrow();
    }

    private boolean isAsFound() {
        return wanted.missing().isEmpty() && wanted.type() == found();
    }

    private Condition isMissing() {
        Condition missing = text().isNull();
        return wanted.type() == AttributeType.TEXT ? missing : missing.or(DSL.trim(text()).eq(""));
    }

    private Field<?> converted() {
        Field<String> text = DSL.trim(text());
        return wanted.type() == found()
                ? rows.value(column)
                : switch (wanted.type()) {
                    case TEXT -> text();
                    case INTEGER ->
                            DSL.when(text.likeRegex(WHOLE), DSL.tryCast(text, SQLDataType.BIGINT));
                    case DECIMAL -> DSL.tryCast(text, SQLDataType.NUMERIC(WIDE, SCALE));
                    case DATE ->
                            days(List.of(""), SQLDataType.LOCALDATETIME)
                                    .cast(SQLDataType.LOCALDATE);
                    case DATETIME ->
                            days(
                                    List.of("", " %H:%M", " %H:%M:%S", "T%H:%M:%S"),
                                    SQLDataType.LOCALDATETIME);
                    case BOOLEAN ->
                            DSL.when(DSL.lower(text).in(YES), DSL.inline(true))
                                    .when(DSL.lower(text).in(NO), DSL.inline(false));
                };
    }

    private Field<LocalDateTime> days(List<String> times, DataType<LocalDateTime> type) {
        Field<String> text = DSL.trim(text());
        List<Field<?>> patterns = new ArrayList<>();
        for (String pattern : wanted.dates().patterns()) {
            times.forEach(time -> patterns.add(DSL.inline(pattern + time)));
        }
        Field<LocalDateTime> said =
                DSL.function(
                        DSL.name("try_strptime"),
                        type,
                        text,
                        DSL.function(
                                DSL.name("list_value"),
                                SQLDataType.OTHER,
                                patterns.toArray(Field<?>[]::new)));
        return wanted.dates() == DateOrder.YEAR_FIRST
                ? DSL.coalesce(DSL.tryCast(text, type), said)
                : said;
    }
}
