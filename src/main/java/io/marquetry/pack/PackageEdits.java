package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes edits: a package and an edit give the next package. */
public final class PackageEdits {

    private PackageEdits() {}

    /**
     * Returns the package after the edit.
     *
     * @throws IndexOutOfBoundsException if the edit names a place that is not there
     */
    public static AssetPackage apply(AssetPackage pack, PackageEdit edit) {
        return switch (edit) {
            case PackageEdit.AddToAudience e ->
                    inGroup(pack, e.group(), m -> m.add(e.index(), new TagRef(e.tag())));
            case PackageEdit.ExcludeFromAudience e -> {
                AudienceExpression tag = new TagRef(e.tag());
                yield exclusion(pack)
                        .map(group -> inGroup(pack, group, m -> m.add(tag)))
                        .orElseGet(
                                () ->
                                        inGroup(
                                                pack,
                                                NodePath.ROOT,
                                                m -> m.add(new Except(List.of(tag)))));
            }
            case PackageEdit.AddCondition e ->
                    inGroup(pack, e.group(), m -> m.add(e.index(), new Condition(e.rule())));
            case PackageEdit.ReplaceLeaf e ->
                    pack.withAudience(root(replace(pack.audience(), e.node(), 0, old -> e.leaf())));
            case PackageEdit.AddGroup e ->
                    inGroup(pack, e.group(), m -> m.add(e.index(), e.kind().group(List.of())));
            case PackageEdit.RemoveNode e ->
                    inGroup(pack, e.node().parent(), m -> m.remove(e.node().last()));
            case PackageEdit.MoveNode e -> pack.withAudience(move(pack.audience(), e));
            case PackageEdit.ChangeKind e ->
                    pack.withAudience(
                            root(
                                    replace(
                                            pack.audience(),
                                            e.group(),
                                            0,
                                            g -> e.kind().group(((Group) g).members()))));
            case PackageEdit.ReplaceAudience e -> pack.withAudience(e.audience());
            case PackageEdit.AddToZone e -> {
                List<TagKey> tags = new ArrayList<>(pack.zone(e.zone()));
                tags.add(e.index(), e.tag());
                yield pack.withZone(e.zone(), tags);
            }
            case PackageEdit.RemoveFromZone e -> {
                List<TagKey> tags = new ArrayList<>(pack.zone(e.zone()));
                tags.remove(e.index());
                yield pack.withZone(e.zone(), tags);
            }
            case PackageEdit.MoveInZone e -> {
                List<TagKey> tags = new ArrayList<>(pack.zone(e.zone()));
                tags.add(e.to() > e.from() ? e.to() - 1 : e.to(), tags.remove(e.from()));
                yield pack.withZone(e.zone(), tags);
            }
            case PackageEdit.ReplaceTag e -> TagReplacement.merged(pack, e.from(), e.to());
            case PackageEdit.Rename e -> pack.withName(e.name());
            case PackageEdit.ChangeSource e -> pack.withSource(e.source());
        };
    }

    /**
     * Returns the node at a place.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public static AudienceExpression node(AssetPackage pack, NodePath path) {
        AudienceExpression node = pack.audience();
        for (int index : path.indices()) {
            if (!(node instanceof Group group)) {
                throw new IndexOutOfBoundsException("a tag has no members");
            }
            node = group.members().get(index);
        }
        return node;
    }

    /** Returns the outermost group's first {@code except}, if it has one. */
    public static Optional<NodePath> exclusion(AssetPackage pack) {
        List<AudienceExpression> members = pack.audience().members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) instanceof Except) {
                return Optional.of(NodePath.of(i));
            }
        }
        return Optional.empty();
    }

    private static AllOf move(AllOf audience, PackageEdit.MoveNode edit) {
        NodePath from = edit.node();
        if (from.holds(edit.group())) {
            throw new IndexOutOfBoundsException("a group cannot move into itself");
        }
        List<AudienceExpression> moved = new ArrayList<>(1);
        // Taking the node out first would shift the target; so leave a hole, insert, then close it.
        AudienceExpression hole = new AllOf(List.of());
        AudienceExpression holed =
                replace(
                        audience,
                        from,
                        0,
                        node -> {
                            moved.add(node);
                            return hole;
                        });
        AudienceExpression inserted =
                replace(
                        holed,
                        edit.group(),
                        0,
                        g -> withMembers(g, m -> m.add(edit.index(), moved.getFirst())));
        return root(removeHole(inserted, hole));
    }

    private static AudienceExpression removeHole(AudienceExpression at, AudienceExpression hole) {
        if (!(at instanceof Group group)) {
            return at;
        }
        List<AudienceExpression> members = new ArrayList<>();
        boolean changed = false;
        for (AudienceExpression member : group.members()) {
            if (isSame(member, hole)) {
                changed = true;
                continue;
            }
            AudienceExpression next = removeHole(member, hole);
            changed |= !isSame(next, member);
            members.add(next);
        }
        return changed ? group.withMembers(members) : at;
    }

    @SuppressWarnings("ReferenceEquality") // The hole equals every other empty group.
    private static boolean isSame(AudienceExpression a, AudienceExpression b) {
        return a == b;
    }

    private static AssetPackage inGroup(
            AssetPackage pack, NodePath group, Consumer<List<AudienceExpression>> change) {
        return pack.withAudience(
                root(replace(pack.audience(), group, 0, g -> withMembers(g, change))));
    }

    private static AudienceExpression withMembers(
            AudienceExpression at, Consumer<List<AudienceExpression>> change) {
        if (!(at instanceof Group group)) {
            throw new IndexOutOfBoundsException("a tag has no members");
        }
        List<AudienceExpression> members = new ArrayList<>(group.members());
        change.accept(members);
        return group.withMembers(members);
    }

    private static AudienceExpression replace(
            AudienceExpression at,
            NodePath path,
            int depth,
            UnaryOperator<AudienceExpression> change) {
        if (depth == path.indices().size()) {
            return change.apply(at);
        }
        int index = path.indices().get(depth);
        return withMembers(at, m -> m.set(index, replace(m.get(index), path, depth + 1, change)));
    }

    private static AllOf root(AudienceExpression expression) {
        if (expression instanceof AllOf all) {
            return all;
        }
        throw new IndexOutOfBoundsException("the outermost group is all of");
    }
}
