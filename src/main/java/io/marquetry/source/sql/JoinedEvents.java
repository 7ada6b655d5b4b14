package io.marquetry.source.sql;

import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Window;

import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reduces the events of each profile once for many rules: each stream is grouped in one table of
 * aggregates, which is joined to the profiles. Rules that differ in what they compare with share an
 * aggregate.
 */
public final class JoinedEvents implements EventRules {

    private static final String PROFILE = "P";

    private final ProfileModel model;
    private final Operands operands;
    private final Map<String, Map<Reduction, Operand>> streams = new LinkedHashMap<>();

    public JoinedEvents(ProfileModel model, Operands operands) {
        this.model = model;
        this.operands = operands;
    }

    /** Returns how many aggregates each profile needs. */
    public int aggregates() {
        return streams.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public Condition condition(
            TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters) {
        EventStream stream = stream(rule.stream());
        Map<Reduction, Operand> own =
                streams.computeIfAbsent(stream.name(), name -> new LinkedHashMap<>());
        Reduction reduction =
                new Reduction(rule.aggregate(), rule.measure(), rule.window(), rule.where());
        Operand all =
                own.computeIfAbsent(
                        reduction,
                        r -> new EventAggregate(rule, stream, operands, filters).overAll());
        int position = List.copyOf(own.keySet()).indexOf(reduction);
        Operand reduced = all.at(DSL.name(table(stream), column(position)));
        return switch (rule.aggregate()) {
            case COUNT, SUM -> orZero(reduced).compare(rule.comparison(), rule.value());
            case MIN, MAX, LATEST ->
                    DSL.and(
                            List.of(
                                    reduced.field().isNotNull(),
                                    reduced.compare(rule.comparison(), rule.value())));
        };
    }

    /**
     * Returns the profiles with their aggregates, once all conditions are made.
     *
     * @param range whose events are reduced; empty: everybody's
     */
    public Table<?> table(Optional<OrdinalRange> range) {
        return joined(stream -> aggregates(stream, range).asTable(DSL.name(table(stream))));
    }

    /** Returns the same where a statement names the aggregates, to ask for them several times. */
    public Table<?> namedTable() {
        return joined(stream -> DSL.table(DSL.name(table(stream))));
    }

    /** Returns the aggregates of everybody, as a statement names them. */
    public List<CommonTableExpression<?>> named() {
        return streams.keySet().stream()
                .map(this::stream)
                .<CommonTableExpression<?>>map(
                        stream ->
                                DSL.name(table(stream))
                                        .asMaterialized(aggregates(stream, Optional.empty())))
                .toList();
    }

    private Table<?> joined(Function<EventStream, Table<?>> aggregates) {
        Table<?> joined = operands.table(model.table());
        Field<Object> id = DSL.field(DSL.name(model.table(), model.idColumn()));
        for (String name : streams.keySet()) {
            EventStream stream = stream(name);
            Field<Object> profile = DSL.field(DSL.name(table(stream), PROFILE));
            joined = joined.leftJoin(aggregates.apply(stream)).on(id.eq(profile));
        }
        return joined;
    }

    private Select<Record> aggregates(EventStream stream, Optional<OrdinalRange> range) {
        List<Operand> reduced = List.copyOf(streams.getOrDefault(stream.name(), Map.of()).values());
        Field<Long> profile =
                DSL.field(DSL.name(stream.table(), stream.profileColumn()), SQLDataType.BIGINT);
        List<Field<?>> fields = new ArrayList<>();
        fields.add(profile.as(DSL.name(PROFILE)));
        for (int i = 0; i < reduced.size(); i++) {
            fields.add(reduced.get(i).field().as(DSL.name(column(i))));
        }
        return DSL.select(fields)
                .from(operands.table(stream.table()))
                .where(range.map(r -> r.holds(profile)).orElseGet(profile::isNotNull))
                .groupBy(profile);
    }

    /** Count and sum of nothing are 0; profiles without events have no row to join. */
    private static Operand orZero(Operand reduced) {
        if (reduced instanceof Operand.OfNumber number) {
            return number.orZero();
        }
        throw new IllegalArgumentException("no number: " + reduced);
    }

    private EventStream stream(String name) {
        return model.stream(name)
                .orElseThrow(() -> new IllegalArgumentException("no stream " + name));
    }

    private static String table(EventStream stream) {
        // No table of the source has this name: they have no blanks.
        return "by profile " + stream.table();
    }

    private static String column(int position) {
        return "A" + position;
    }

    /** What is reduced how: all of a rule but what it compares with. */
    private record Reduction(
            TagRule.Aggregate aggregate,
            Optional<String> measure,
            Window window,
            Optional<TagRule> where) {}
}
