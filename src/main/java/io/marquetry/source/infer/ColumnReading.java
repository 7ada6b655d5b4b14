package io.marquetry.source.infer;

import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DecimalMark;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the texts of a column are read, where people corrected what was found.
 *
 * @param type its type; empty: as found
 * @param dates how it writes days; empty: as found
 * @param numbers what stands before its decimals; empty: as found
 * @param missing the texts that mean "no value" besides the empty one, exact
 */
public record ColumnReading(
        Optional<AttributeType> type,
        Optional<DateForm> dates,
        Optional<DecimalMark> numbers,
        SortedSet<String> missing) {

    /** Nothing is corrected. */
    public static final ColumnReading AS_FOUND =
            of(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    /** Copies the texts in order. */
    public ColumnReading {
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /** Makes a reading of texts in any order. */
    public static ColumnReading of(
            Optional<AttributeType> type,
            Optional<DateForm> dates,
            Optional<DecimalMark> numbers,
            Set<String> missing) {
        return new ColumnReading(type, dates, numbers, new TreeSet<>(missing));
    }

    /** Makes a reading that only has texts that mean "no value". */
    public static ColumnReading without(Set<String> missing) {
        return of(Optional.empty(), Optional.empty(), Optional.empty(), missing);
    }

    /** Returns this reading, changed and completed by another. */
    public ColumnReading with(ColumnReading other) {
        SortedSet<String> both = new TreeSet<>(missing);
        both.addAll(other.missing());
        return new ColumnReading(
                other.type().or(() -> type),
                other.dates().or(() -> dates),
                other.numbers().or(() -> numbers),
                both);
    }

    /** Returns whether anything differs from what is found. */
    public boolean corrects() {
        return type.isPresent() || dates.isPresent() || numbers.isPresent() || !missing.isEmpty();
    }
}
