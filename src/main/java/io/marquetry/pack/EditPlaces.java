package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.tag.Category;

import java.util.Optional;

/** Tells whether the places that an edit names are there. */
final class EditPlaces {

    private EditPlaces() {}

    static boolean exist(AssetPackage pack, PackageEdit edit) {
        return switch (edit) {
            case PackageEdit.AddToAudience e -> isGap(pack, e.group(), e.index());
            case PackageEdit.ExcludeFromAudience e -> true;
            case PackageEdit.AddCondition e -> isGap(pack, e.group(), e.index());
            case PackageEdit.ReplaceLeaf e ->
                    node(pack, e.node()).filter(Leaf.class::isInstance).isPresent();
            case PackageEdit.AddGroup e -> isGap(pack, e.group(), e.index());
            case PackageEdit.RemoveNode e -> !e.node().isRoot() && node(pack, e.node()).isPresent();
            case PackageEdit.MoveNode e ->
                    node(pack, e.node()).isPresent() && isGap(pack, e.group(), e.index());
            case PackageEdit.ChangeKind e -> group(pack, e.group()).isPresent();
            case PackageEdit.AddToZone e -> isWithin(e.index(), size(pack, e.zone()) + 1);
            case PackageEdit.RemoveFromZone e -> isWithin(e.index(), size(pack, e.zone()));
            case PackageEdit.MoveInZone e ->
                    isWithin(e.from(), size(pack, e.zone()))
                            && isWithin(e.to(), size(pack, e.zone()) + 1);
            case PackageEdit.ReplaceAudience e -> true;
            case PackageEdit.ReplaceTag e -> true;
            case PackageEdit.Rename e -> true;
            case PackageEdit.ChangeSource e -> true;
        };
    }

    private static boolean isGap(AssetPackage pack, NodePath group, int index) {
        return group(pack, group).filter(g -> isWithin(index, g.members().size() + 1)).isPresent();
    }

    private static Optional<Group> group(AssetPackage pack, NodePath path) {
        return node(pack, path).filter(Group.class::isInstance).map(Group.class::cast);
    }

    /** Returns the node at a place; empty where there is none. */
    static Optional<AudienceExpression> node(AssetPackage pack, NodePath path) {
        AudienceExpression node = pack.audience();
        for (int index : path.indices()) {
            if (!(node instanceof Group group) || !isWithin(index, group.members().size())) {
                return Optional.empty();
            }
            node = group.members().get(index);
        }
        return Optional.of(node);
    }

    /** The audience is no list, so it has no places of this kind. */
    private static int size(AssetPackage pack, Category zone) {
        return zone == Category.AUDIENCE ? -1 : pack.zone(zone).size();
    }

    private static boolean isWithin(int index, int size) {
        return index >= 0 && index < size;
    }
}
