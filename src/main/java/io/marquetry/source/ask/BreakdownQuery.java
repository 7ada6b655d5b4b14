package io.marquetry.source.ask;

import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Breakdown.Bar;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.Attribute;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.sql.Operand;
import io.marquetry.source.sql.RoundBounds;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Value;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Counts an audience by one attribute: the commonest values, or ranges with round bounds. */
final class BreakdownQuery {

    /** Most bars for single values; the rest is one bar of others. */
    static final int MAX_VALUES = 12;

    private final OpenSource database;
    private final Table<?> table;
    private final Attribute attribute;
    private final Operand operand;
    private final CancelSignal signal;

    BreakdownQuery(OpenSource database, String table, Attribute attribute, CancelSignal signal) {
        this.database = database;
        this.table = database.table(table);
        this.attribute = attribute;
        this.operand = database.operands(LocalDate.EPOCH).of(table, attribute);
        this.signal = signal;
    }

    /** Counts who satisfies the condition. */
    Breakdown of(Condition audience) {
        Field<?> field = operand.field();
        Record3<Integer, Integer, Integer> totals =
                database.ask(
                                ask ->
                                        ask.select(
                                                        DSL.count(),
                                                        DSL.count(field),
                                                        DSL.countDistinct(field))
                                                .from(table)
                                                .where(audience),
                                signal)
                        .getFirst();
        int distinct = totals.value3();
        List<Bar> bars =
                new ArrayList<>(
                        distinct == 0 ? List.of() : known(audience, distinct, totals.value2()));
        if (totals.value1() > totals.value2()) {
            bars.add(new Breakdown.OfMissing(totals.value1() - totals.value2()));
        }
        return new Breakdown(attribute.name(), bars);
    }

    private List<Bar> known(Condition audience, int distinct, int total) {
        return switch (operand) {
            case Operand.OfText text -> commonest(text.field(), audience, distinct, total);
            case Operand.OfTruth truth -> commonest(truth.field(), audience, distinct, total);
            case Operand.OfNumber number ->
                    distinct <= MAX_VALUES
                            ? each(number.field(), audience)
                            : ranges(
                                    number.field(),
                                    audience,
                                    (low, high) ->
                                            RoundBounds.ofNumbers(low, high, attribute.type()),
                                    (comparison, bound) ->
                                            Operand.compared(
                                                    number.field(),
                                                    comparison,
                                                    DSL.val(bound, number.field().getDataType())));
            case Operand.OfDay day ->
                    distinct <= MAX_VALUES
                            ? each(day.field(), audience)
                            : ranges(
                                    day.field(),
                                    audience,
                                    RoundBounds::ofDays,
                                    (comparison, bound) ->
                                            day.compare(comparison, new Value.Day(bound)));
            case Operand.OfMoment moment ->
                    distinct <= MAX_VALUES
                            ? each(moment.field(), audience)
                            : ranges(
                                    moment.field(),
                                    audience,
                                    (low, high) ->
                                            RoundBounds.ofDays(
                                                    low.toLocalDate(), high.toLocalDate()),
                                    (comparison, bound) ->
                                            moment.compare(comparison, new Value.Day(bound)));
        };
    }

    private <T> List<Bar> commonest(Field<T> field, Condition audience, int distinct, int total) {
        List<Bar> bars = new ArrayList<>();
        long shown = 0;
        for (Record2<T, Integer> row : counts(field, audience, DSL.count().desc())) {
            bars.add(new Breakdown.OfValue(text(row.value1()), row.value2()));
            shown += row.value2();
        }
        if (distinct > MAX_VALUES) {
            bars.add(new Breakdown.OfOthers(distinct - bars.size(), total - shown));
        }
        return bars;
    }

    private <T> List<Bar> each(Field<T> field, Condition audience) {
        return counts(field, audience, field.asc())
                .map(row -> (Bar) new Breakdown.OfValue(text(row.value1()), row.value2()));
    }

    private <T> Result<Record2<T, Integer>> counts(
            Field<T> field, Condition audience, SortField<?> order) {
        return database.ask(
                ask ->
                        ask.select(field, DSL.count())
                                .from(table)
                                .where(DSL.and(List.of(audience, field.isNotNull())))
                                .groupBy(field)
                                .orderBy(order, field.asc())
                                .limit(MAX_VALUES),
                signal);
    }

    private <T, B> List<Bar> ranges(
            Field<T> field,
            Condition audience,
            Bounds<T, B> bounds,
            BiFunction<Comparison, B, Condition> compare) {
        Record2<T, T> ends =
                database.ask(
                                ask ->
                                        ask.select(DSL.min(field), DSL.max(field))
                                                .from(table)
                                                .where(audience),
                                signal)
                        .getFirst();
        List<B> steps = bounds.between(ends.value1(), ends.value2());
        List<Field<Integer>> counts = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            Condition inside =
                    DSL.and(
                            List.of(
                                    compare.apply(Comparison.AT_LEAST, steps.get(i - 1)),
                                    compare.apply(Comparison.LESS, steps.get(i))));
            counts.add(DSL.count().filterWhere(inside));
        }
        Record row =
                database.ask(ask -> ask.select(counts).from(table).where(audience), signal)
                        .getFirst();
        List<Bar> bars = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            long count = Optional.ofNullable(row.get(counts.get(i - 1))).orElse(0);
            bars.add(new Breakdown.OfRange(text(steps.get(i - 1)), text(steps.get(i)), count));
        }
        return bars;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** Finds the bounds of ranges that hold all values from the least to the greatest. */
    @FunctionalInterface
    private interface Bounds<T, B> {
        List<B> between(T least, T greatest);
    }
}
