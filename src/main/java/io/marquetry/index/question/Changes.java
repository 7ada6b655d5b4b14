package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.index.Members;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.order.Order;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Words;

import java.util.ArrayList;
import java.util.List;

/** Who comes and who goes from one audience to the next; exact for the snapshot. */
public final class Changes {

    private Changes() {}

    /**
     * Returns the change from each state to the one after it, and last the one from the first to
     * the last.
     *
     * @param states one at least
     * @throws io.marquetry.base.ProblemException if one names a tag that is not indexed
     */
    public static List<Change> of(
            MembershipIndex index, List<? extends AudienceExpression> states) {
        List<Side> sides = states.stream().map(state -> new Side(index, state)).toList();
        return of(sides);
    }

    /**
     * Returns the changes between states that may read tags differently, for one whose rule was
     * edited in between.
     *
     * @param states one at least, all of one snapshot
     * @throws io.marquetry.base.ProblemException if one names a tag that is not indexed
     */
    public static List<Change> of(List<Side> states) {
        long profiles = states.getFirst().index().profiles();
        Order order = states.getFirst().index().content().order();
        List<Walk> walks = states.stream().map(state -> state.walk(order)).toList();
        int steps = states.size();
        // For each step: gained, lost, then how many there are afterwards.
        long[] counted =
                Sweep.of(profiles, 3 * steps, (block, counters) -> count(walks, block, counters));
        List<Change> changes = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            changes.add(
                    new Change(counted[3 * step], counted[3 * step + 1], counted[3 * step + 2]));
        }
        return List.copyOf(changes);
    }

    private static void count(List<Walk> states, Block block, long[] counters) {
        long[] first = states.getFirst().members(block);
        long[] before = block.copyOf(first);
        for (int step = 1; step < states.size(); step++) {
            long[] after = states.get(step).members(block);
            compare(before, after, block, counters, step - 1);
            block.giveBack(before);
            before = after;
        }
        compare(first, before, block, counters, states.size() - 1);
        block.giveBack(before);
        block.giveBack(first);
    }

    private static void compare(
            long[] before, long[] after, Block block, long[] counters, int step) {
        counters[3 * step] += Words.countAndNot(after, before, block.length());
        counters[3 * step + 1] += Words.countAndNot(before, after, block.length());
        counters[3 * step + 2] += block.count(after);
    }

    /** An audience as the tags of one index read it. */
    public record Side(MembershipIndex index, AudienceExpression audience) {

        /**
         * Returns the way through the blocks of an order, which may be another one than the
         * index's: an index that was renewed meanwhile has the same people at other places.
         */
        Walk walk(Order order) {
            Members members = Members.of(index, audience);
            if (index.content().order().id().equals(order.id())) {
                return members::in;
            }
            long[] all = order.placed(index.members(audience));
            return block -> {
                long[] words = block.nobody();
                System.arraycopy(all, block.first(), words, 0, block.length());
                return words;
            };
        }
    }

    /** What an audience holds, block by block. */
    @FunctionalInterface
    interface Walk {

        /** Returns the members of a block, in words of the block. */
        long[] members(Block block);
    }

    /**
     * One change.
     *
     * @param gained profiles that come in
     * @param lost profiles that go
     * @param after profiles afterwards
     */
    public record Change(long gained, long lost, long after) {}
}
