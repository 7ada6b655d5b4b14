package io.marquetry.ui.compose.draft;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageEdits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moves within the audience as the keyboard makes them, and where things lie afterwards. */
public final class AudienceMoves {

    private AudienceMoves() {}

    /** Returns the move one place up within the group, if there is one. */
    public static Optional<PackageEdit.MoveNode> up(NodePath node) {
        return node.isRoot() || node.last() == 0
                ? Optional.empty()
                : Optional.of(new PackageEdit.MoveNode(node, node.parent(), node.last() - 1));
    }

    /** Returns the move one place down within the group, if there is one. */
    public static Optional<PackageEdit.MoveNode> down(AssetPackage pack, NodePath node) {
        return node.isRoot() || node.last() == members(pack, node.parent()).size() - 1
                ? Optional.empty()
                : Optional.of(new PackageEdit.MoveNode(node, node.parent(), node.last() + 2));
    }

    /** Returns the move out of the group, to the place after it, if it is not the outermost. */
    public static Optional<PackageEdit.MoveNode> out(NodePath node) {
        if (node.isRoot() || node.parent().isRoot()) {
            return Optional.empty();
        }
        NodePath group = node.parent();
        return Optional.of(new PackageEdit.MoveNode(node, group.parent(), group.last() + 1));
    }

    /** Returns the move into the nearest group beside it, the one above first. */
    public static Optional<PackageEdit.MoveNode> in(AssetPackage pack, NodePath node) {
        if (node.isRoot()) {
            return Optional.empty();
        }
        int size = members(pack, node.parent()).size();
        for (int distance = 1; distance < size; distance++) {
            for (int beside : new int[] {node.last() - distance, node.last() + distance}) {
                if (beside >= 0
                        && beside < size
                        && members(pack, node.parent()).get(beside) instanceof Group group) {
                    int place = beside < node.last() ? group.members().size() : 0;
                    NodePath target = node.parent().child(beside);
                    return Optional.of(new PackageEdit.MoveNode(node, target, place));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the audience with a tag or group put into a group of its own, in its place. */
    public static AllOf wrap(AllOf audience, NodePath node, GroupKind kind) {
        return (AllOf)
                changed(audience, node.indices(), inner -> List.of(kind.group(List.of(inner))));
    }

    /**
     * Returns the edit that takes a tag or group out of where it lies and excludes its people from
     * the whole audience; empty where it is excluded already.
     */
    public static Optional<PackageEdit> exclude(AssetPackage pack, NodePath node) {
        Optional<NodePath> exclusion = PackageEdits.exclusion(pack);
        if (node.isRoot() || exclusion.filter(group -> group.holds(node)).isPresent()) {
            return Optional.empty();
        }
        if (exclusion.isPresent()) {
            int end = members(pack, exclusion.get()).size();
            return Optional.of(new PackageEdit.MoveNode(node, exclusion.get(), end));
        }
        AudienceExpression excluded = PackageEdits.node(pack, node);
        AllOf rest = PackageEdits.apply(pack, new PackageEdit.RemoveNode(node)).audience();
        List<AudienceExpression> members = new ArrayList<>(rest.members());
        members.add(new Except(List.of(excluded)));
        return Optional.of(new PackageEdit.ReplaceAudience(new AllOf(members)));
    }

    /** Returns the audience with a tag or group once more behind itself. */
    public static AllOf twice(AllOf audience, NodePath node) {
        return (AllOf) changed(audience, node.indices(), inner -> List.of(inner, inner));
    }

    private static Group changed(
            Group group,
            List<Integer> path,
            Function<AudienceExpression, List<AudienceExpression>> change) {
        List<AudienceExpression> members = new ArrayList<>();
        for (int i = 0; i < group.members().size(); i++) {
            AudienceExpression member = group.members().get(i);
            if (i != path.getFirst()) {
                members.add(member);
            } else if (path.size() == 1) {
                members.addAll(change.apply(member));
            } else {
                members.add(changed((Group) member, path.subList(1, path.size()), change));
            }
        }
        return group.withMembers(members);
    }

    /** Returns where the moved node lies after the move. */
    public static NodePath after(PackageEdit.MoveNode move) {
        NodePath parent = move.node().parent();
        int depth = parent.indices().size();
        List<Integer> group = new ArrayList<>(move.group().indices());
        if (group.size() > depth
                && parent.holds(move.group())
                && group.get(depth) > move.node().last()) {
            group.set(depth, group.get(depth) - 1);
        }
        boolean shifts = parent.equals(move.group()) && move.index() > move.node().last();
        return new NodePath(group).child(shifts ? move.index() - 1 : move.index());
    }

    /** Returns the path itself if it is there, else the nearest that is: a sibling or a group. */
    public static NodePath nearest(AllOf audience, NodePath wanted) {
        NodePath found = NodePath.ROOT;
        Group group = audience;
        for (int index : wanted.indices()) {
            if (group.members().isEmpty()) {
                return found;
            }
            int there = Math.min(index, group.members().size() - 1);
            found = found.child(there);
            if (there != index || !(group.members().get(there) instanceof Group next)) {
                return found;
            }
            group = next;
        }
        return found;
    }

    /** Returns the nearest group that the path names: itself, or one that holds it. */
    public static NodePath nearestGroup(AllOf audience, NodePath wanted) {
        NodePath found = NodePath.ROOT;
        Group group = audience;
        for (int index : wanted.indices()) {
            if (index >= group.members().size()
                    || !(group.members().get(index) instanceof Group next)) {
                return found;
            }
            found = found.child(index);
            group = next;
        }
        return found;
    }

    /** Returns all nodes in the order in which they are shown, the outermost group first. */
    public static List<NodePath> inOrder(AllOf audience) {
        List<NodePath> paths = new ArrayList<>();
        collect(audience, NodePath.ROOT, paths);
        return paths;
    }

    private static void collect(Group group, NodePath path, List<NodePath> paths) {
        paths.add(path);
        for (int i = 0; i < group.members().size(); i++) {
            if (group.members().get(i) instanceof Group inner) {
                collect(inner, path.child(i), paths);
            } else {
                paths.add(path.child(i));
            }
        }
    }

    private static List<AudienceExpression> members(AssetPackage pack, NodePath group) {
        return ((Group) PackageEdits.node(pack, group)).members();
    }
}
