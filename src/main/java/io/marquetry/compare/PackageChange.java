package io.marquetry.compare;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.util.List;

/**
 * One thing that became another from one state of a package to a later one. Places in the audience
 * are those of the earlier state, but for the index of what came in.
 */
public sealed interface PackageChange {

    /** A change of who is addressed. */
    sealed interface OfAudience extends PackageChange {}

    /** It is called otherwise. */
    record Renamed(LocalizedText before, LocalizedText after) implements PackageChange {}

    /** It addresses the profiles of another source. */
    record SourceChanged(SourceName before, SourceName after) implements PackageChange {}

    /**
     * A row or a group came in.
     *
     * @param group the group that it came into
     * @param index its place among that group's members in the later state
     */
    record CameIn(AudienceExpression node, NodePath group, int index) implements OfAudience {}

    /** A row or a group went. */
    record Went(AudienceExpression node, NodePath place) implements OfAudience {}

    /**
     * A row or a group stands elsewhere.
     *
     * @param group the group that it came into
     * @param index its place among that group's members in the later state
     */
    record Moved(AudienceExpression node, NodePath place, NodePath group, int index)
            implements OfAudience {}

    /** A group joins its members otherwise. */
    record Joined(NodePath group, GroupKind before, GroupKind after) implements OfAudience {}

    /** The rule of an audience tag is another, so the same audience means other people. */
    record RuleChanged(Tag before, Tag after) implements PackageChange {}

    /**
     * A tag came into a zone.
     *
     * @param index its place in the later state
     */
    record PutIn(Category zone, TagKey tag, int index) implements PackageChange {}

    /** A tag went out of a zone. */
    record TakenOut(Category zone, TagKey tag) implements PackageChange {}

    /** The tags that a zone keeps stand in another order. */
    record Reordered(Category zone, List<TagKey> after) implements PackageChange {

        /** Copies the tags. */
        public Reordered {
            after = List.copyOf(after);
        }
    }

    /** What a tag sends or gives says something else. */
    record AssetChanged(Asset before, Asset after) implements PackageChange {}
}
