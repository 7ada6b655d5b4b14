package io.marquetry.effect.figures;

import io.marquetry.effect.sums.GroupValue;

import java.util.List;

/**
 * The figures of one group.
 *
 * @param values what its members have in common, one per dimension; empty: everybody
 * @param arms in the order of their names, the control last
 * @param treated all arms but the control together
 */
public record Group(
        List<GroupValue> values, List<ArmFigures> arms, Figures treated, Uplift uplift) {

    /** Copies the lists. */
    public Group {
        values = List.copyOf(values);
        arms = List.copyOf(arms);
    }
}
