package io.marquetry.source;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;

import java.util.Optional;

/** Knows what in the workspace needs a source. Blocks. */
@FunctionalInterface
public interface SourceUsers {

    /** Returns who uses the source, as the reason why it has to stay; empty where nobody does. */
    Optional<Problem> of(SourceName source);
}
