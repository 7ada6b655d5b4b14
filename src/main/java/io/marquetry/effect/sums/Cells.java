package io.marquetry.effect.sums;

import io.marquetry.effect.OutcomeRole;

import java.util.Map;

/**
 * What is wrong with single cells of the rows.
 *
 * @param rows how many rows there are
 * @param empty how many have an empty cell in the column of a role
 * @param negative how many have a count below 0
 */
public record Cells(long rows, Map<OutcomeRole, Long> empty, Map<OutcomeRole, Long> negative) {

    public Cells {
        empty = Map.copyOf(empty);
        negative = Map.copyOf(negative);
    }

    public long empty(OutcomeRole role) {
        return empty.getOrDefault(role, 0L);
    }
}
