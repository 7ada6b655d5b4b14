package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks over audience expressions. */
public final class Expressions {

    private Expressions() {}

    /** Returns the tags that are named, in order of first appearance. */
    public static Set<TagKey> tagsIn(AudienceExpression expression) {
        Set<TagKey> found = new LinkedHashSet<>();
        for (Leaf leaf : leavesIn(expression)) {
            switch (leaf) {
                case TagRef ref -> found.add(ref.tag());
                case Condition condition -> {}
            }
        }
        return found;
    }

    /** Returns the conditions, in order of first appearance. */
    public static Set<TagRule.OnField> conditionsIn(AudienceExpression expression) {
        Set<TagRule.OnField> found = new LinkedHashSet<>();
        for (Leaf leaf : leavesIn(expression)) {
            switch (leaf) {
                case TagRef ref -> {}
                case Condition condition -> found.add(condition.rule());
            }
        }
        return found;
    }

    /** Returns the tags and conditions, in order of first appearance. */
    public static Set<Leaf> leavesIn(AudienceExpression expression) {
        Set<Leaf> found = new LinkedHashSet<>();
        collect(expression, found);
        return found;
    }

    /** Returns how deep groups are nested: 0 for a tag or condition, 1 for a group of them. */
    public static int depth(AudienceExpression expression) {
        return switch (expression) {
            case Leaf leaf -> 0;
            case Group group ->
                    1 + group.members().stream().mapToInt(Expressions::depth).max().orElse(0);
        };
    }

    /** Returns the expression without groups that state nothing; empty where nothing is left. */
    public static Optional<AudienceExpression> stated(AudienceExpression expression) {
        return switch (expression) {
            case Leaf leaf -> Optional.of(leaf);
            case Group group -> {
                List<AudienceExpression> members =
                        group.members().stream()
                                .map(Expressions::stated)
                                .flatMap(Optional::stream)
                                .toList();
                yield members.isEmpty()
                        ? Optional.empty()
                        : Optional.of(group.withMembers(members));
            }
        };
    }

    /** Returns whether some group, the outermost aside, has no members. */
    public static boolean hasEmptyGroup(Group root) {
        return root.members().stream()
                .anyMatch(m -> m instanceof Group g && (g.members().isEmpty() || hasEmptyGroup(g)));
    }

    private static void collect(AudienceExpression expression, Set<Leaf> found) {
        switch (expression) {
            case Leaf leaf -> found.add(leaf);
            case Group group -> group.members().forEach(m -> collect(m, found));
        }
    }
}
