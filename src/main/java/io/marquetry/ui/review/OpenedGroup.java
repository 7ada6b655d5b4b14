package io.marquetry.ui.review;

import io.marquetry.effect.figures.Group;
import io.marquetry.effect.sums.Dimension;

import java.util.List;

/**
 * A group whose figures are to be seen.
 *
 * @param dimensions by what it was divided off; empty: it is everybody
 * @param lines what is to be told above the figures
 */
record OpenedGroup(List<Dimension> dimensions, Group group, List<String> lines) {

    /** Copies the lists. */
    OpenedGroup {
        dimensions = List.copyOf(dimensions);
        lines = List.copyOf(lines);
    }
}
