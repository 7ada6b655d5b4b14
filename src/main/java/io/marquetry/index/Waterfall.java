package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;

import java.util.ArrayList;
import java.util.List;

/**
 * How the audience shrinks from everybody to itself, row by row from top to bottom.
 *
 * <p>In {@code all of} and {@code except} each row takes people out of what is left; in {@code any
 * of} each row brings people back in, so the drop is the group's and stands at its last row.
 */
public final class Waterfall {

    private final MembershipIndex index;
    private final List<Step> steps = new ArrayList<>();

    private Waterfall(MembershipIndex index) {
        this.index = index;
    }

    /** Returns a step for each tag and group that states something, in the order of the rows. */
    public static List<Step> of(MembershipIndex index, AllOf root) {
        Waterfall waterfall = new Waterfall(index);
        waterfall.intersect(
                root.members(), List.of(), Words.everybody(index.profiles()), index.profiles());
        return List.copyOf(waterfall.steps);
    }

    /** Narrows {@code left} by members that all have to hold; returns how many are left. */
    private long intersect(
            List<AudienceExpression> members, List<Integer> path, long[] left, long count) {
        long before = count;
        for (int i = 0; i < members.size(); i++) {
            AudienceExpression member = members.get(i);
            List<Integer> at = child(path, i);
            if (Expressions.stated(member).isEmpty()) {
                continue;
            }
            int place = steps.size();
            long after =
                    switch (member) {
                        case TagRef ref -> {
                            index.set(ref.tag()).andInto(left);
                            yield Words.count(left);
                        }
                        case AllOf all -> intersect(all.members(), at, left, before);
                        case AudienceExpression.AnyOf any -> unite(any.members(), at, left, false);
                        case AudienceExpression.Except except ->
                                unite(except.members(), at, left, true);
                    };
            steps.add(place, new Step(at, before, after));
            before = after;
        }
        return before;
    }

    /** Narrows {@code left} to who is in one member, or to who is in none. */
    private long unite(
            List<AudienceExpression> members, List<Integer> path, long[] left, boolean except) {
        long[] start = left.clone();
        long[] united = new long[left.length];
        long all = Words.count(start);
        long before = all;
        int last = lastStated(members);
        for (int i = 0; i < members.size(); i++) {
            AudienceExpression member = members.get(i);
            if (Expressions.stated(member).isEmpty()) {
                continue;
            }
            Words.orInto(united, index.evaluate(member));
            long reached = Words.countAnd(start, united);
            long after = except ? all - reached : reached;
            long compared = except ? before : i == last ? all : after;
            steps.add(new Step(child(path, i), compared, after));
            before = after;
        }
        if (except) {
            Words.andNotInto(left, united);
        } else {
            Words.andInto(left, united);
        }
        return before;
    }

    private static int lastStated(List<AudienceExpression> members) {
        int last = members.size() - 1;
        while (last >= 0 && Expressions.stated(members.get(last)).isEmpty()) {
            last--;
        }
        return last;
    }

    private static List<Integer> child(List<Integer> path, int index) {
        List<Integer> longer = new ArrayList<>(path);
        longer.add(index);
        return List.copyOf(longer);
    }

    /**
     * One row or group.
     *
     * @param path its place: indices from the outermost group downward
     * @param before profiles left before it; in {@code any of} only the last row has a drop
     * @param after profiles left with it
     */
    public record Step(List<Integer> path, long before, long after) {

        /** Returns the change as a share of what was left before, -1 to 0; 0 where nobody was. */
        public double change() {
            return before == 0 ? 0 : (double) (after - before) / before;
        }
    }
}
