package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.Expressions;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;

/**
 * The audience that each tag would make if it were put into one group: prepared once per edit, then
 * one pass over each tag's set.
 *
 * <p>Seen from one node, any expression is {@code (x ∩ p) ∪ q} or {@code (¬x ∩ p) ∪ q}, x being the
 * node's profiles, with p and q disjoint. What a tag t changes about x lies inside t, so the
 * audience is {@code base ± |t ∩ mask|} with a mask that does not depend on t. That is an AND and a
 * population count per tag: the least that can be read.
 */
public final class WhatIf {

    private final MembershipIndex index;
    private final long[] mask;
    private final long base;
    private final int sign;
    private final long now;

    private WhatIf(MembershipIndex index, long[] mask, long base, int sign, long now) {
        this.index = index;
        this.mask = mask;
        this.base = base;
        this.sign = sign;
        this.now = now;
    }

    /**
     * Prepares the question for a group.
     *
     * @param root the outermost group of the audience
     * @param path where the group is: indices from the outermost group downward
     */
    public static WhatIf into(MembershipIndex index, AllOf root, List<Integer> path) {
        long profiles = index.profiles();
        // Around the node: audience = (x ∩ inside) ∪ rest, or with ¬x where negated.
        long[] inside = Words.everybody(profiles);
        long[] rest = new long[inside.length];
        boolean negated = false;
        Group at = root;
        for (int step : path) {
            List<AudienceExpression> others = new ArrayList<>(at.members());
            AudienceExpression next = others.remove(step);
            if (!(next instanceof Group group)) {
                throw new IndexOutOfBoundsException("a tag has no members");
            }
            narrow(index, at.kind(), others, negated, inside, rest);
            negated ^= at.kind() == GroupKind.EXCEPT;
            at = group;
        }
        long now = index.count(root);
        List<AudienceExpression> members =
                at.members().stream()
                        .map(Expressions::stated)
                        .flatMap(java.util.Optional::stream)
                        .toList();
        return prepared(index, at.kind(), members, negated, inside, rest, now);
    }

    /** Returns how many profiles the audience has as it is. */
    public long now() {
        return now;
    }

    /** Returns how many profiles it would have with the tag added to the group. */
    public long with(TagKey tag) {
        return base + sign * index.set(tag).countAnd(mask);
    }

    /** Carries {@code inside} and {@code rest} one group deeper. */
    private static void narrow(
            MembershipIndex index,
            GroupKind kind,
            List<AudienceExpression> others,
            boolean negated,
            long[] inside,
            long[] rest) {
        List<AudienceExpression> stated =
                others.stream()
                        .map(Expressions::stated)
                        .flatMap(java.util.Optional::stream)
                        .toList();
        if (stated.isEmpty()) {
            return;
        }
        switch (kind) {
            case ALL_OF -> {
                long[] both = index.evaluate(new AllOf(stated));
                if (negated) {
                    // ¬(x ∩ o) = ¬x ∪ ¬o: who is not in the others is in for certain.
                    long[] certain = inside.clone();
                    Words.andNotInto(certain, both);
                    Words.orInto(rest, certain);
                }
                Words.andInto(inside, both);
            }
            case ANY_OF, EXCEPT -> {
                long[] one = index.evaluate(new AnyOf(stated));
                boolean certainlyIn = negated == (kind == GroupKind.EXCEPT);
                if (certainlyIn) {
                    long[] certain = inside.clone();
                    Words.andInto(certain, one);
                    Words.orInto(rest, certain);
                }
                Words.andNotInto(inside, one);
            }
        }
    }

    private static WhatIf prepared(
            MembershipIndex index,
            GroupKind kind,
            List<AudienceExpression> members,
            boolean negated,
            long[] inside,
            long[] rest,
            long now) {
        long certain = Words.count(rest);
        // The group with t added, x' below; an empty group states nothing, so t alone is the group.
        switch (kind) {
            case ALL_OF -> {
                // x' = g ∩ t
                long[] mask = members.isEmpty() ? inside : index.evaluate(new AllOf(members));
                if (!members.isEmpty()) {
                    Words.andInto(mask, inside);
                }
                return negated
                        ? new WhatIf(index, mask, certain + Words.count(inside), -1, now)
                        : new WhatIf(index, mask, certain, 1, now);
            }
            case ANY_OF, EXCEPT -> {
                // x' = g ∪ t, or its complement
                long[] group =
                        members.isEmpty()
                                ? new long[inside.length]
                                : index.evaluate(new AnyOf(members));
                boolean out = negated != (kind == GroupKind.EXCEPT);
                long[] mask = inside.clone();
                Words.andNotInto(mask, group);
                long base = out ? Words.count(mask) : Words.countAnd(inside, group);
                return new WhatIf(index, mask, certain + base, out ? -1 : 1, now);
            }
        }
        throw new IllegalStateException("three kinds of group");
    }

    /** Returns the audience without the member at a place, for tags that are in already. */
    public static AllOf without(AllOf root, List<Integer> path) {
        return (AllOf) remove(root, path, 0);
    }

    private static AudienceExpression remove(AudienceExpression at, List<Integer> path, int depth) {
        Group group = (Group) at;
        List<AudienceExpression> members = new ArrayList<>(group.members());
        int step = path.get(depth);
        if (depth == path.size() - 1) {
            members.remove(step);
        } else {
            members.set(step, remove(members.get(step), path, depth + 1));
        }
        return group.withMembers(members);
    }
}
