package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.csv.InspectedColumn;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the columns of a file are read, where people corrected what was found.
 *
 * @param byColumn by the column's name in the file; the one of {@link #EVERY_COLUMN} is for all
 */
public record ColumnReadings(Map<String, ColumnReading> byColumn) {

    /** Stands for all columns, of whose texts some mean "no value". */
    public static final String EVERY_COLUMN = "*";

    /** Nothing is corrected. */
    public static final ColumnReadings NONE = new ColumnReadings(Map.of());

    private static final ColumnReading AS_FOUND =
            ColumnReading.of(Optional.empty(), Optional.empty(), Set.of());

    /** Copies the readings in the order of the columns. */
    public ColumnReadings {
        byColumn = Collections.unmodifiableMap(new TreeMap<>(byColumn));
    }

    /** Returns these readings, changed and completed by others. */
    public ColumnReadings with(ColumnReadings others) {
        Map<String, ColumnReading> both = new TreeMap<>(byColumn);
        others.byColumn()
                .forEach((name, reading) -> both.merge(name, reading, ColumnReading::with));
        return new ColumnReadings(both);
    }

    /** Returns the texts that mean "no value" in a column. */
    public Set<String> missing(String column) {
        Set<String> markers = new HashSet<>(reading(EVERY_COLUMN).missing());
        markers.addAll(reading(column).missing());
        return markers;
    }

    /** Returns a column as it was found, then corrected. */
    public ImportColumn correct(InspectedColumn found) {
        ImportColumn column = ImportColumn.of(found, missing(found.name()));
        ColumnReading reading = reading(found.name());
        AttributeType type = reading.type().orElse(column.type());
        return column.withType(type).withDates(reading.dates().orElse(column.dates()));
    }

    /**
     * Returns the columns of a file as found, then corrected.
     *
     * @throws io.marquetry.base.ProblemException if a reading names a column that it does not have
     */
    public List<ImportColumn> columns(TableFile file, ImportInspection inspection) {
        List<ImportColumn> columns = inspection.columns().stream().map(this::correct).toList();
        for (String name : byColumn.keySet()) {
            if (!name.equals(EVERY_COLUMN)) {
                ImportColumn.position(file.label(), columns, name);
            }
        }
        return columns;
    }

    /** Reads as much of a file as is needed to know the types of its columns. */
    public ImportInspection types(TableFile file, ImportListener listener, CancelSignal signal) {
        return file.types(this::missing, listener, signal);
    }

    private ColumnReading reading(String column) {
        return byColumn.getOrDefault(column, AS_FOUND);
    }
}
