package io.marquetry.govern;

import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts whom each version of a tag gained and lost against the one before, on one snapshot. */
public final class VersionPeople {

    private final AudienceIndexes indexes;

    /** Makes it over the indexes of a workspace. */
    public VersionPeople(AudienceIndexes indexes) {
        this.indexes = indexes;
    }

    /**
     * Returns the changes by the place of the version in the list, from 0; only versions whose rule
     * is another one than before, and which can still be counted.
     *
     * @param versions of the tag, the oldest first
     * @param tags all tags as they are now: rules of before are read with those
     */
    public Map<Integer, Changes.Change> of(
            SourceName source,
            TagKey key,
            List<TagVersion> versions,
            TagCatalog tags,
            CancelSignal signal) {
        Map<Integer, Changes.Change> changes = new TreeMap<>();
        boolean none = true;
        for (int i = 1; i < versions.size(); i++) {
            none &= isSame(versions.get(i - 1), versions.get(i));
        }
        if (none) {
            return changes;
        }
        try {
            MembershipIndex now = indexes.index(source, tags, done -> {}, signal);
            for (int i = 1; i < versions.size(); i++) {
                if (!isSame(versions.get(i - 1), versions.get(i))) {
                    changes.put(
                            i,
                            Changes.of(
                                            List.of(
                                                    side(
                                                            now,
                                                            key,
                                                            versions.get(i - 1),
                                                            tags,
                                                            signal),
                                                    side(now, key, versions.get(i), tags, signal)))
                                    .getLast());
                }
            }
        } catch (ProblemException uncountable) {
            // The source is gone, or has other fields now: what was counted so far stands.
        }
        return changes;
    }

    private static boolean isSame(TagVersion before, TagVersion after) {
        return before.tag().rule().equals(after.tag().rule());
    }

    private Changes.Side side(
            MembershipIndex now,
            TagKey key,
            TagVersion version,
            TagCatalog tags,
            CancelSignal signal) {
        Tag then = version.tag().withKey(key);
        return new Changes.Side(
                indexes.beside(now, tags.with(List.of(then)), signal), new TagRef(key));
    }
}
