package io.marquetry.govern;

import io.marquetry.base.Kept;
import io.marquetry.pack.PackageDraft;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.Optional;

/**
 * What a change of tags writes that can be taken back as a whole.
 *
 * @param from the key that is replaced; where only the care of tags changes, the first of these
 *     tags
 * @param to the key in its place; the same where no key is replaced
 * @param changed the tags that change, each with the revision that was seen
 * @param removed the tag that goes because it has another key now
 * @param drafts as they are afterwards, each with the revision that was seen before
 */
public record TagRewrite(
        Kind kind,
        TagKey from,
        TagKey to,
        List<GovernedTag> changed,
        Optional<GovernedTag> removed,
        List<Kept<PackageDraft>> drafts) {

    /** What is done to tags. */
    public enum Kind {
        /** One has another key. */
        RENAME,
        /** One takes the place of another. */
        MERGE,
        /** Tags say something else, or are kept otherwise; each keeps its key. */
        CHANGE,
        /** The words that keys are made of are others; no tag changes. */
        WORDS
    }

    /** Returns what changes tags that keep their keys. */
    static TagRewrite of(List<GovernedTag> changed) {
        TagKey first = changed.getFirst().key();
        return new TagRewrite(Kind.CHANGE, first, first, changed, Optional.empty(), List.of());
    }

    /** Copies the lists. */
    public TagRewrite {
        changed = List.copyOf(changed);
        drafts = List.copyOf(drafts);
    }
}
