package io.marquetry.effect.watch;

import io.marquetry.audience.SourceName;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The sizes that tags had; blocks, so never call it on the FX thread. */
public interface TagSizes {

    /** Keeps the sizes of a day in place of those kept before; durable when it returns. */
    void record(SourceName source, LocalDate takenOn, Map<TagKey, Long> profiles);

    /** Returns the sizes of each tag in the order of days. */
    Map<TagKey, List<TagSize>> of(SourceName source);
}
