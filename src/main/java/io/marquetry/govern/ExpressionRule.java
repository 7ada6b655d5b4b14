package io.marquetry.govern;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An audience said as the rule of a tag. */
final class ExpressionRule {

    private ExpressionRule() {}

    /** Returns the rule; empty where the expression states nothing. */
    static Optional<TagRule> of(AudienceExpression expression) {
        return switch (expression) {
            case AudienceExpression.TagRef one -> Optional.of(new TagRule.HasTag(one.tag()));
            case AudienceExpression.Condition one -> Optional.of(one.rule());
            case AudienceExpression.AllOf all -> joined(all, TagRule.All::new);
            case AudienceExpression.AnyOf any -> joined(any, TagRule.Any::new);
            case AudienceExpression.Except except ->
                    joined(except, rules -> new TagRule.Not(new TagRule.Any(rules)));
        };
    }

    private static Optional<TagRule> joined(
            AudienceExpression.Group group, Function<List<TagRule>, TagRule> join) {
        List<TagRule> rules =
                group.members().stream().flatMap(member -> of(member).stream()).toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(join.apply(rules));
    }
}
