package io.marquetry.source.sql;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.Map;

/** Turns audience expressions into conditions over the profile table. */
public final class ExpressionConditions {

    private final RuleConditions rules;
    private final TagCatalog tags;
    private final Map<AudienceExpression, Condition> known;

    public ExpressionConditions(RuleConditions rules, TagCatalog tags) {
        this(rules, tags, Map.of());
    }

    private ExpressionConditions(
            RuleConditions rules, TagCatalog tags, Map<AudienceExpression, Condition> known) {
        this.rules = rules;
        this.tags = tags;
        this.known = known;
    }

    /** Returns who says the same of parts whose conditions are known in shorter words. */
    ExpressionConditions knowing(Map<AudienceExpression, Condition> parts) {
        return new ExpressionConditions(rules, tags, parts);
    }

    /**
     * Returns the condition, never NULL, that a profile is in the audience; nothing stated is
     * everybody.
     */
    public Condition of(AudienceExpression expression) {
        return of(expression, true);
    }

    /** Returns the same condition in fewer words: false or NULL for who is not in the audience. */
    public Condition where(AudienceExpression expression) {
        return of(expression, false);
    }

    private Condition of(AudienceExpression expression, boolean never) {
        return Expressions.stated(expression)
                .map(stated -> stated(stated, never))
                .orElseGet(DSL::trueCondition);
    }

    private Condition stated(AudienceExpression expression, boolean never) {
        Condition shorter = known.get(expression);
        return shorter != null ? shorter : whole(expression, never);
    }

    private Condition whole(AudienceExpression expression, boolean never) {
        return switch (expression) {
            case TagRef ref -> rule(tags.rule(ref.tag()), never);
            case AudienceExpression.Condition tested -> rule(tested.rule(), never);
            // Flat lists: two by two they would nest as deep as they are long.
            case AllOf all -> DSL.and(members(all, never));
            case AnyOf any -> DSL.or(members(any, never));
            case Except except -> DSL.not(DSL.or(members(except, true)));
        };
    }

    private Condition rule(TagRule rule, boolean never) {
        return never ? rules.of(rule) : rules.where(rule);
    }

    private List<Condition> members(Group group, boolean never) {
        return group.members().stream().map(member -> stated(member, never)).toList();
    }
}
