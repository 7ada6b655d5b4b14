package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.LeafNames;
import io.marquetry.base.Texts;
import io.marquetry.tag.TagKey;

import java.util.function.Function;

/** Names edits for the menus, for example “add user_level_gold”. */
public final class EditNames {

    private final Texts texts;
    private final Function<TagKey, String> tags;
    private final LeafNames leaves;

    /** Makes names in the language of the texts, with tags by their keys. */
    public EditNames(Texts texts) {
        this(texts, TagKey::value);
    }

    /**
     * Makes names in the language of the texts.
     *
     * @param tags what tags are called
     */
    public EditNames(Texts texts, Function<TagKey, String> tags) {
        this.texts = texts;
        this.tags = tags;
        this.leaves = new LeafNames(texts, tags);
    }

    /** Returns what undo would do, for example “Undo: add user_level_gold”. */
    public String undo(PackageDraft draft) {
        return draft.undoable()
                .map(edit -> texts.get("compose.undo.named", of(edit, draft.previous())))
                .orElse(texts.get("compose.undo"));
    }

    /** Returns what redo would do, for example “Redo: add user_level_gold”. */
    public String redo(PackageDraft draft) {
        return draft.redoable()
                .map(edit -> texts.get("compose.redo.named", of(edit, draft.current())))
                .orElse(texts.get("compose.redo"));
    }

    /** Returns the name of an edit of the package as it was before. */
    public String of(PackageEdit edit, AssetPackage before) {
        return switch (edit) {
            case PackageEdit.AddToAudience e -> texts.get("edit.add", tags.apply(e.tag()));
            case PackageEdit.AddToZone e -> texts.get("edit.add", tags.apply(e.tag()));
            case PackageEdit.ExcludeFromAudience e ->
                    texts.get("edit.exclude", tags.apply(e.tag()));
            case PackageEdit.AddCondition e ->
                    texts.get("edit.add", leaves.of(new Condition(e.rule())));
            case PackageEdit.ReplaceLeaf e ->
                    texts.get("edit.replace", at(before, e.node()), leaves.of(e.leaf()));
            case PackageEdit.AddGroup e -> texts.get("edit.addGroup", of(e.kind()));
            case PackageEdit.RemoveNode e -> texts.get("edit.remove", at(before, e.node()));
            case PackageEdit.RemoveFromZone e ->
                    texts.get("edit.remove", tags.apply(before.zone(e.zone()).get(e.index())));
            case PackageEdit.MoveNode e -> texts.get("edit.move", at(before, e.node()));
            case PackageEdit.MoveInZone e ->
                    texts.get("edit.move", tags.apply(before.zone(e.zone()).get(e.from())));
            case PackageEdit.ChangeKind e -> texts.get("edit.changeKind", of(e.kind()));
            case PackageEdit.ReplaceAudience e -> texts.get("edit.replaceAudience");
            case PackageEdit.ReplaceTag e ->
                    texts.get("edit.replaceTag", tags.apply(e.from()), tags.apply(e.to()));
            case PackageEdit.Rename e -> texts.get("edit.rename", e.name().in(texts.locale()));
            case PackageEdit.ChangeSource e -> texts.get("edit.changeSource", e.source().value());
        };
    }

    /** Returns the name of a kind of group, for example “any of”. */
    public String of(GroupKind kind) {
        return texts.get("group." + kind);
    }

    private String at(AssetPackage pack, NodePath path) {
        AudienceExpression node = PackageEdits.node(pack, path);
        return switch (node) {
            case Leaf leaf -> leaves.of(leaf);
            case Group group -> texts.get("edit.group", of(group.kind()));
        };
    }
}
