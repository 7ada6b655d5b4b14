package io.marquetry.source.sql;

import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.jooq.Condition;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What a rule reduces a profile's events to, and which of them it counts. */
public final class EventAggregate {

    private final TagRule.Events rule;
    private final EventStream stream;
    private final Operands operands;

    /** The conditions of those that count, as far as an aggregate does not see to them itself. */
    private final List<Condition> chosen = new ArrayList<>();

    private final List<Condition> counted = new ArrayList<>();

    public EventAggregate(
            TagRule.Events rule,
            EventStream stream,
            Operands operands,
            BiFunction<TagRule, EventStream, Condition> filters) {
        this.rule = rule;
        this.stream = stream;
        this.operands = operands;
        window(rule.window());
        rule.where()
                .map(where -> filters.apply(where, stream))
                .ifPresent(
                        where -> {
                            chosen.add(where);
                            counted.add(where);
                        });
        switch (rule.aggregate()) {
            case COUNT -> {}
            case SUM, MIN, MAX, LATEST -> counted.add(measure().field().isNotNull());
        }
    }

    /**
     * Returns the conditions of the events that count, but for what the aggregate passes over
     * itself; NULL serves as false.
     */
    List<Condition> chosen() {
        return List.copyOf(chosen);
    }

    /** Returns the conditions of the events that count. */
    public List<Condition> counted() {
        return List.copyOf(counted);
    }

    /** Returns the aggregate over events that all count. */
    public Operand overCounted() {
        return switch (rule.aggregate()) {
            case COUNT -> operands.count();
            case SUM, MIN, MAX, LATEST -> reduced(measure());
        };
    }

    /** Returns the aggregate over all events, of which it takes those that count. */
    public Operand overAll() {
        return switch (rule.aggregate()) {
            case COUNT -> operands.count(DSL.and(chosen));
            // Aggregates pass over what is missing themselves.
            case SUM, MIN, MAX, LATEST ->
                    reduced(chosen.isEmpty() ? measure() : measure().when(DSL.and(chosen)));
        };
    }

    private Operand reduced(Operand measure) {
        return switch (rule.aggregate()) {
            case COUNT -> throw new IllegalStateException("counting needs no measure");
            case SUM -> {
                if (!(measure instanceof Operand.OfNumber number)) {
                    throw new IllegalArgumentException("no number: " + rule);
                }
                yield number.sum();
            }
            case MIN -> measure.least();
            case MAX, LATEST -> measure.greatest();
        };
    }

    /** Returns what is reduced; counting reduces nothing. */
    public Operand measure() {
        return switch (rule.aggregate()) {
            case LATEST -> time();
            case COUNT, SUM, MIN, MAX ->
                    operands.of(
                            stream.table(),
                            rule.measure()
                                    .flatMap(stream::field)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "no measure " + rule)));
        };
    }

    private void window(Window window) {
        switch (window) {
            case Window.Always always -> {}
            case Window.InLast last ->
                    within(
                            new Value.Day(last.length().first(operands.today())),
                            new Value.Day(operands.today()));
            case Window.Last last -> within(last.length(), new Value.Day(operands.today()));
            case Window.Days days -> within(new Value.Day(days.from()), new Value.Day(days.to()));
        }
    }

    private void within(Value from, Value to) {
        Operand time = time();
        List<Condition> bounds =
                List.of(
                        time.compare(Comparison.AT_LEAST, from),
                        time.compare(Comparison.AT_MOST, to));
        Condition known = time.field().isNotNull();
        counted.add(known);
        counted.addAll(bounds);
        // What is compared with a missing time is missing: aggregates take that for false.
        if (bounds.contains(DSL.trueCondition())) {
            chosen.add(known);
        }
        chosen.addAll(bounds);
    }

    private Operand time() {
        return operands.of(
                stream.table(),
                new Attribute(stream.name(), stream.timeType(), stream.timeColumn()));
    }
}
