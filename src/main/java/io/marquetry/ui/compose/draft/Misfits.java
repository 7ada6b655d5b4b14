package io.marquetry.ui.compose.draft;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.Optional;

/** Why tags and conditions cannot work on the source in work. */
public interface Misfits {

    /** Knows of nothing that could not work. */
    Misfits NONE =
            new Misfits() {
                @Override
                public Optional<Problem> of(TagKey tag) {
                    return Optional.empty();
                }

                @Override
                public Optional<Problem> of(TagRule.OnField condition) {
                    return Optional.empty();
                }
            };

    /** Returns why a tag cannot; empty where it can, or nobody knows yet. */
    Optional<Problem> of(TagKey tag);

    /** Returns why a condition cannot; empty where it can, or nobody knows yet. */
    Optional<Problem> of(TagRule.OnField condition);
}
