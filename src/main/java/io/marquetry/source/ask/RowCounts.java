package io.marquetry.source.ask;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;

/**
 * Counts audiences of an engine that hands its rows over sooner than it compares them: who
 * satisfies which rule is found by one pass over its tables, and the audiences are made of that.
 */
final class RowCounts {

    private final MembershipPass pass;
    private final TagCatalog tags;
    private final long profiles;

    RowCounts(MembershipPass pass, TagCatalog tags, long profiles) {
        this.pass = pass;
        this.tags = tags;
        this.profiles = profiles;
    }

    /** Returns how many are in the audience, then how many of them in each of the others. */
    List<Long> count(
            AudienceExpression within, List<AudienceExpression> others, CancelSignal signal) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        Stream.concat(Stream.of(within), others.stream())
                .map(Expressions::leavesIn)
                .forEach(leaves::addAll);
        People people = new People(found(leaves, signal));
        long[] audience = people.of(within);
        List<Long> counts = new ArrayList<>();
        counts.add(size(audience));
        for (AudienceExpression other : others) {
            signal.check();
            counts.add(size(people.joined(audience, people.of(other), (a, b) -> a & b)));
        }
        return counts;
    }

    private Map<Leaf, long[]> found(Collection<Leaf> leaves, CancelSignal signal) {
        List<TagRule> rules = leaves.stream().map(RowCounts::rule).toList();
        List<long[]> bits = pass.memberships(rules, tags, _ -> {}, signal);
        Map<Leaf, long[]> found = new HashMap<>();
        int next = 0;
        for (Leaf leaf : leaves) {
            found.put(leaf, bits.get(next++));
        }
        return found;
    }

    private static TagRule rule(Leaf leaf) {
        return switch (leaf) {
            case TagRef ref -> new TagRule.HasTag(ref.tag());
            case AudienceExpression.Condition tested -> tested.rule();
        };
    }

    private static long size(long[] people) {
        return Arrays.stream(people).map(Long::bitCount).sum();
    }

    /** Who is in which expression, a bit for each profile; no bit behind the last one. */
    private final class People {

        private final Map<Leaf, long[]> found;
        private final int words = Math.toIntExact((profiles + Long.SIZE - 1) / Long.SIZE);

        People(Map<Leaf, long[]> found) {
            this.found = found;
        }

        long[] of(AudienceExpression expression) {
            return Expressions.stated(expression).map(this::stated).orElseGet(this::everybody);
        }

        private long[] stated(AudienceExpression expression) {
            return switch (expression) {
                case Leaf leaf -> Objects.requireNonNull(found.get(leaf));
                case AllOf all -> joined(all, (a, b) -> a & b);
                case AnyOf any -> joined(any, (a, b) -> a | b);
                case Except except ->
                        joined(everybody(), joined(except, (a, b) -> a | b), (a, b) -> a & ~b);
            };
        }

        private long[] joined(Group group, LongBinaryOperator how) {
            return group.members().stream()
                    .map(this::stated)
                    .reduce((a, b) -> joined(a, b, how))
                    .orElseGet(this::everybody);
        }

        long[] joined(long[] one, long[] other, LongBinaryOperator how) {
            long[] both = new long[words];
            for (int i = 0; i < words; i++) {
                both[i] = how.applyAsLong(one[i], other[i]);
            }
            return both;
        }

        private long[] everybody() {
            long[] all = new long[words];
            Arrays.fill(all, -1);
            int last = (int) (profiles % Long.SIZE);
            if (last != 0) {
                all[words - 1] = (1L << last) - 1;
            }
            return all;
        }
    }
}
