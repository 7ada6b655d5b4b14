package io.marquetry.index;

import io.marquetry.audience.MembershipReader;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;

import java.util.Optional;

/** Why a tag has no answer on a source. */
final class Misfit {

    private Misfit() {}

    /** Returns why an audience tag has no answer; empty where it has one. */
    static Optional<Problem> of(Tag tag, MembershipReader reader, TagCatalog tags) {
        try {
            return reader.misfit(tags.rule(tag.key()), tags);
        } catch (ProblemException e) {
            // The rule names a tag that is gone, or its own tag.
            return Optional.of(e.problem());
        }
    }
}
