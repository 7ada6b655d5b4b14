package io.marquetry.source.query;

import io.marquetry.source.Attribute;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.util.Map;

/** Makes operands of the columns of one open source. */
final class Operands {

    private final EngineWords words;
    private final Map<Name, NumberKind> numbers;
    private final LocalDate today;

    private Operands(EngineWords words, Map<Name, NumberKind> numbers, LocalDate today) {
        this.words = words;
        this.numbers = numbers;
        this.today = today;
    }

    /** Makes operands for H2; relative days count from {@code today}. */
    static Operands ofH2(LocalDate today) {
        return new Operands(EngineWords.H2, Map.of(), today);
    }

    /**
     * Makes operands for DuckDB; relative days count from {@code today}.
     *
     * @param numbers how it keeps the numbers of each column, by table and column
     */
    static Operands ofDuckDb(Map<Name, NumberKind> numbers, LocalDate today) {
        return new Operands(EngineWords.DUCKDB, numbers, today);
    }

    /** Returns the day that relative days count from. */
    LocalDate today() {
        return today;
    }

    /** Makes the operand for a column of a table. */
    Operand of(String table, Attribute attribute) {
        Name column = DSL.name(table, attribute.column());
        return switch (attribute.type()) {
            case TEXT -> new Operand.OfText(DSL.field(column, SQLDataType.VARCHAR), words);
            // Whole numbers, too: a bound 2.5 must not be rounded to the column's type.
            case INTEGER, DECIMAL ->
                    new Operand.OfNumber(DSL.field(column, SQLDataType.NUMERIC), kind(column));
            case DATE -> new Operand.OfDay(DSL.field(column, JavaTimeBinding.DAY), today);
            case DATETIME ->
                    new Operand.OfMoment(DSL.field(column, JavaTimeBinding.MOMENT), today, words);
            case BOOLEAN -> new Operand.OfTruth(DSL.field(column, SQLDataType.BOOLEAN));
        };
    }

    /** Makes the operand for how many rows there are. */
    Operand count() {
        return new Operand.OfNumber(DSL.count().coerce(SQLDataType.NUMERIC), countKind());
    }

    /** Makes the operand for how many rows satisfy a condition. */
    Operand count(Condition condition) {
        Field<Integer> counted = DSL.count(DSL.when(condition, DSL.inline(1)));
        return new Operand.OfNumber(counted.coerce(SQLDataType.NUMERIC), countKind());
    }

    private NumberKind countKind() {
        return switch (words) {
            case H2 -> new NumberKind.Any();
            case DUCKDB -> new NumberKind.Fixed(0);
        };
    }

    private NumberKind kind(Name column) {
        return switch (words) {
            case H2 -> new NumberKind.Any();
            case DUCKDB -> {
                NumberKind kind = numbers.get(column);
                if (kind == null) {
                    throw new IllegalArgumentException("no number: " + column);
                }
                yield kind;
            }
        };
    }
}
