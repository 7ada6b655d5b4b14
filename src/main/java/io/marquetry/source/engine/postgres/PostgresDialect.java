package io.marquetry.source.engine.postgres;

import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.JoinedValues;
import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operand;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How PostgreSQL is spoken to; its texts come from {@link PostgresTables} by code points. */
public final class PostgresDialect implements Dialect {

    @Override
    public SQLDialect jooq() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Condition compareInOrder(
            Field<String> field, Comparison comparison, Field<String> text) {
        return Operand.compared(field, comparison, text);
    }

    @Override
    public Condition has(Field<String> field, TagRule.Part part, String text) {
        return switch (part) {
            case CONTAINS -> DSL.position(field, text).gt(0);
            case STARTS_WITH -> Dialect.startsWith(field, text);
            case ENDS_WITH -> field.like("%" + DSL.escape(text, '!'), '!');
        };
    }

    @Override
    public <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type) {
        // As rows of a query: PostgreSQL takes no more than 65,535 parameters.
        JoinedValues joined = JoinedValues.of(values);
        Field<String> text = DSL.field(DSL.name("listed", "v"), SQLDataType.VARCHAR);
        Field<String[]> cut =
                DSL.function(
                        DSL.name("string_to_array"),
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
        return DSL.count().filterWhere(condition).coerce(SQLDataType.BIGINT);
    }

    @Override
    public Optional<Table<?>> foundOnce(SelectLimitStep<?> conditions, Name name) {
        // Without an offset PostgreSQL would put the conditions back where they are used.
        return Optional.of(DSL.lateral(conditions.offset(DSL.inline(0)).asTable(name)));
    }

    @Override
    public Field<String> md5(Field<String> text) {
        return DSL.md5(text);
    }

    @Override
    public boolean dividesAtOnce() {
        return false;
    }
}
