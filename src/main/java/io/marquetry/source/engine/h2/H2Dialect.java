package io.marquetry.source.engine.h2;

import io.marquetry.source.sql.Dialect;
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
import java.util.List;

/** How H2 is spoken to. */
public final class H2Dialect implements Dialect {

    @Override
    public SQLDialect jooq() {
        return SQLDialect.H2;
    }

    @Override
    public Condition compareInOrder(
            Field<String> field, Comparison comparison, Field<String> text) {
        // Bytes of UTF-8 are in code point order; H2 compares UTF-16 units.
        return Operand.compared(
                field.cast(SQLDataType.VARBINARY), comparison, text.cast(SQLDataType.VARBINARY));
    }

    @Override
    public Condition has(Field<String> field, TagRule.Part part, String text) {
        // Not LIKE where it can be avoided: H2 compiles a bound pattern again for each row.
        return switch (part) {
            case CONTAINS -> DSL.position(field, text).gt(0);
            case STARTS_WITH -> DSL.position(field, text).eq(1);
            case ENDS_WITH -> field.like("%" + DSL.escape(text, '!'), '!');
        };
    }

    @Override
    public <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type) {
        // Written into the statement: H2 looks constants up, but goes through parameters one by
        // one, and keeps no more than 65,536 values in an array.
        return field.coerce(type)
                .in(values.stream().map(value -> DSL.inline(value, type)).toList());
    }

    @Override
    public LocalDateTime kept(LocalDateTime moment) {
        return moment;
    }

    @Override
    public NumberKind counts() {
        return new NumberKind.Any();
    }

    @Override
    public Field<Long> countWhere(Condition condition) {
        return DSL.count().filterWhere(condition).coerce(SQLDataType.BIGINT);
    }

    @Override
    public Field<String> md5(Field<String> text) {
        return DSL.function(
                DSL.unquotedName("rawtohex"),
                SQLDataType.VARCHAR,
                DSL.function(
                        DSL.unquotedName("hash"), SQLDataType.VARBINARY, DSL.inline("MD5"), text));
    }

    @Override
    public boolean dividesAtOnce() {
        return false;
    }
}
