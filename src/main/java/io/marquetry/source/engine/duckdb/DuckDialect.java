package io.marquetry.source.engine.duckdb;

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

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How DuckDB is spoken to. */
public final class DuckDialect implements Dialect {

    @Override
    public SQLDialect jooq() {
        return SQLDialect.DUCKDB;
    }

    @Override
    public Condition compareInOrder(
            Field<String> field, Comparison comparison, Field<String> text) {
        // DuckDB compares bytes of UTF-8.
        return Operand.compared(field, comparison, text);
    }

    @Override
    public Condition has(Field<String> field, TagRule.Part part, String text) {
        return switch (part) {
            case CONTAINS -> says("contains", field, text);
            case STARTS_WITH -> Dialect.startsWith(field, text);
            case ENDS_WITH -> says("ends_with", field, text);
        };
    }

    @Override
    public <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type) {
        // As rows of a query: DuckDB takes minutes to read as many values one by one.
        JoinedValues joined = JoinedValues.of(values);
        Field<String> text = DSL.field(DSL.name("listed", "v"), SQLDataType.VARCHAR);
        Field<String[]> cut =
                DSL.function(
                        DSL.name("string_split"),
                        SQLDataType.VARCHAR.array(),
                        DSL.val(joined.text()),
                        DSL.val(joined.mark()));
        return field.in(DSL.select(text.cast(type)).from(DSL.unnest(cut).as("listed", "v")));
    }

    @Override
    public LocalDateTime kept(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public NumberKind counts() {
        return new NumberKind.Fixed(0);
    }

    @Override
    public Field<Long> countWhere(Condition condition) {
        // DuckDB reads the rows of a filter once for each aggregate, which takes a third longer.
        return DSL.aggregate(DSL.systemName("count_if"), SQLDataType.BIGINT, DSL.field(condition));
    }

    /** It groups all events anyway; a query within would do that for each rule. */
    @Override
    public boolean joinsEvents() {
        return true;
    }

    @Override
    public boolean keepsNamedQueries() {
        return true;
    }

    @Override
    public Field<String> md5(Field<String> text) {
        return DSL.md5(text);
    }

    @Override
    public boolean dividesAtOnce() {
        // Columns are read once for all divisions.
        return true;
    }

    private static Condition says(String function, Field<String> field, String text) {
        return DSL.condition(
                DSL.function(DSL.name(function), SQLDataType.BOOLEAN, field, DSL.val(text)));
    }
}
