package io.marquetry.ui.packages.versions;

import io.marquetry.base.Problem;
import io.marquetry.compare.PeopleBetween;
import io.marquetry.compare.VersionDifferences.VersionDifference;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version beside a later state of its package.
 *
 * @param from the number of the earlier version
 * @param to the number of the later one; empty: the draft as it stands
 * @param told in what they differ, with whom each change alone brings in and costs
 * @param people who stays, goes and comes; empty where that cannot be counted
 * @param uncounted why it cannot
 */
record Comparison(
        int from,
        OptionalInt to,
        VersionDifference told,
        Optional<PeopleBetween> people,
        Optional<Problem> uncounted) {}
