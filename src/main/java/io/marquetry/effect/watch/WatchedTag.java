package io.marquetry.effect.watch;

import io.marquetry.tag.TagKey;

import java.util.List;

/**
 * What is known of a tag's membership.
 *
 * @param sizes in the order of days; at least one
 */
public record WatchedTag(TagKey tag, List<TagSize> sizes, TagHealth health) {

    /** Copies the sizes. */
    public WatchedTag {
        sizes = List.copyOf(sizes);
    }

    /** Returns whether its membership jumped or died. */
    public boolean isUnusual() {
        return switch (health) {
            case TagHealth.Usual _ -> false;
            case TagHealth.Jumped _, TagHealth.Died _ -> true;
        };
    }
}
