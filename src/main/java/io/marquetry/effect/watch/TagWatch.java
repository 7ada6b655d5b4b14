package io.marquetry.effect.watch;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.UserZone;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notices tags whose membership jumps or dies. Blocks. */
public final class TagWatch {

    private final TagSizes sizes;

    /** Makes the watch over the sizes that a workspace keeps. */
    public TagWatch(TagSizes sizes) {
        this.sizes = sizes;
    }

    /** Keeps the sizes of all tags of an index, for the day that its source was taken on. */
    public void take(MembershipIndex index) {
        Snapshot snapshot = index.snapshot();
        Map<TagKey, Long> now = new TreeMap<>();
        index.tags().forEach(tag -> now.put(tag, index.size(tag)));
        LocalDate day = LocalDate.ofInstant(snapshot.asOf(), UserZone.get());
        sizes.record(snapshot.source(), day, now);
    }

    /** Returns the health of each tag of a source. */
    public Map<TagKey, TagHealth> health(io.marquetry.audience.SourceName source) {
        Map<TagKey, TagHealth> health = new TreeMap<>();
        for (Map.Entry<TagKey, List<TagSize>> entry : sizes.of(source).entrySet()) {
            health.put(entry.getKey(), TagHealth.of(entry.getValue()));
        }
        return health;
    }
}
