package io.marquetry.source.sql;

import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Window;

import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.Collection;
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
    // No table of a source has this name: they have no blanks.
    private static final Name GATHERED = DSL.name("profiles with events");

    private final ProfileModel model;
    private final Operands operands;
    private final boolean gathered;
    private final Map<String, Map<Reduction, Reduced>> streams = new LinkedHashMap<>();

    public JoinedEvents(ProfileModel model, Operands operands) {
        this(model, operands, false);
    }

    private JoinedEvents(ProfileModel model, Operands operands, boolean gathered) {
        this.model = model;
        this.operands = operands;
        this.gathered = gathered;
    }

    /**
     * Returns the same where a statement gathers the profiles with their aggregates once, to ask
     * for them several times: the aggregates are columns of the profile table.
     */
    public static JoinedEvents gathered(ProfileModel model, Operands operands) {
        return new JoinedEvents(model, operands, true);
    }

    /** Returns what the table is called that holds profiles and aggregates, where it is one. */
    public Optional<String> gatheredAs() {
        return gathered ? Optional.of(model.table()) : Optional.empty();
    }

    /** Returns how many aggregates each profile needs. */
    public int aggregates() {
        return streams.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public Condition condition(
            TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters) {
        Operand reduced = reduced(rule, filters);
        return switch (rule.aggregate()) {
            case COUNT, SUM -> orZero(reduced).compare(rule.comparison(), rule.value());
            case MIN, MAX, LATEST ->
                    DSL.and(
                            List.of(
                                    reduced.field().isNotNull(),
                                    reduced.compare(rule.comparison(), rule.value())));
        };
    }

    @Override
    public Condition where(
            TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters) {
        Condition compared = reduced(rule, filters).compare(rule.comparison(), rule.value());
        // Who has no events satisfies the rule there, or seems to.
        return EventConditions.holdsWithoutEvents(rule)
                        || rule.comparison() == Comparison.NOT_EQUAL
                        || compared.equals(DSL.trueCondition())
                ? condition(rule, filters)
                : compared;
    }

    /** Returns what the events of a profile come to; missing where it has none. */
    private Operand reduced(
            TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters) {
        EventStream stream = stream(rule.stream());
        Map<Reduction, Reduced> own =
                streams.computeIfAbsent(stream.name(), name -> new LinkedHashMap<>());
        Reduction reduction =
                new Reduction(rule.aggregate(), rule.measure(), rule.window(), rule.where());
        Operand all =
                own.computeIfAbsent(
                                reduction,
                                _ ->
                                        Reduced.of(
                                                new EventAggregate(
                                                        rule, stream, operands, filters)))
                        .all();
        int position = List.copyOf(own.keySet()).indexOf(reduction);
        return all.at(
                gathered
                        ? DSL.name(model.table(), gathered(stream, position))
                        : DSL.name(table(stream), column(position)));
    }

    /**
     * Returns the profiles with their aggregates, once all conditions are made.
     *
     * @param range whose events are reduced; empty: everybody's
     */
    public Table<?> table(Optional<OrdinalRange> range) {
        return joined(stream -> aggregates(stream, range).asTable(DSL.name(table(stream))));
    }

    /**
     * Returns the profiles as the statement gathered them.
     *
     * @see #gather
     */
    public Table<?> gatheredTable() {
        return DSL.table(GATHERED).as(DSL.name(model.table()));
    }

    /**
     * Returns what gathers the profiles once, for all conditions that were made.
     *
     * @param columns of the profile table that the conditions are about
     * @param often whether the statement asks for them several times
     */
    public CommonTableExpression<?> gather(Collection<String> columns, boolean often) {
        List<Field<?>> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(DSL.field(DSL.name(model.table(), column)).as(DSL.name(column)));
        }
        for (String name : streams.keySet()) {
            EventStream stream = stream(name);
            int own = streams.getOrDefault(name, Map.of()).size();
            for (int i = 0; i < own; i++) {
                fields.add(
                        DSL.field(DSL.name(table(stream), column(i)))
                                .as(DSL.name(gathered(stream, i))));
            }
        }
        if (fields.isEmpty()) {
            fields.add(DSL.inline(1));
        }
        Select<Record> gathered = DSL.select(fields).from(table(Optional.empty()));
        return often ? GATHERED.asMaterialized(gathered) : GATHERED.as(gathered);
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
        List<Reduced> reduced = List.copyOf(streams.getOrDefault(stream.name(), Map.of()).values());
        Field<Long> profile =
                DSL.field(DSL.name(stream.table(), stream.profileColumn()), SQLDataType.BIGINT);
        List<Field<?>> fields = new ArrayList<>();
        fields.add(profile.as(DSL.name(PROFILE)));
        for (int i = 0; i < reduced.size(); i++) {
            fields.add(reduced.get(i).all().field().as(DSL.name(column(i))));
        }
        return DSL.select(fields)
                .from(operands.table(stream.table()))
                .where(range.map(r -> r.holds(profile)).orElseGet(profile::isNotNull))
                .and(counted(reduced))
                .groupBy(profile);
    }

    /** Events that no aggregate counts need no group. */
    private static Condition counted(List<Reduced> reduced) {
        return reduced.stream().allMatch(one -> one.chosen().isPresent())
                ? DSL.or(reduced.stream().map(Reduced::chosen).flatMap(Optional::stream).toList())
                : DSL.noCondition();
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

    private static String gathered(EventStream stream, int position) {
        return table(stream) + ' ' + column(position);
    }

    private static String column(int position) {
        return "A" + position;
    }

    /**
     * An aggregate.
     *
     * @param all over all events, of which it takes those that count
     * @param chosen which these are, where it does not count nearly all
     */
    private record Reduced(Operand all, Optional<Condition> chosen) {

        static Reduced of(EventAggregate aggregate) {
            return new Reduced(
                    aggregate.overAll(),
                    aggregate.chosen().isEmpty()
                            ? Optional.empty()
                            : Optional.of(DSL.and(aggregate.chosen())));
        }
    }

    /** What is reduced how: all of a rule but what it compares with. */
    private record Reduction(
            TagRule.Aggregate aggregate,
            Optional<String> measure,
            Window window,
            Optional<TagRule> where) {}
}
