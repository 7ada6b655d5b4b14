package io.marquetry.ui.compose.palette;

import io.marquetry.index.question.WhatIfs;
import io.marquetry.tag.Tag;

import java.util.Comparator;
import java.util.List;

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

    private static final Comparator<Ranked> ORDER =
            Comparator.comparing(Ranked::unknown)
                    .thenComparingLong(Ranked::rank)
                    .thenComparing(ranked -> ranked.tag().key());

    /** Returns the tags in this order; those without a number come last, by their keys. */
    List<Tag> sorted(List<Tag> tags, WhatIfs whatIfs) {
        // Each number is looked up once, however often it is compared.
        return tags.stream()
                .map(tag -> ranked(tag, whatIfs))
                .sorted(ORDER)
                .map(Ranked::tag)
                .toList();
    }

    private Ranked ranked(Tag tag, WhatIfs whatIfs) {
        Long added = whatIfs.added().get(tag.key());
        Long removed = whatIfs.removed().get(tag.key());
        Long then = removed == null ? added : removed;
        return new Ranked(tag, then == null, then == null ? 0 : rank(then, whatIfs.now()));
    }

    private long rank(long then, long now) {
        return switch (this) {
            case KEY -> 0;
            case LARGEST -> -then;
            case SMALLEST -> then;
            case CHANGE -> -Math.abs(then - now);
        };
    }

    private record Ranked(Tag tag, boolean unknown, long rank) {}
}
