package io.marquetry.govern;

import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagKey;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where is kept how tags are kept; blocks, so never call it on the FX thread. */
public interface TagCares {

    /** Returns all tags with how they are kept. */
    GovernedTags tags();

    /** Returns the words that keys are made of. */
    NamingStandard naming();

    /** Keeps other words that keys are made of; can be taken back. Durable when it returns. */
    void save(NamingStandard naming);

    /**
     * Changes how tags are kept, all or none; durable when it returns.
     *
     * @param changed each with the revision that was seen
     * @throws io.marquetry.base.ProblemException if one was saved by somebody else meanwhile
     */
    void save(Collection<GovernedTag> changed);

    /** Returns what a tag said each time that it was changed, the oldest first. */
    List<TagVersion> versions(TagKey key);

    /**
     * Makes a rename or a merge, all of it or nothing; durable when it returns.
     *
     * @return its number, from 1
     * @throws io.marquetry.base.ProblemException if one of the tags or drafts was saved by somebody
     *     else meanwhile
     */
    int rewrite(TagRewrite rewrite);

    /** Returns what the last rename or merge was that can be taken back. */
    Optional<Rewritten> lastRewrite();

    /**
     * Takes a change back, all of it or nothing: tags, drafts and words say what they said before.
     *
     * @throws io.marquetry.base.ProblemException if one of them was changed since
     */
    void undo(int rewrite);

    /**
     * A change that was made and can be taken back.
     *
     * @param number from 1
     * @param from the key that was replaced; of tags that were only kept otherwise the first; empty
     *     where no tag changed
     * @param to the key in its place; the same where none was replaced
     * @param created the tags that were not there before, under these keys
     * @param tags how many tags were changed
     * @param drafts how many drafts were
     */
    record Rewritten(
            int number,
            TagRewrite.Kind kind,
            Optional<TagKey> from,
            Optional<TagKey> to,
            List<TagKey> created,
            int tags,
            int drafts) {

        /** Copies the list. */
        public Rewritten {
            created = List.copyOf(created);
        }
    }
}
