package io.marquetry.effect.figures;

import io.marquetry.effect.sums.Grouping;

import java.util.List;

/**
 * The groups of one grouping.
 *
 * @param groups in the order of their values, those of missing values last
 */
public record Division(Grouping grouping, List<Group> groups) {

    /** Copies the groups. */
    public Division {
        groups = List.copyOf(groups);
    }
}
