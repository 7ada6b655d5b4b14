package io.marquetry.source.sql;

import io.marquetry.source.EventStream;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;

import java.util.function.BiFunction;

/** Turns a rule on events into a condition on profiles. */
@FunctionalInterface
interface EventRules {

    /**
     * Returns the condition, never NULL, that a profile satisfies the rule.
     *
     * @param filters makes the condition of a rule on single events
     */
    Condition condition(TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters);
}
