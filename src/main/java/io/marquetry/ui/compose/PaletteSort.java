package io.marquetry.ui.compose;

import io.marquetry.index.WhatIfs;
import io.marquetry.tag.Tag;

import java.util.Comparator;
import java.util.Map;

/** In which order the palette shows the tags below one heading. */
public enum PaletteSort {
    /** By their keys. */
    KEY,
    /** By the audience that a tag would make, the largest first. */
    LARGEST,
    /** By the audience that a tag would make, the smallest first. */
    SMALLEST,
    /** By how much a tag would change the audience, the most first. */
    CHANGE;

    /** Returns the order for these numbers; tags without a number come last, by their keys. */
    Comparator<Tag> order(WhatIfs whatIfs) {
        Comparator<Tag> byKey = Comparator.comparing(Tag::key);
        Map<io.marquetry.tag.TagKey, Long> added = whatIfs.added();
        long now = whatIfs.now();
        Comparator<Tag> byNumber =
                Comparator.comparingLong(
                        tag -> {
                            long then =
                                    whatIfs.removed()
                                            .getOrDefault(
                                                    tag.key(), added.getOrDefault(tag.key(), now));
                            return switch (this) {
                                case KEY -> 0;
                                case LARGEST -> -then;
                                case SMALLEST -> then;
                                case CHANGE -> -Math.abs(then - now);
                            };
                        });
        return Comparator.comparing((Tag tag) -> !added.containsKey(tag.key()))
                .thenComparing(byNumber)
                .thenComparing(byKey);
    }
}
