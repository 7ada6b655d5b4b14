package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts other tags in the place of some, in packages and in their histories. */
public final class TagReplacement {

    private TagReplacement() {}

    /**
     * Returns a draft in whose whole history tags have other keys: each place stays where it is, so
     * undo and redo work as before and bring no old key back.
     *
     * @param keys gives each tag its key; no two get the same
     */
    public static PackageDraft renamed(PackageDraft draft, UnaryOperator<TagKey> keys) {
        return PackageDraft.replay(
                renamed(draft.base(), keys),
                draft.edits().stream().map(edit -> renamed(edit, keys)).toList(),
                draft.cursor());
    }

    /** Returns a package in which tags have other keys. */
    public static AssetPackage renamed(AssetPackage pack, UnaryOperator<TagKey> keys) {
        return new AssetPackage(
                pack.key(),
                pack.name(),
                pack.source(),
                (AllOf) renamed(pack.audience(), keys),
                pack.benefits().stream().map(keys).toList(),
                pack.contents().stream().map(keys).toList(),
                pack.rules().stream().map(keys).toList());
    }

    /** Returns a package of an earlier time with the keys that its tags have now. */
    public static AssetPackage resolved(AssetPackage pack, Map<TagKey, TagKey> aliases) {
        return renamed(pack, key -> aliases.getOrDefault(key, key));
    }

    private static PackageEdit renamed(PackageEdit edit, UnaryOperator<TagKey> keys) {
        return switch (edit) {
            case PackageEdit.AddToAudience e ->
                    new PackageEdit.AddToAudience(keys.apply(e.tag()), e.group(), e.index());
            case PackageEdit.AddToZone e ->
                    new PackageEdit.AddToZone(keys.apply(e.tag()), e.zone(), e.index());
            case PackageEdit.ExcludeFromAudience e ->
                    new PackageEdit.ExcludeFromAudience(keys.apply(e.tag()));
            case PackageEdit.ReplaceAudience e ->
                    new PackageEdit.ReplaceAudience((AllOf) renamed(e.audience(), keys));
            case PackageEdit.ReplaceTag e ->
                    new PackageEdit.ReplaceTag(keys.apply(e.from()), keys.apply(e.to()));
            case PackageEdit.ReplaceLeaf e ->
                    new PackageEdit.ReplaceLeaf(e.node(), renamed(e.leaf(), keys));
            case PackageEdit.AddCondition e -> e;
            case PackageEdit.AddGroup e -> e;
            case PackageEdit.RemoveNode e -> e;
            case PackageEdit.RemoveFromZone e -> e;
            case PackageEdit.MoveNode e -> e;
            case PackageEdit.MoveInZone e -> e;
            case PackageEdit.ChangeKind e -> e;
            case PackageEdit.Rename e -> e;
            case PackageEdit.ChangeSource e -> e;
        };
    }

    private static Leaf renamed(Leaf leaf, UnaryOperator<TagKey> keys) {
        return switch (leaf) {
            case TagRef ref -> new TagRef(keys.apply(ref.tag()));
            case Condition condition -> condition;
        };
    }

    private static AudienceExpression renamed(
            AudienceExpression expression, UnaryOperator<TagKey> keys) {
        return switch (expression) {
            case Leaf leaf -> renamed(leaf, keys);
            case Group group ->
                    group.withMembers(group.members().stream().map(m -> renamed(m, keys)).toList());
        };
    }

    /**
     * Returns a package in which one tag stands wherever another stood. Where both stand in one
     * group or zone they fall together at the first place.
     */
    public static AssetPackage merged(AssetPackage pack, TagKey from, TagKey to) {
        AssetPackage next = pack.withAudience((AllOf) merged(pack.audience(), from, to));
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            if (pack.zone(zone).contains(from)) {
                next =
                        next.withZone(
                                zone,
                                pack.zone(zone).stream()
                                        .map(tag -> tag.equals(from) ? to : tag)
                                        .distinct()
                                        .toList());
            }
        }
        return next;
    }

    private static AudienceExpression merged(AudienceExpression at, TagKey from, TagKey to) {
        return switch (at) {
            case TagRef ref -> ref.tag().equals(from) ? new TagRef(to) : ref;
            case Condition condition -> condition;
            case Group group -> {
                TagRef old = new TagRef(from);
                TagRef other = new TagRef(to);
                boolean falls = group.members().contains(old) && group.members().contains(other);
                List<AudienceExpression> members = new ArrayList<>(group.members().size());
                for (AudienceExpression member : group.members()) {
                    AudienceExpression next = merged(member, from, to);
                    if (!falls || !next.equals(other) || !members.contains(other)) {
                        members.add(next);
                    }
                }
                yield group.withMembers(members);
            }
        };
    }

    /** Returns how often a package names a tag, groups and zones together. */
    public static int places(AssetPackage pack, TagKey tag) {
        int places = places(pack.audience(), tag);
        for (Category zone : List.of(Category.BENEFIT, Category.CONTENT, Category.RULE)) {
            places += (int) pack.zone(zone).stream().filter(tag::equals).count();
        }
        return places;
    }

    private static int places(AudienceExpression at, TagKey tag) {
        return switch (at) {
            case TagRef ref -> ref.tag().equals(tag) ? 1 : 0;
            case Condition condition -> 0;
            case Group group -> group.members().stream().mapToInt(m -> places(m, tag)).sum();
        };
    }

    /** Returns whether a tag stands anywhere in the history of a draft, undone edits included. */
    public static boolean isNamed(PackageDraft draft, TagKey tag) {
        boolean[] seen = {false};
        renamed(
                draft,
                key -> {
                    seen[0] |= key.equals(tag);
                    return key;
                });
        return seen[0];
    }
}
