package io.marquetry.source.engine.trino;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import io.marquetry.source.sql.Dialect;
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
import java.util.List;

/** How Trino is spoken to. */
final class TrinoDialect implements Dialect {

    private static final int MOST_DIGITS = 38;
    private static final int NANOSECONDS = 9;
    private static final int LAST_YEAR = 9999;

    @Override
    public SQLDialect jooq() {
        return SQLDialect.TRINO;
    }

    @Override
    public Condition compareInOrder(
            Field<String> field, Comparison comparison, Field<String> text) {
        // Trino compares bytes of UTF-8.
        return Operand.compared(field, comparison, text);
    }

    @Override
    public Condition has(Field<String> field, TagRule.Part part, String text) {
        return switch (part) {
            case CONTAINS ->
                    DSL.function(DSL.systemName("strpos"), SQLDataType.BIGINT, field, DSL.val(text))
                            .gt(0L);
            case STARTS_WITH -> Dialect.startsWith(field, text);
            case ENDS_WITH -> field.like("%" + DSL.escape(text, '!'), '!');
        };
    }

    @Override
    public <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type) {
        // As rows of a query: Trino refuses expressions with as many values.
        JoinedValues joined = JoinedValues.of(values.stream().map(TrinoDialect::written).toList());
        Field<String> text = DSL.field(DSL.name("listed", "v"), SQLDataType.VARCHAR);
        Field<String[]> cut =
                DSL.function(
                        DSL.systemName("split"),
                        SQLDataType.VARCHAR.array(),
                        DSL.val(joined.text()),
                        DSL.val(joined.mark()));
        return field.in(DSL.select(text.cast(whole(type))).from(DSL.unnest(cut).as("listed", "v")));
    }

    private static Object written(Object value) {
        return value instanceof LocalDateTime moment
                ? moment.toLocalDate() + " " + ISO_LOCAL_TIME.format(moment)
                : value;
    }

    /** Of themselves its moments have milliseconds, and its numbers no digits behind the point. */
    @SuppressWarnings("unchecked") // The same type with another precision.
    private static <T> DataType<T> whole(DataType<T> type) {
        if (type.getType() == LocalDateTime.class) {
            return (DataType<T>) SQLDataType.LOCALDATETIME(NANOSECONDS);
        }
        return type;
    }

    @Override
    public LocalDateTime kept(LocalDateTime moment) {
        return moment;
    }

    @Override
    public boolean knows(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }

    @Override
    public NumberKind counts() {
        return new NumberKind.Fixed(0);
    }

    @Override
    public Field<BigDecimal> sum(Field<BigDecimal> field, NumberKind kind) {
        // The sum of its whole numbers is a whole number of 64 bits, for which there may be no
        // room.
        return kind.equals(new NumberKind.Fixed(0))
                ? DSL.sum(field.cast(SQLDataType.NUMERIC(MOST_DIGITS, 0)))
                : DSL.sum(field);
    }

    @Override
    public Field<Long> countWhere(Condition condition) {
        return DSL.count().filterWhere(condition).coerce(SQLDataType.BIGINT);
    }

    @Override
    public Field<String> md5(Field<String> text) {
        Field<byte[]> digest =
                DSL.function(
                        DSL.systemName("md5"),
                        SQLDataType.VARBINARY,
                        DSL.function(DSL.systemName("to_utf8"), SQLDataType.VARBINARY, text));
        return DSL.function(DSL.systemName("to_hex"), SQLDataType.VARCHAR, digest);
    }

    @Override
    public boolean dividesAtOnce() {
        // Columns are read once for all divisions.
        return true;
    }
}
