package io.marquetry.tag;

import io.marquetry.base.Problem;

/**
 * Something about a tag or an asset that governance wants mended.
 *
 * @param subject the key of the tag or asset
 */
public record TagFinding(Severity severity, String subject, Problem problem) {

    /** How grave a finding is. */
    public enum Severity {
        /** The tag or asset does not work. */
        ERROR,
        /** The tag or asset works, but breaks the standard. */
        WARNING,
        /** Whoever made the tag or asset may have meant it so. */
        NOTE
    }
}
