package io.marquetry.effect.query;

import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * By what the database divides, and how its answer reads.
 *
 * @param field one value per group
 * @param read makes the group's value of it
 */
record KeyQuery(Field<?> field, Function<@Nullable Object, GroupValue> read) {

    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);
    private static final int MONTHS = 12;

    private static final int MAX_SINGLE_NUMBERS = 12;

    /** Divides by a value as it is; the empty text is none. */
    static KeyQuery each(Field<?> field) {
        return new KeyQuery(
                field,
                value ->
                        value == null || value.equals("")
                                ? new GroupValue.Missing()
                                : new GroupValue.Is(text(value)));
    }

    /** Divides by whether a condition holds. */
    static KeyQuery carried(Condition condition) {
        Field<Integer> field = DSL.when(condition, DSL.inline(1)).otherwise(DSL.inline(0));
        return new KeyQuery(
                field, value -> new GroupValue.Carried(String.valueOf(value).equals("1")));
    }

    /** Divides nobody: all rows have this value. */
    static KeyQuery always(GroupValue value) {
        return new KeyQuery(DSL.inline(1), _ -> value);
    }

    /** Divides by the first day of each span, found by counting days, weeks or months. */
    static KeyQuery span(Field<LocalDate> day, Dimension.TimeStep step) {
        return switch (step) {
            case DAY -> counted(DSL.localDateDiff(day, DSL.inline(A_MONDAY)), A_MONDAY::plusDays);
            case WEEK ->
                    counted(
                            DSL.floor(
                                    DSL.localDateDiff(day, DSL.inline(A_MONDAY))
                                            .cast(SQLDataType.DOUBLE)
                                            .div(DSL.inline(7.0))),
                            A_MONDAY::plusWeeks);
            case MONTH ->
                    counted(
                            DSL.year(day).mul(MONTHS).plus(DSL.month(day)),
                            months -> LocalDate.of(0, 1, 1).plusMonths(months - 1));
        };
    }

    private static KeyQuery counted(Field<? extends Number> spans, LongFunction<LocalDate> begin) {
        return new KeyQuery(
                spans,
                value ->
                        value == null
                                ? new GroupValue.Missing()
                                : new GroupValue.Begins(
                                        begin.apply(new BigDecimal(value.toString()).longValue())));
    }

    /** Divides by day. */
    static KeyQuery day(Field<LocalDate> day) {
        return new KeyQuery(
                day,
                value ->
                        value instanceof LocalDate date
                                ? new GroupValue.Begins(date)
                                : new GroupValue.Missing());
    }

    /**
     * Divides by an attribute: few whole numbers singly, many and decimals by ranges.
     *
     * @param low its lowest value; null where it has none
     * @param high its highest value; null where it has none
     */
    static KeyQuery attribute(
            Attribute attribute, Field<?> column, @Nullable Object low, @Nullable Object high) {
        return switch (attribute.type()) {
            case TEXT, BOOLEAN -> each(column);
            case INTEGER, DECIMAL ->
                    low instanceof BigDecimal from && high instanceof BigDecimal to
                            ? numbers(attribute, column, from, to)
                            : each(column);
            case DATE ->
                    low instanceof LocalDate from && high instanceof LocalDate to
                            ? days(column.coerce(LocalDate.class), from, to)
                            : each(column);
            case DATETIME ->
                    low instanceof LocalDateTime from && high instanceof LocalDateTime to
                            ? days(
                                    column.cast(SQLDataType.LOCALDATE),
                                    from.toLocalDate(),
                                    to.toLocalDate())
                            : each(column);
        };
    }

    private static KeyQuery numbers(
            Attribute attribute, Field<?> column, BigDecimal low, BigDecimal high) {
        boolean few =
                attribute.type() == AttributeType.INTEGER
                        && high.subtract(low).compareTo(BigDecimal.valueOf(MAX_SINGLE_NUMBERS)) < 0;
        if (few) {
            return each(column);
        }
        List<BigDecimal> bounds = SourceQueries.roundBounds(low, high, attribute.type());
        return ranges(
                column,
                bounds.stream().map(bound -> below(column, bound)).toList(),
                bounds.stream().map(KeyQuery::text).toList());
    }

    /** A whole bound as a whole number: it spares the database to make a decimal of each value. */
    private static Condition below(Field<?> column, BigDecimal bound) {
        return bound.stripTrailingZeros().scale() <= 0
                ? column.coerce(SQLDataType.DECIMAL_INTEGER)
                        .lt(DSL.inline(bound.toBigIntegerExact()))
                : column.coerce(SQLDataType.NUMERIC).lt(DSL.inline(bound));
    }

    private static KeyQuery days(Field<LocalDate> column, LocalDate low, LocalDate high) {
        List<LocalDate> bounds = SourceQueries.roundBounds(low, high);
        return ranges(
                column,
                bounds.stream().map(column::lt).toList(),
                bounds.stream().map(LocalDate::toString).toList());
    }

    /**
     * @param below whether the value is below each bound
     */
    private static KeyQuery ranges(
            Field<?> column, List<? extends Condition> below, List<String> bounds) {
        CaseConditionStep<Integer> which =
                DSL.when(column.isNull(), DSL.inline((Integer) null, SQLDataType.INTEGER));
        for (int i = 1; i < below.size(); i++) {
            which = which.when(below.get(i), DSL.inline(i));
        }
        return new KeyQuery(
                which,
                value -> {
                    if (value == null) {
                        return new GroupValue.Missing();
                    }
                    int i = Integer.parseInt(value.toString());
                    return new GroupValue.Between(bounds.get(i - 1), bounds.get(i));
                });
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
