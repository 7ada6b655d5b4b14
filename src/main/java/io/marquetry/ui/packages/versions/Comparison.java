package io.marquetry.ui.packages.versions;

import io.marquetry.base.Problem;
import io.marquetry.index.Changes.Change;
import io.marquetry.pack.PackageDifference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version beside a later state of its package.
 *
 * @param from the number of the earlier version
 * @param to the number of the later one; empty: the draft as it stands
 * @param differences in what they differ; empty where they say the same
 * @param people who came and who went; empty where that cannot be counted
 * @param uncounted why it cannot
 */
record Comparison(
        int from,
        OptionalInt to,
        List<PackageDifference> differences,
        Optional<Change> people,
        Optional<Problem> uncounted) {

    Comparison {
        differences = List.copyOf(differences);
    }
}
