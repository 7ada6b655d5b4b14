package io.marquetry.ui.review.ask;

import io.marquetry.effect.figures.Group;
import io.marquetry.effect.sums.Dimension;

import java.util.List;
import java.util.Optional;

/**
 * A group whose figures are to be seen.
 *
 * @param dimensions the dimensions by which the group was divided off; empty: the group is
 *     everybody
 * @param lines what is to be told above the figures
 * @param arm the arm that was opened; empty: all of them
 */
public record OpenedGroup(
        List<Dimension> dimensions, Group group, List<String> lines, Optional<String> arm) {

    /** Opens all arms of a group. */
    public OpenedGroup(List<Dimension> dimensions, Group group, List<String> lines) {
        this(dimensions, group, lines, Optional.empty());
    }

    /** Copies the lists. */
    public OpenedGroup {
        dimensions = List.copyOf(dimensions);
        lines = List.copyOf(lines);
    }
}
