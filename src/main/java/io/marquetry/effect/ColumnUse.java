package io.marquetry.effect;

import java.util.Optional;

/**
 * How a column tells something.
 *
 * @param column its exact name; not blank
 * @param equal the value that means yes; empty: true, a number above 0, or any date
 */
public record ColumnUse(String column, Optional<String> equal) {

    /** Refuses a column without a name. */
    public ColumnUse {
        if (column.isBlank()) {
            throw new IllegalArgumentException("a column has a name");
        }
    }

    /** Returns the use of a column as it is. */
    public static ColumnUse of(String column) {
        return new ColumnUse(column, Optional.empty());
    }
}
