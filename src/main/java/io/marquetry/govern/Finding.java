package io.marquetry.govern;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagFinding.Severity;
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
        /** A word of its key is not in the dictionary. */
        OFF_STANDARD(Severity.WARNING),
        /** The same people carry another tag. */
        SAME_PEOPLE(Severity.NOTE),
        /** Another tag has the same rule. */
        SAME_RULE(Severity.WARNING),
        /** All who carry it carry another tag, too, which more people carry. */
        INSIDE(Severity.NOTE),
        /** Its rule, or the audience of a package that names it, can be satisfied by nobody. */
        CONTRADICTION(Severity.WARNING),
        /** Neither a package nor a version of the last 90 days names it, nor another rule. */
        UNUSED(Severity.NOTE),
        /** Its size jumped, or nobody carries it any more. */
        JUMPED_OR_DIED(Severity.WARNING),
        /** Its validity is over, but it is still used. */
        EXPIRED_IN_USE(Severity.WARNING),
        /** It is deprecated, but a package still names it. */
        DEPRECATED_IN_USE(Severity.WARNING),
        /** The asset that it stands for is over, used up or deprecated, and still used by it. */
        ASSET_ENDED(Severity.WARNING),
        /** Nobody answers for it. */
        NO_OWNER(Severity.NOTE),
        /** Nobody said what it is used for. */
        NO_SCENARIO(Severity.NOTE),
        /** Nobody carries it, or everybody does. */
        EMPTY_OR_EVERYONE(Severity.NOTE);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        /** Returns how grave it is. */
        public Severity severity() {
            return severity;
        }
    }
}
