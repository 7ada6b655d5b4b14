package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.Expressions;
import io.marquetry.index.Members;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Mask;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Tally;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audience that each tag would make if it were put into one group: prepared once per edit, then
 * one pass over each tag's set.
 *
 * <p>Seen from one node, any expression is {@code (x ∩ p) ∪ q} or {@code (¬x ∩ p) ∪ q}, x being the
 * node's profiles, with p and q disjoint. What a tag t changes about x lies inside t, so the
 * audience is {@code base ± |t ∩ mask|} with a mask that does not depend on t. That is an AND and a
 * population count per tag: the least that can be read. In the same way {@code now − |t ∩
 * audience|} is left where the tag is excluded from the whole.
 */
public final class WhatIf {

    private static final int CERTAIN = 0;
    private static final int INSIDE = 1;
    private static final int MASKED = 2;
    private static final int NOW = 3;

    /** How many numbers are counted in each block. */
    static final int COUNTERS = 4;

    private final MembershipIndex index;
    private final List<Level> levels = new ArrayList<>();
    private final GroupKind kind;
    private final Optional<Members> group;
    private final boolean negated;

    /** Where the group is the outermost one, who is in the mask is who is in the audience. */
    private final boolean outermost;

    private final Mask mask;
    private final Mask audience;
    private final Tally within;
    private final Tally carriers;
    private final long[] counted;
    private final long base;
    private final int sign;
    private final long now;

    private WhatIf(
            MembershipIndex index, AllOf root, List<Integer> path, int more, Sweep.Count beside) {
        this.index = index;
        boolean turned = false;
        Group at = root;
        for (int step : path) {
            List<AudienceExpression> others = new ArrayList<>(at.members());
            if (!(others.remove(step) instanceof Group next)) {
                throw new IndexOutOfBoundsException("a tag has no members");
            }
            GroupKind outer = at.kind();
            boolean negatedHere = turned;
            members(outer, others).ifPresent(o -> levels.add(new Level(outer, o, negatedHere)));
            turned ^= at.kind() == GroupKind.EXCEPT;
            at = next;
        }
        kind = at.kind();
        negated = turned;
        group = members(kind, at.members());
        mask = index.mask();
        outermost = path.isEmpty();
        audience = outermost ? mask : index.mask();
        Members whole = Members.of(index, root);
        counted =
                Sweep.of(
                        index.profiles(),
                        COUNTERS + more,
                        (block, counts) -> {
                            prepare(whole, block, counts);
                            beside.of(block, counts);
                        });
        within = index.tally(mask);
        carriers = outermost ? within : index.tally(audience);
        long inside = counted[INSIDE];
        long masked = counted[MASKED];
        boolean adds = kind == GroupKind.ALL_OF ? !negated : negated == (kind == GroupKind.EXCEPT);
        sign = adds ? 1 : -1;
        base =
                counted[CERTAIN]
                        + switch (kind) {
                            case ALL_OF -> adds ? 0 : inside;
                            case ANY_OF, EXCEPT -> adds ? inside - masked : masked;
                        };
        now = outermost ? masked : counted[NOW];
    }

    /**
     * Prepares the question for a group.
     *
     * @param root the outermost group of the audience
     * @param path where the group is: indices from the outermost group downward
     * @throws io.marquetry.base.ProblemException if the audience names a tag that is not indexed
     */
    public static WhatIf into(MembershipIndex index, AllOf root, List<Integer> path) {
        return into(index, root, path, 0, (block, counts) -> {});
    }

    /**
     * Prepares the question, and counts something else in the same pass, while the sets are near.
     *
     * @param more how many counters that has, behind the first {@link #COUNTERS}
     */
    static WhatIf into(
            MembershipIndex index, AllOf root, List<Integer> path, int more, Sweep.Count beside) {
        return new WhatIf(index, root, path, more, beside);
    }

    /** Returns all counters of the pass. */
    long[] counted() {
        return counted;
    }

    /** Returns how many profiles the audience has as it is. */
    public long now() {
        return now;
    }

    /** Returns how many profiles it would have with the tag added to the group. */
    public long with(TagKey tag) {
        return with(List.of(tag))[0];
    }

    /** Returns for each tag how many profiles it would have with it added to the group. */
    public long[] with(List<TagKey> tags) {
        long[] counts = index.counts(tags, within);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = base + sign * counts[i];
        }
        return counts;
    }

    /**
     * Returns for each tag how many profiles it would have if who carries it were excluded.
     *
     * @param with what {@link #with(List)} told of the same tags
     */
    long[] excluding(List<TagKey> tags, long[] with) {
        // The outermost group holds all of its members: one pass answers both.
        long[] carry = outermost ? with.clone() : index.counts(tags, carriers);
        for (int i = 0; i < carry.length; i++) {
            carry[i] = now - carry[i];
        }
        return carry;
    }

    private void prepare(Members whole, Block block, long[] counts) {
        // Around the node: audience = (x ∩ inside) ∪ rest, or with ¬x where negated.
        long[] inside = block.everybody();
        long[] rest = block.nobody();
        for (Level level : levels) {
            carry(level, inside, rest, block);
        }
        counts[CERTAIN] += block.count(rest);
        counts[INSIDE] += block.count(inside);
        group.ifPresent(own -> leaveWhoCanChange(inside, own, block));
        counts[MASKED] += block.count(inside);
        mask.put(inside, block);
        block.giveBack(inside);
        block.giveBack(rest);
        if (!outermost) {
            long[] all = whole.in(block);
            counts[NOW] += block.count(all);
            audience.put(all, block);
            block.giveBack(all);
        }
    }

    /** Carries {@code inside} and {@code rest} one group deeper. */
    private void carry(Level level, long[] inside, long[] rest, Block block) {
        long[] others = level.others().in(block);
        boolean all = level.kind() == GroupKind.ALL_OF;
        boolean othersDecide =
                all ? level.negated() : level.negated() == (level.kind() == GroupKind.EXCEPT);
        if (othersDecide) {
            // ¬(x ∩ o) = ¬x ∪ ¬o and x ∪ o: who is not, or is, in the others is in for certain.
            long[] certain = block.copyOf(inside);
            if (all) {
                Words.andNotInto(certain, others, block.length());
            } else {
                Words.andInto(certain, others, block.length());
            }
            Words.orInto(rest, certain, block.length());
            block.giveBack(certain);
        }
        if (all) {
            Words.andInto(inside, others, block.length());
        } else {
            Words.andNotInto(inside, others, block.length());
        }
        block.giveBack(others);
    }

    private void leaveWhoCanChange(long[] inside, Members own, Block block) {
        if (kind == GroupKind.ALL_OF) {
            own.narrow(inside, block);
        } else {
            own.takeOut(inside, block);
        }
    }

    /** Returns the members as one; what is excluded is taken as it stands. */
    private Optional<Members> members(GroupKind of, List<AudienceExpression> members) {
        return Expressions.stated(of == GroupKind.ALL_OF ? new AllOf(members) : new AnyOf(members))
                .map(stated -> Members.of(index, stated));
    }

    /** A group on the way, without the member that leads further. */
    private record Level(GroupKind kind, Members others, boolean negated) {}
}
