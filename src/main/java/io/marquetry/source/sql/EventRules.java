package io.marquetry.source.sql;

import io.marquetry.source.EventStream;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;

import java.util.function.BiFunction;

/** Turns a rule on events into a condition on profiles. */
interface EventRules {

    /**
     * Returns the condition, never NULL, that a profile satisfies the rule.
     *
     * @param filters makes the condition of a rule on single events; NULL serves as false
     */
    Condition condition(TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters);

    /**
     * Returns the same condition in fewer words: false or NULL for who does not satisfy the rule.
     */
    default Condition where(
            TagRule.Events rule, BiFunction<TagRule, EventStream, Condition> filters) {
        return condition(rule, filters);
    }
}
