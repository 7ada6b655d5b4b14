package io.marquetry.govern;

import io.marquetry.base.Revision;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

/**
 * A tag and how it is kept.
 *
 * @param revision to be stated by who saves it
 */
public record GovernedTag(Tag tag, Care care, Revision revision) {

    /** Returns the key of the tag. */
    public TagKey key() {
        return tag.key();
    }

    /** Returns the same tag, kept otherwise. */
    public GovernedTag with(Care other) {
        return new GovernedTag(tag, other, revision);
    }
}
