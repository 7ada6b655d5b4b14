package io.marquetry.effect.watch;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.UserZone;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Freshness;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/** Notices tags whose membership jumps or dies. Blocks. */
public final class TagWatch {

    private final TagSizes sizes;
    private final AudienceIndexes indexes;

    /** Makes the watch over the sizes that a workspace keeps. */
    public TagWatch(TagSizes sizes, AudienceIndexes indexes) {
        this.sizes = sizes;
        this.indexes = indexes;
    }

    /**
     * Counts all tags on a source as it is now, and keeps their sizes for the day that the source
     * was taken on.
     *
     * @param progress is told the share that is done, 0 to 1, on any thread
     * @throws io.marquetry.base.ProblemException if the source does not open
     */
    public void count(
            SourceName source, TagCatalog tags, DoubleConsumer progress, CancelSignal signal) {
        MembershipIndex index = indexes.index(source, tags, progress, signal);
        boolean fresh =
                indexes.freshness(source).filter(Freshness.Fresh.class::isInstance).isPresent();
        take(fresh ? index : indexes.refresh(source, tags, progress, signal));
    }

    private void take(MembershipIndex index) {
        Map<TagKey, Long> now = new TreeMap<>();
        index.tags().forEach(tag -> now.put(tag, index.size(tag)));
        LocalDate day = LocalDate.ofInstant(index.snapshot().asOf(), UserZone.get());
        sizes.record(index.snapshot().source(), day, now);
    }

    /** Returns the sizes that tags had. */
    public TagSizes sizes() {
        return sizes;
    }

    /** Returns what is known of each tag that was counted on a source, by key. */
    public List<WatchedTag> watched(SourceName source) {
        List<WatchedTag> watched = new ArrayList<>();
        sizes.of(source)
                .forEach((tag, all) -> watched.add(new WatchedTag(tag, all, TagHealth.of(all))));
        return watched;
    }
}
