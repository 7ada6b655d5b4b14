package io.marquetry.source.check;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How large a rule is with the rules of all tags that it names written out: tags that name two tags
 * each double with every step.
 *
 * @param parts comparisons in all
 * @param depth how deep they nest
 */
public record RuleExtent(long parts, int depth) {

    /** Most values in a list. */
    public static final int MAX_LIST = 100_000;

    private static final long MAX_PARTS = 5_000;
    private static final int MAX_DEPTH = 200;

    /** Returns why a query of this extent is not asked, if it is not. */
    Optional<Problem> refusal() {
        return parts > MAX_PARTS || depth > MAX_DEPTH
                ? Optional.of(Problem.of("problem.rule.tooLarge", MAX_PARTS, MAX_DEPTH))
                : Optional.empty();
    }

    /** Measures a rule; tags that it names have to be known and free of cycles. */
    public static RuleExtent of(TagRule rule, TagCatalog tags) {
        return new Measure(tags).of(rule);
    }

    /** Measures an expression; its tags have to be known and free of cycles. */
    public static RuleExtent of(AudienceExpression expression, TagCatalog tags) {
        return new Measure(tags).of(expression);
    }

    private static <T> RuleExtent around(List<T> parts, Function<T, RuleExtent> measure) {
        long sum = 0;
        int deepest = 0;
        for (T part : parts) {
            RuleExtent extent = measure.apply(part);
            sum = Math.min(sum + extent.parts, Integer.MAX_VALUE);
            deepest = Math.max(deepest, extent.depth);
        }
        return new RuleExtent(sum, deepest + 1);
    }

    private static final class Measure {

        private static final RuleExtent LEAF = new RuleExtent(1, 1);

        private final Map<TagKey, RuleExtent> done = new HashMap<>();
        private final TagCatalog tags;

        private Measure(TagCatalog tags) {
            this.tags = tags;
        }

        private RuleExtent of(AudienceExpression expression) {
            return switch (expression) {
                case TagRef ref -> tag(ref.tag());
                case Condition condition -> LEAF;
                case Group group -> around(group.members(), this::of);
            };
        }

        private RuleExtent of(TagRule rule) {
            return switch (rule) {
                case TagRule.HasTag has -> tag(has.tag());
                case TagRule.All all -> around(all.rules(), this::of);
                case TagRule.Any any -> around(any.rules(), this::of);
                case TagRule.Not not -> around(List.of(not.rule()), this::of);
                case TagRule.Events events ->
                        around(events.where().map(List::of).orElse(List.of()), this::of).plusOne();
                case TagRule.Compare c -> LEAF;
                case TagRule.Between b -> LEAF;
                case TagRule.InLast l -> LEAF;
                case TagRule.InList l -> LEAF;
                case TagRule.Match m -> LEAF;
                case TagRule.Missing m -> LEAF;
            };
        }

        private RuleExtent tag(TagKey key) {
            RuleExtent known = done.get(key);
            if (known == null) {
                known = of(tags.rule(key));
                done.put(key, known);
            }
            return known;
        }
    }

    private RuleExtent plusOne() {
        return new RuleExtent(parts + 1, depth);
    }
}
