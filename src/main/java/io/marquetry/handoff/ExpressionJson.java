package io.marquetry.handoff;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.tag.TagRule;

import java.util.List;
import java.util.Map;

/** Audience expressions as JSON: objects with one member, whose name is the kind. */
public final class ExpressionJson {

    private static final List<String> KINDS =
            List.of("tag", "condition", "allOf", "anyOf", "except");

    private ExpressionJson() {}

    /** Writes an expression, groups without members included. */
    public static Json write(AudienceExpression expression) {
        return switch (expression) {
            case TagRef ref -> new JsonMembers().put("tag", ref.tag().value()).done();
            case Condition condition ->
                    new JsonMembers().put("condition", TagRuleJson.write(condition.rule())).done();
            case Group group ->
                    new JsonMembers()
                            .put(name(group.kind()), group.members(), ExpressionJson::write)
                            .done();
        };
    }

    /** Reads an expression. */
    public static AudienceExpression read(JsonView view) {
        return read(view, AudienceExpression.MAX_DEPTH);
    }

    /** Reads an expression whose outermost group is all of. */
    public static AudienceExpression.AllOf readAllOf(JsonView view) {
        if (read(view) instanceof AudienceExpression.AllOf all) {
            return all;
        }
        throw view.refuse("problem.json.outermostGroup");
    }

    /** Reads a tag or a condition. */
    public static AudienceExpression.Leaf readLeaf(JsonView view) {
        if (read(view) instanceof AudienceExpression.Leaf leaf) {
            return leaf;
        }
        throw view.refuse("problem.json.leaf");
    }

    private static AudienceExpression read(JsonView view, int deeper) {
        List<Map.Entry<String, JsonView>> entries = view.entries();
        if (entries.size() != 1 || !KINDS.contains(entries.getFirst().getKey())) {
            throw view.refuse("problem.json.expression", String.join(", ", KINDS));
        }
        JsonView inner = entries.getFirst().getValue();
        return switch (entries.getFirst().getKey()) {
            case "tag" -> new TagRef(TagJson.key(inner));
            case "condition" -> new Condition(condition(inner));
            case "allOf" -> group(GroupKind.ALL_OF, inner, deeper);
            case "anyOf" -> group(GroupKind.ANY_OF, inner, deeper);
            default -> group(GroupKind.EXCEPT, inner, deeper);
        };
    }

    /** Reads the test of a condition. */
    public static TagRule.OnField condition(JsonView view) {
        if (TagRuleJson.read(view) instanceof TagRule.OnField rule) {
            return rule;
        }
        throw view.refuse("problem.json.condition");
    }

    private static Group group(GroupKind kind, JsonView members, int deeper) {
        if (deeper == 0) {
            throw members.refuse("problem.json.expressionTooDeep", AudienceExpression.MAX_DEPTH);
        }
        return kind.group(members.items(member -> read(member, deeper - 1)));
    }

    private static String name(GroupKind kind) {
        return switch (kind) {
            case ALL_OF -> "allOf";
            case ANY_OF -> "anyOf";
            case EXCEPT -> "except";
        };
    }
}
