package io.marquetry.source.engine.mysql;

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

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How MariaDB and MySQL are spoken to; texts are compared by code points as {@link
 * MysqlConnections} sets it.
 */
final class MysqlDialect implements Dialect {

    private static final int LAST_YEAR = 9999;

    private final SQLDialect engine;

    MysqlDialect(SQLDialect engine) {
        this.engine = engine;
    }

    @Override
    public SQLDialect jooq() {
        return engine;
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
            case STARTS_WITH -> field.like(DSL.escape(text, '!') + "%", '!');
            case ENDS_WITH -> field.like("%" + DSL.escape(text, '!'), '!');
        };
    }

    @Override
    public <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type) {
        // The driver writes them into the statement, and the server sorts them once.
        return field.in(values.stream().map(value -> DSL.val(value, type)).toList());
    }

    @Override
    public LocalDateTime kept(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
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
    public Field<Long> countWhere(Condition condition) {
        return DSL.count(DSL.when(condition, DSL.inline(1))).coerce(SQLDataType.BIGINT);
    }

    @Override
    public Field<String> md5(Field<String> text) {
        return DSL.md5(text);
    }

    /** A query within costs these servers a pass over all events, for each rule. */
    @Override
    public boolean joinsEvents() {
        return true;
    }

    /** Else the events are reduced once more, for the people of the audience alone. */
    @Override
    public boolean countsAlike() {
        return true;
    }

    @Override
    public boolean dividesAtOnce() {
        return false;
    }
}
