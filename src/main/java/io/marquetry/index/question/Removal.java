package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;

import java.util.ArrayList;
import java.util.List;

/** An audience with one row taken out. */
public final class Removal {

    private Removal() {}

    static AllOf of(AllOf root, List<Integer> path) {
        return new AllOf(members(root, path, 0));
    }

    private static List<AudienceExpression> members(Group group, List<Integer> path, int depth) {
        List<AudienceExpression> members = new ArrayList<>(group.members());
        int step = path.get(depth);
        if (depth == path.size() - 1) {
            members.remove(step);
        } else {
            Group inner = (Group) members.get(step);
            members.set(step, inner.withMembers(members(inner, path, depth + 1)));
        }
        return members;
    }
}
