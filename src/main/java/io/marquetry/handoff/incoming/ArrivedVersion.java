package io.marquetry.handoff.incoming;

import io.marquetry.audience.Expressions;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.List;

/**
 * A version of a package as it arrived.
 *
 * @param said what its document says, in its sender's words
 * @param document the same in ours
 * @param version the same as a version that the workspace can keep, its text in canonical form
 */
record ArrivedVersion(PackageDocument said, PackageDocument document, PackageVersion version) {

    /** Returns the rules that somebody has to work out, in the sender's words. */
    List<TagRule> rules() {
        List<TagRule> rules = new ArrayList<>();
        said.tags().forEach(tag -> tag.rule().ifPresent(rules::add));
        rules.addAll(Expressions.conditionsIn(said.expression()));
        return rules;
    }
}
