package io.marquetry.dispatch.plan;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Freshness;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRepository;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who carries which tag in a source as it is now, with the rules of a finished version: what was
 * approved is what is sent, also where a rule was edited since.
 */
public final class AudienceNow {

    private final AudienceIndexes indexes;
    private final TagRepository tags;

    /** Makes it for a workspace. */
    public AudienceNow(AudienceIndexes indexes, TagRepository tags) {
        this.indexes = indexes;
        this.tags = tags;
    }

    /**
     * Returns the index.
     *
     * @throws io.marquetry.base.ProblemException if the source does not open, or changed meanwhile
     */
    MembershipIndex of(PackageDocument document, CancelSignal signal) {
        SourceName source = document.pack().source();
        TagCatalog known = tags.catalog();
        MembershipIndex index = indexes.index(source, known, done -> {}, signal);
        boolean stale =
                indexes.freshness(source).filter(Freshness.Fresh.class::isInstance).isEmpty();
        if (stale) {
            index = indexes.refresh(source, known, done -> {}, signal);
        }
        Map<TagKey, Tag> asApproved = new LinkedHashMap<>();
        known.tags().forEach(tag -> asApproved.put(tag.key(), tag));
        document.tags().forEach(tag -> asApproved.put(tag.key(), tag));
        return indexes.beside(index, new TagCatalog(asApproved.values()), signal);
    }
}
