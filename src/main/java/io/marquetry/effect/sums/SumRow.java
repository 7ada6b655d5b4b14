package io.marquetry.effect.sums;

import java.util.List;

/**
 * One row of the answer of the database.
 *
 * @param arm the text of its column; empty where there is none
 * @param values one per dimension
 */
public record SumRow(String arm, List<GroupValue> values, OutcomeSums sums) {

    public SumRow {
        values = List.copyOf(values);
    }
}
