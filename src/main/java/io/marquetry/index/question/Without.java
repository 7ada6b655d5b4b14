package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.index.Members;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.WhatIfs.Cost;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many there would be without each row. What is left by all members of the audience but one is
 * what is left by those before it and by those behind it: found for all of them by going down and
 * up again once.
 */
final class Without {

    private final List<Member> members = new ArrayList<>();
    private final int from;

    /**
     * Looks up the rows.
     *
     * @param rows those of the audience, in order
     * @param from the first counter; there is one for each row
     */
    Without(MembershipIndex index, AllOf root, List<Cost> rows, int from) {
        this.from = from;
        int row = 0;
        for (int i = 0; i < root.members().size(); i++) {
            AudienceExpression member = root.members().get(i);
            Optional<AudienceExpression> stated = Expressions.stated(member);
            if (stated.isEmpty()) {
                continue;
            }
            List<Optional<Members>> left = new ArrayList<>();
            for (; row < rows.size() && rows.get(row).path().getFirst() == i; row++) {
                left.add(left(index, root, rows.get(row), i));
            }
            members.add(new Member(Members.of(index, stated.get()), left));
        }
    }

    /** Returns what is left of a member without one of its rows; empty where nothing is. */
    private static Optional<Members> left(MembershipIndex index, AllOf root, Cost row, int member) {
        if (root.members().get(member) instanceof Leaf) {
            return Optional.empty();
        }
        return Expressions.stated(Rows.without(root, row.path()).members().get(member))
                .map(stated -> Members.of(index, stated));
    }

    /** Counts a block. */
    void count(Block block, long[] counters) {
        List<long[]> before = new ArrayList<>();
        long[] left = block.everybody();
        for (Member member : members) {
            before.add(block.copyOf(left));
            member.whole().narrow(left, block);
        }
        block.giveBack(left);
        long[] behind = block.everybody();
        int at = counters(members);
        for (int i = members.size() - 1; i >= 0; i--) {
            Member member = members.get(i);
            long[] others = before.get(i);
            Words.andInto(others, behind, block.length());
            at -= member.left().size();
            for (int row = 0; row < member.left().size(); row++) {
                counters[at + row] += count(member.left().get(row), others, block);
            }
            member.whole().narrow(behind, block);
            block.giveBack(others);
        }
        block.giveBack(behind);
    }

    private int counters(List<Member> of) {
        return from + of.stream().mapToInt(member -> member.left().size()).sum();
    }

    private static long count(Optional<Members> left, long[] others, Block block) {
        if (left.isEmpty()) {
            return block.count(others);
        }
        long[] words = block.copyOf(others);
        left.get().narrow(words, block);
        long count = block.count(words);
        block.giveBack(words);
        return count;
    }

    /** Returns the counts in the order of the rows. */
    long[] counts(long[] counted) {
        long[] counts = new long[counters(members) - from];
        System.arraycopy(counted, from, counts, 0, counts.length);
        return counts;
    }

    /**
     * A member of the outermost group.
     *
     * @param left for each of its rows what is left of it without that row
     */
    private record Member(Members whole, List<Optional<Members>> left) {}
}
