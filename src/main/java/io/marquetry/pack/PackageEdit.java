package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

/**
 * One undoable change to a package. A drop, Enter and the command line make the same edits; {@link
 * EditRules} tells whether one is allowed, {@link PackageEdits} makes it.
 *
 * <p>Indices count from 0 and may equal the number of members, which means the end.
 */
public sealed interface PackageEdit {

    /** Puts a tag into a group of the audience. */
    record AddToAudience(TagKey tag, NodePath group, int index) implements PackageEdit {}

    /** Puts a tag into another zone. */
    record AddToZone(TagKey tag, Category zone, int index) implements PackageEdit {}

    /** Puts a condition into a group of the audience. */
    record AddCondition(TagRule.OnField rule, NodePath group, int index) implements PackageEdit {}

    /** Puts another tag or condition in the place of one. */
    record ReplaceLeaf(NodePath node, Leaf leaf) implements PackageEdit {}

    /** Puts an empty group into a group of the audience. */
    record AddGroup(GroupKind kind, NodePath group, int index) implements PackageEdit {}

    /**
     * Excludes who carries a tag from the whole audience: puts the tag at the end of the outermost
     * group's first {@code except}, which is made where there is none.
     */
    record ExcludeFromAudience(TagKey tag) implements PackageEdit {}

    /** Takes a tag or a group with all in it out of the audience. */
    record RemoveNode(NodePath node) implements PackageEdit {}

    /** Takes a tag out of another zone. */
    record RemoveFromZone(Category zone, int index) implements PackageEdit {}

    /**
     * Moves a tag or group within the audience.
     *
     * @param index the place among the members as they were before the move
     */
    record MoveNode(NodePath node, NodePath group, int index) implements PackageEdit {}

    /** Moves a tag within another zone; {@code to} is the place before the move. */
    record MoveInZone(Category zone, int from, int to) implements PackageEdit {}

    /** Makes a group all of, any of or except; the outermost group stays all of. */
    record ChangeKind(NodePath group, GroupKind kind) implements PackageEdit {}

    /** Replaces the whole audience, as typed. */
    record ReplaceAudience(AllOf audience) implements PackageEdit {}

    /**
     * Puts one tag wherever another stands; where both stand in one group or zone, they fall
     * together.
     */
    record ReplaceTag(TagKey from, TagKey to) implements PackageEdit {}

    /** Gives the package another name. */
    record Rename(LocalizedText name) implements PackageEdit {}

    /** Addresses the profiles of another source. */
    record ChangeSource(SourceName source) implements PackageEdit {}
}
