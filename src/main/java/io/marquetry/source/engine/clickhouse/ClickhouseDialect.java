package io.marquetry.source.engine.clickhouse;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.JavaTimeBinding;
import io.marquetry.source.sql.JoinedValues;
import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operand;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How ClickHouse is spoken to. */
final class ClickhouseDialect implements Dialect {

    /** Behind the point, of the moments that are compared. */
    static final int MOMENT_DIGITS = 6;

    static final String UTC = "UTC";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2299;

    @Override
    public SQLDialect jooq() {
        return SQLDialect.CLICKHOUSE;
    }

    @Override
    public Condition compareInOrder(
            Field<String> field, Comparison comparison, Field<String> text) {
        // Bytes of UTF-8 are compared, of which the order is that of code points.
        return Operand.compared(field, comparison, text);
    }

    @Override
    public Condition has(Field<String> field, TagRule.Part part, String text) {
        return switch (part) {
            case CONTAINS -> Calls.of("position", SQLDataType.BIGINT, field, DSL.val(text)).gt(0L);
            case STARTS_WITH -> holds("startsWith", field, text);
            case ENDS_WITH -> holds("endsWith", field, text);
        };
    }

    private static Condition holds(String function, Field<String> field, String text) {
        return DSL.condition(Calls.of(function, SQLDataType.BOOLEAN, field, DSL.val(text)));
    }

    @Override
    public <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type) {
        // As rows of a query: as a list, each value would be a part of the statement's tree.
        JoinedValues joined =
                JoinedValues.of(values.stream().map(ClickhouseDialect::written).toList());
        Field<String> cut =
                Calls.of(
                        "arrayJoin",
                        SQLDataType.VARCHAR,
                        Calls.of(
                                "splitByString",
                                SQLDataType.VARCHAR.array(),
                                DSL.val(joined.mark()),
                                DSL.val(joined.text())));
        return type.getType() == BigDecimal.class
                ? decimal(field, type).in(DSL.select(decimal(cut, type)))
                : field.in(DSL.select(read(cut, type)));
    }

    private static Object written(Object value) {
        return value instanceof LocalDateTime moment
                ? moment.toLocalDate() + " " + ISO_LOCAL_TIME.format(moment)
                : value;
    }

    private static <T> Field<T> decimal(Field<?> of, DataType<T> type) {
        return Calls.of("toDecimal128", type, of, DSL.inline(type.scale()));
    }

    private static <T> Field<T> read(Field<String> text, DataType<T> type) {
        Class<T> kind = type.getType();
        if (kind == Double.class) {
            return Calls.of("toFloat64", type, text);
        }
        if (kind == LocalDate.class) {
            return Calls.of("toDate32", type, text);
        }
        if (kind == LocalDateTime.class) {
            return Calls.of("toDateTime64", type, text, DSL.inline(MOMENT_DIGITS), DSL.inline(UTC));
        }
        return text.coerce(type);
    }

    @Override
    public Field<LocalDate> day(Field<LocalDateTime> moment) {
        // A cast would lead to days of 16 bits, which begin in 1970.
        return Calls.of("toDate32", JavaTimeBinding.DAY, moment);
    }

    @Override
    public LocalDateTime kept(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public boolean knows(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    @Override
    public NumberKind counts() {
        return ClickhouseColumn.WHOLE;
    }

    @Override
    public Field<BigDecimal> sum(Field<BigDecimal> field, NumberKind kind) {
        // Sums of whole numbers and of decimals silently begin anew where there is no more room.
        return kind instanceof NumberKind.Fixed fixed
                ? DSL.sum(
                        Calls.of(
                                "toDecimal256",
                                SQLDataType.NUMERIC,
                                field,
                                DSL.inline(fixed.scale())))
                : DSL.sum(field);
    }

    @Override
    public Field<Long> countWhere(Condition condition) {
        return DSL.count().filterWhere(condition).coerce(SQLDataType.BIGINT);
    }

    @Override
    public Field<String> md5(Field<String> text) {
        return Calls.of("hex", SQLDataType.VARCHAR, Calls.of("MD5", SQLDataType.VARBINARY, text));
    }

    @Override
    public boolean dividesAtOnce() {
        // Columns are read once for all divisions.
        return true;
    }
}
