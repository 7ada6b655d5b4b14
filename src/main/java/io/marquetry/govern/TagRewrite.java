package io.marquetry.govern;

import io.marquetry.base.Kept;
import io.marquetry.pack.PackageDraft;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.Optional;

/**
 * What a rename or a merge writes.
 *
 * @param from the key that is replaced
 * @param to the key in its place
 * @param merge whether {@code to} was there before
 * @param changed the tags that change, each with the revision that was seen
 * @param removed the tag that goes because it has another key now
 * @param drafts as they are afterwards, each with the revision that was seen before
 */
public record TagRewrite(
        TagKey from,
        TagKey to,
        boolean merge,
        List<GovernedTag> changed,
        Optional<GovernedTag> removed,
        List<Kept<PackageDraft>> drafts) {

    /** Copies the lists. */
    public TagRewrite {
        changed = List.copyOf(changed);
        drafts = List.copyOf(drafts);
    }
}
