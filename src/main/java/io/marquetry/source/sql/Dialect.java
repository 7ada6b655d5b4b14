package io.marquetry.source.sql;

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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What has to be said differently to an engine so that it means the same as every other. */
public interface Dialect {

    /** Returns the dialect that jOOQ speaks with it. */
    SQLDialect jooq();

    /** Returns the condition that a text compares so with another, by code points. */
    Condition compareInOrder(Field<String> field, Comparison comparison, Field<String> text);

    /** Returns the condition that a text has a part. */
    Condition has(Field<String> field, TagRule.Part part, String text);

    /** Returns that condition for the start of a text, where the engine has the usual function. */
    static Condition startsWith(Field<String> field, String text) {
        return DSL.condition(
                DSL.function(
                        DSL.systemName("starts_with"), SQLDataType.BOOLEAN, field, DSL.val(text)));
    }

    /**
     * Returns the condition that a field is one of many values, up to {@link
     * io.marquetry.source.check.RuleExtent#MAX_LIST}; NULL where the field is.
     *
     * @param type what both are compared as
     */
    <T> Condition isOneOf(Field<T> field, List<T> values, DataType<T> type);

    /** Returns the day of a moment. */
    default Field<LocalDate> day(Field<LocalDateTime> moment) {
        return moment.cast(SQLDataType.LOCALDATE);
    }

    /** Returns the last moment that the engine can keep and that is not after the moment. */
    LocalDateTime kept(LocalDateTime moment);

    /** Returns whether the engine knows a day; it cannot even be asked for one that it does not. */
    default boolean knows(LocalDate day) {
        return true;
    }

    /** Returns how it keeps numbers of rows. */
    NumberKind counts();

    /** Returns the number of rows of a group for which a condition holds, as an aggregate. */
    Field<Long> countWhere(Condition condition);

    /**
     * Returns a table of conditions that are found once for each row of the tables before it,
     * however often they are used; empty where the engine finds them again each time they are used.
     *
     * @param conditions over the tables before it
     */
    default Optional<Table<?>> foundOnce(SelectLimitStep<?> conditions, Name name) {
        return Optional.empty();
    }

    /** Returns whether a query that a statement names, and asks twice, is carried out once. */
    default boolean keepsNamedQueries() {
        return false;
    }

    /**
     * Returns whether many audiences are counted soonest by one pass that tells apart who satisfies
     * what, and not by an aggregate for each; the engine knows names of columns where it groups.
     */
    default boolean countsAlike() {
        return false;
    }

    /** Returns the sum of a column, exactly. */
    default Field<BigDecimal> sum(Field<BigDecimal> field, NumberKind kind) {
        return DSL.sum(field);
    }

    /** Returns the MD5 digest of a text in UTF-8, in hexadecimal digits of either case. */
    Field<String> md5(Field<String> text);

    /**
     * Returns whether an audience is found sooner where the events of each profile are reduced once
     * and joined, and not by a query within for each rule about them.
     */
    default boolean joinsEvents() {
        return false;
    }

    /** Returns whether one query over many divisions costs it less than a query for each. */
    boolean dividesAtOnce();
}
