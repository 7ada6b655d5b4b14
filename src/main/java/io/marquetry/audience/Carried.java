package io.marquetry.audience;

import io.marquetry.audience.AudienceExpression.Leaf;

import java.util.Set;

/**
 * Which tags and conditions one profile satisfies; exact for the snapshot.
 *
 * @param leaves those of the ones that were asked for
 */
public record Carried(Snapshot snapshot, Set<Leaf> leaves) {

    /** Copies the set. */
    public Carried {
        leaves = Set.copyOf(leaves);
    }
}
