package io.marquetry.source.sql;

import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
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
record EventConditions(ProfileModel model, Operands operands) implements EventRules {

    @Override
    public Condition condition(
            TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters) {
        EventStream stream =
                model.stream(rule.stream())
                        .orElseThrow(() -> new IllegalArgumentException("no stream " + rule));
        Field<Object> profile = DSL.field(DSL.name(stream.table(), stream.profileColumn()));
        EventAggregate aggregate = new EventAggregate(rule, stream, operands, filters);
        List<Condition> counted = new ArrayList<>();
        counted.add(profile.isNotNull());
        counted.addAll(aggregate.counted());
        Condition having = aggregate.overCounted().compare(rule.comparison(), rule.value());

        Field<Object> id = DSL.field(DSL.name(model.table(), model.idColumn()));
        if (holdsWithoutEvents(rule)) {
            // Count and sum of nothing are 0, and the inner query has no row for these profiles.
            return id.notIn(profiles(profile, stream, counted, DSL.not(having)));
        }
        return id.in(profiles(profile, stream, counted, having));
    }

    private Select<? extends Record1<Object>> profiles(
            Field<Object> profile, EventStream stream, List<Condition> counted, Condition having) {
        return DSL.select(profile)
                .from(operands.table(stream.table()))
                .where(DSL.and(counted))
                .groupBy(profile)
                .having(having);
    }

    /** Returns whether who has no events that count satisfies the rule. */
    static boolean holdsWithoutEvents(TagRule.Events rule) {
        return switch (rule.aggregate()) {
            case COUNT, SUM ->
                    rule.value() instanceof Value.Number n
                            && rule.comparison().holds(BigDecimal.ZERO.compareTo(n.number()));
            case MIN, MAX, LATEST -> false;
        };
    }
}
