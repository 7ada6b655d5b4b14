package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.index.Members;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.order.Order;
import io.marquetry.index.sets.Block;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Some who are in an audience, and some whom a single row keeps out; exact for the snapshot.
 *
 * @param in ordinals of profiles that are in, ascending
 * @param nearly ordinals of profiles that would be in without one of the rows, ascending
 */
public record Nearby(List<Long> in, List<Long> nearly) {

    /** Copies the lists. */
    public Nearby {
        in = List.copyOf(in);
        nearly = List.copyOf(nearly);
    }

    /**
     * Finds the first of both.
     *
     * @param most how many of each at most
     * @throws io.marquetry.base.ProblemException if the audience names a tag that is not indexed
     */
    public static Nearby of(MembershipIndex index, AllOf root, int most) {
        Members members = Members.of(index, root);
        List<AllOf> without = new ArrayList<>();
        rows(root, List.of(), without, root);
        List<Members> looser = Members.of(index, without);
        List<Long> in = new ArrayList<>();
        Set<Long> nearly = new LinkedHashSet<>();
        Block block = new Block(index.profiles());
        int blocks = Block.blocks(index.profiles());
        for (int number = 0;
                number < blocks && (in.size() < most || nearly.size() < most);
                number++) {
            block.moveTo(number);
            long[] inside = members.in(block);
            add(inside, block, in, most);
            for (Members others : looser) {
                long[] more = others.in(block);
                for (int i = 0; i < block.length(); i++) {
                    more[i] &= ~inside[i];
                }
                List<Long> found = new ArrayList<>();
                add(more, block, found, most);
                nearly.addAll(found);
                block.giveBack(more);
            }
            block.giveBack(inside);
        }
        Order order = index.content().order();
        return new Nearby(order.ordinals(in), order.ordinals(nearly.stream().limit(most).toList()));
    }

    private static void rows(Group group, List<Integer> path, List<AllOf> without, AllOf root) {
        for (int i = 0; i < group.members().size(); i++) {
            List<Integer> at = new ArrayList<>(path);
            at.add(i);
            if (group.members().get(i) instanceof Group inner) {
                rows(inner, at, without, root);
            } else {
                without.add(Rows.without(root, at));
            }
        }
    }

    private static void add(long[] words, Block block, List<Long> to, int most) {
        for (int i = 0; i < block.length() && to.size() < most; i++) {
            for (long left = words[i]; left != 0 && to.size() < most; left &= left - 1) {
                to.add(block.firstPlace() + ((long) i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }
}
