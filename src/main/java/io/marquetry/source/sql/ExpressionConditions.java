package io.marquetry.source.sql;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.tag.TagCatalog;

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

    /** Returns the condition that a profile is in the audience; nothing stated is everybody. */
    public Condition of(AudienceExpression expression) {
        return Expressions.stated(expression).map(this::stated).orElseGet(DSL::trueCondition);
    }

    private Condition stated(AudienceExpression expression) {
        Condition shorter = known.get(expression);
        return shorter != null ? shorter : whole(expression);
    }

    private Condition whole(AudienceExpression expression) {
        return switch (expression) {
            case TagRef ref -> rules.of(tags.rule(ref.tag()));
            case AudienceExpression.Condition tested -> rules.of(tested.rule());
            // Flat lists: two by two they would nest as deep as they are long.
            case AllOf all -> DSL.and(members(all));
            case AnyOf any -> DSL.or(members(any));
            case Except except -> DSL.not(DSL.or(members(except)));
        };
    }

    private List<Condition> members(Group group) {
        return group.members().stream().map(this::stated).toList();
    }
}
