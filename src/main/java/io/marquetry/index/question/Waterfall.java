package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.Expressions;
import io.marquetry.index.Members;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Words;

import java.util.ArrayList;
import java.util.List;

/**
 * How the audience shrinks from everybody to itself, row by row from top to bottom.
 *
 * <p>In {@code all of} and {@code except} each row takes people out of what is left; in {@code any
 * of} each row brings people back in, so the drop is the group's and stands at its last row.
 */
public final class Waterfall {

    private final List<Row> rows;
    private final List<List<Integer>> paths = new ArrayList<>();
    private final int from;

    /**
     * Looks up the rows.
     *
     * @param from the first counter
     */
    Waterfall(MembershipIndex index, AllOf root, int from) {
        this.from = from;
        rows = Row.of(index, root);
        walk(root, List.of());
    }

    /**
     * Returns a step for each tag and group that states something, in the order of the rows.
     *
     * @throws io.marquetry.base.ProblemException if the audience names a tag that is not indexed
     */
    public static List<Step> of(MembershipIndex index, AllOf root) {
        Waterfall waterfall = new Waterfall(index, root, 0);
        return waterfall.steps(Sweep.of(index.profiles(), waterfall.counters(), waterfall::count));
    }

    /** Returns how many counters there are. */
    int counters() {
        return 2 * paths.size();
    }

    /** Returns the steps that the counters tell. */
    List<Step> steps(long[] counted) {
        List<Step> steps = new ArrayList<>();
        for (int row = 0; row < paths.size(); row++) {
            int at = from + 2 * row;
            steps.add(new Step(paths.get(row), counted[at], counted[at + 1]));
        }
        return List.copyOf(steps);
    }

    /** Lists the rows of a group in the order in which a pass counts them. */
    private void walk(Group group, List<Integer> path) {
        for (int i = 0; i < group.members().size(); i++) {
            AudienceExpression member = group.members().get(i);
            if (Expressions.stated(member).isEmpty()) {
                continue;
            }
            List<Integer> at = new ArrayList<>(path);
            at.add(i);
            paths.add(List.copyOf(at));
            if (group instanceof AllOf && member instanceof Group inner) {
                walk(inner, at);
            }
        }
    }

    /** Counts the steps of a block. */
    void count(Block block, long[] counters) {
        long[] left = block.everybody();
        new Pass(block, counters, from).intersect(rows, left);
        block.giveBack(left);
    }

    /** A row, its members looked up; in {@code all of} with the rows below it. */
    private record Row(Members members, Kind kind, List<Row> below) {

        static List<Row> of(MembershipIndex index, Group group) {
            List<Row> rows = new ArrayList<>();
            for (AudienceExpression member : group.members()) {
                if (Expressions.stated(member).isPresent()) {
                    rows.add(
                            switch (member) {
                                case Leaf leaf ->
                                        new Row(Members.of(index, leaf), Kind.LEAF, List.of());
                                case AllOf all -> group(index, all, Kind.ALL);
                                case AnyOf any -> group(index, any, Kind.ANY);
                                case Except except -> group(index, except, Kind.EXCEPT);
                            });
                }
            }
            return List.copyOf(rows);
        }

        private static Row group(MembershipIndex index, Group group, Kind kind) {
            return new Row(Members.of(index, group), kind, of(index, group));
        }
    }

    private enum Kind {
        LEAF,
        ALL,
        ANY,
        EXCEPT
    }

    /** One block's way through the rows, in the order of the paths. */
    private static final class Pass {

        private final Block block;
        private final long[] counters;
        private final int from;
        private int row;

        Pass(Block block, long[] counters, int from) {
            this.block = block;
            this.counters = counters;
            this.from = from;
        }

        /** Narrows {@code left} by rows that all have to hold. */
        void intersect(List<Row> rows, long[] left) {
            long before = block.count(left);
            for (Row member : rows) {
                int own = row++;
                switch (member.kind()) {
                    case LEAF -> member.members().narrow(left, block);
                    case ALL -> intersect(member.below(), left);
                    case ANY -> unite(member.below(), left, false);
                    case EXCEPT -> unite(member.below(), left, true);
                }
                long after = block.count(left);
                add(own, before, after);
                before = after;
            }
        }

        /** Narrows {@code left} to who is in one row, or to who is in none. */
        private void unite(List<Row> rows, long[] left, boolean except) {
            long[] united = block.nobody();
            long all = block.count(left);
            long before = all;
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).members().addTo(united, block);
                long reached = Words.countAnd(left, united, block.length());
                long after = except ? all - reached : reached;
                boolean last = i == rows.size() - 1;
                add(row++, except ? before : last ? all : after, after);
                before = after;
            }
            if (except) {
                Words.andNotInto(left, united, block.length());
            } else {
                Words.andInto(left, united, block.length());
            }
            block.giveBack(united);
        }

        private void add(int at, long before, long after) {
            counters[from + 2 * at] += before;
            counters[from + 2 * at + 1] += after;
        }
    }

    /**
     * One row or group.
     *
     * @param path its place: indices from the outermost group downward
     * @param before profiles left before it; in {@code any of} only the last row has a drop
     * @param after profiles left with it
     */
    public record Step(List<Integer> path, long before, long after) {

        /** Copies the path. */
        public Step {
            path = List.copyOf(path);
        }

        /** Returns the change as a share of what was left before, -1 to 0; 0 where nobody was. */
        public double change() {
            return before == 0 ? 0 : (double) (after - before) / before;
        }
    }
}
