package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Audiences that differ from another by one row. */
final class Rows {

    private Rows() {}

    /**
     * Returns the audience with one row taken out.
     *
     * @param path where the row is: indices from the outermost group downward
     */
    static AllOf without(AllOf root, List<Integer> path) {
        int last = path.size() - 1;
        return changed(
                root,
                path.subList(0, last),
                members -> {
                    members.remove(path.get(last).intValue());
                    return members;
                });
    }

    /**
     * Returns the audience with one row more.
     *
     * @param path where the group is to which the row is added
     */
    static AllOf with(AllOf root, List<Integer> path, AudienceExpression row) {
        return changed(
                root,
                path,
                members -> {
                    members.add(row);
                    return members;
                });
    }

    private static AllOf changed(
            AllOf root, List<Integer> path, UnaryOperator<List<AudienceExpression>> change) {
        return new AllOf(members(root, path, change));
    }

    private static List<AudienceExpression> members(
            Group group, List<Integer> path, UnaryOperator<List<AudienceExpression>> change) {
        List<AudienceExpression> members = new ArrayList<>(group.members());
        if (path.isEmpty()) {
            return change.apply(members);
        }
        int step = path.getFirst();
        Group inner = (Group) members.get(step);
        List<Integer> rest = path.subList(1, path.size());
        members.set(step, inner.withMembers(members(inner, rest, change)));
        return members;
    }
}
