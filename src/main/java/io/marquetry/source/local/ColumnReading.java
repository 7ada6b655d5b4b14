package io.marquetry.source.local;

import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.DateOrder;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the texts of a column are read, where people corrected what was found.
 *
 * @param type its type; empty: as found
 * @param dates how it writes days; empty: as found
 * @param missing the texts that mean "no value" besides the empty one, exact
 */
public record ColumnReading(
        Optional<AttributeType> type, Optional<DateOrder> dates, SortedSet<String> missing) {

    /** Copies the texts in order. */
    public ColumnReading {
        missing = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /** Makes a reading of texts in any order. */
    public static ColumnReading of(
            Optional<AttributeType> type, Optional<DateOrder> dates, Set<String> missing) {
        return new ColumnReading(type, dates, new TreeSet<>(missing));
    }

    /** Returns this reading, changed and completed by another. */
    ColumnReading with(ColumnReading other) {
        SortedSet<String> both = new TreeSet<>(missing);
        both.addAll(other.missing());
        return new ColumnReading(other.type().or(() -> type), other.dates().or(() -> dates), both);
    }

    /** Returns whether anything differs from what is found. */
    public boolean corrects() {
        return type.isPresent() || dates.isPresent() || !missing.isEmpty();
    }
}
