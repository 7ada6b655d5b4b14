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
        /** It does not work. */
        ERROR,
        /** It works, but breaks the standard. */
        WARNING,
        /** It may be meant so. */
        NOTE
    }
}
