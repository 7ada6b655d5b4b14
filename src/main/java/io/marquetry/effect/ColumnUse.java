package io.marquetry.effect;

import java.util.Optional;

/**
 * How a column tells something.
 *
 * @param column its exact name; not blank
 * @param equal the value that means yes; empty: true, a number above 0, or any date
 * @param absent what an empty cell means
 */
public record ColumnUse(String column, Optional<String> equal, Absence absent) {

    /** Refuses a column without a name. */
    public ColumnUse {
        if (column.isBlank()) {
            throw new IllegalArgumentException("a column has a name");
        }
    }

    /** Uses a column in whose empty cells nothing happened. */
    public ColumnUse(String column, Optional<String> equal) {
        this(column, equal, Absence.NOTHING);
    }

    /** Returns the use of a column as it is. */
    public static ColumnUse of(String column) {
        return new ColumnUse(column, Optional.empty());
    }

    /** Returns this use where empty cells mean something else. */
    public ColumnUse with(Absence other) {
        return new ColumnUse(column, equal, other);
    }
}
