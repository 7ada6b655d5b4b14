package io.marquetry.source.query;

import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Conditions on what a profile's events come to, as {@code id in (select profile … group by …
 * having …)}: the inner query does not depend on the outer row, so it runs once.
 */
final class EventConditions {

    private EventConditions() {}

    static Condition of(
            TagRule.Events rule,
            ProfileModel model,
            Operands operands,
            BiFunction<TagRule, EventStream, Condition> filters) {
        EventStream stream =
                model.stream(rule.stream())
                        .orElseThrow(() -> new IllegalArgumentException("no stream " + rule));
        Field<Object> profile = DSL.field(DSL.name(stream.table(), stream.profileColumn()));
        List<Condition> counted = new ArrayList<>();
        counted.add(profile.isNotNull());
        counted.addAll(window(stream, rule.window(), operands));
        rule.where().ifPresent(where -> counted.add(filters.apply(where, stream)));
        Operand reduced = reduced(rule, stream, operands, counted);
        Condition having = reduced.compare(rule.comparison(), rule.value());

        Field<Object> id = DSL.field(DSL.name(model.table(), model.idColumn()));
        if (holdsWithoutEvents(rule)) {
            // Count and sum of nothing are 0, and the inner query has no row for these profiles.
            return id.notIn(profiles(profile, stream, counted, DSL.not(having)));
        }
        return id.in(profiles(profile, stream, counted, having));
    }

    private static Select<? extends org.jooq.Record1<Object>> profiles(
            Field<Object> profile, EventStream stream, List<Condition> counted, Condition having) {
        return DSL.select(profile)
                .from(DSL.table(DSL.name(stream.table())))
                .where(DSL.and(counted))
                .groupBy(profile)
                .having(having);
    }

    /** Returns the aggregate; adds to the conditions that its measure is known. */
    private static Operand reduced(
            TagRule.Events rule, EventStream stream, Operands operands, List<Condition> counted) {
        return switch (rule.aggregate()) {
            case COUNT -> operands.count();
            case SUM -> {
                Operand measure = measure(rule, stream, operands, counted);
                if (!(measure instanceof Operand.OfNumber number)) {
                    throw new IllegalArgumentException("no number: " + rule);
                }
                yield number.sum();
            }
            case MIN -> measure(rule, stream, operands, counted).least();
            case MAX -> measure(rule, stream, operands, counted).greatest();
            case LATEST -> {
                Operand time = time(stream, operands);
                counted.add(time.field().isNotNull());
                yield time.greatest();
            }
        };
    }

    private static Operand measure(
            TagRule.Events rule, EventStream stream, Operands operands, List<Condition> counted) {
        Attribute field =
                rule.measure()
                        .flatMap(stream::field)
                        .orElseThrow(() -> new IllegalArgumentException("no measure " + rule));
        Operand measure = operands.of(stream.table(), field);
        counted.add(measure.field().isNotNull());
        return measure;
    }

    private static List<Condition> window(EventStream stream, Window window, Operands operands) {
        Operand time = time(stream, operands);
        return switch (window) {
            case Window.Always always -> List.of();
            case Window.Last last -> within(time, last.length(), new Value.Day(operands.today()));
            case Window.Days days ->
                    within(time, new Value.Day(days.from()), new Value.Day(days.to()));
        };
    }

    private static List<Condition> within(Operand time, Value from, Value to) {
        return List.of(
                time.field().isNotNull(),
                time.compare(Comparison.AT_LEAST, from),
                time.compare(Comparison.AT_MOST, to));
    }

    private static Operand time(EventStream stream, Operands operands) {
        return operands.of(
                stream.table(),
                new Attribute(stream.name(), stream.timeType(), stream.timeColumn()));
    }

    private static boolean holdsWithoutEvents(TagRule.Events rule) {
        return switch (rule.aggregate()) {
            case COUNT, SUM ->
                    rule.value() instanceof Value.Number n
                            && rule.comparison().holds(BigDecimal.ZERO.compareTo(n.number()));
            case MIN, MAX, LATEST -> false;
        };
    }
}
