package io.marquetry.govern;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagKey;

import java.util.Optional;

/**
 * Something about a tag that governance wants mended.
 *
 * @param other the tag that it is about, too: the one to merge with, or to take instead
 * @param problem the sentence
 */
public record Finding(Kind kind, TagKey tag, Optional<TagKey> other, Problem problem) {

    /** What can be found; each is a tile of the board. */
    public enum Kind {
        /** Its type is not in the dictionary. */
        OFF_STANDARD,
        /** The same people carry another tag. */
        SAME_PEOPLE,
        /** Neither a package nor a version of the last 90 days names it, nor another rule. */
        UNUSED,
        /** Its size jumped, or nobody carries it any more. */
        JUMPED_OR_DIED,
        /** Its validity is over, but it is still used. */
        EXPIRED_IN_USE,
        /** It is deprecated, but a package still names it. */
        DEPRECATED_IN_USE,
        /** Nobody answers for it. */
        NO_OWNER,
        /** Nobody said what it is used for. */
        NO_SCENARIO,
        /** Nobody carries it, or everybody does. */
        EMPTY_OR_EVERYONE
    }
}
