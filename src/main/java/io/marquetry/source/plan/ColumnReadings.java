package io.marquetry.source.plan;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.InspectedColumn;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Returns how a column is read, with what was said about all of them. */
    public ColumnReading of(String column) {
        return ColumnReading.without(missing(column)).with(reading(column));
    }

    /**
     * Returns a column as it was found under these readings, with the type that was said.
     *
     * @param zone where times with an offset are looked at
     * @throws io.marquetry.base.ProblemException if nobody can tell how it writes its days or its
     *     numbers
     */
    public ImportColumn correct(InspectedColumn found, ZoneId zone) {
        ImportColumn column = ImportColumn.of(found, missing(found.name()), zone);
        ColumnReading reading = reading(found.name());
        AttributeType type = reading.type().orElse(column.type());
        boolean days = type == AttributeType.DATE || type == AttributeType.DATETIME;
        boolean numbers = type == AttributeType.DECIMAL || type == AttributeType.INTEGER;
        boolean open = (days && found.dates().isEmpty()) || (numbers && found.numbers().isEmpty());
        if (open && found.why().isPresent() && found.type() == AttributeType.TEXT) {
            throw found.why().get().asException();
        }
        if (reading.dates().isPresent() && !days) {
            throw Problem.of("problem.import.noDays", found.name(), type.name()).asException();
        }
        if (reading.numbers().isPresent() && !numbers) {
            throw Problem.of("problem.import.noNumbers", found.name(), type.name()).asException();
        }
        return column.withType(type);
    }

    /**
     * Returns the columns of a file as found, then corrected.
     *
     * @param zone where times with an offset are looked at
     * @throws io.marquetry.base.ProblemException if what was said cannot take effect
     */
    public List<ImportColumn> columns(ImportInspection inspection, ZoneId zone) {
        return inspection.columns().stream().map(column -> correct(column, zone)).toList();
    }

    /** Returns what was said about the columns of one of several files. */
    public ColumnReadings of(String file, String separator) {
        Map<String, ColumnReading> meant = new TreeMap<>(byColumn);
        byColumn.forEach(
                (name, reading) -> {
                    if (name.startsWith(file + separator)) {
                        meant.merge(
                                name.substring(file.length() + separator.length()),
                                reading,
                                ColumnReading::with);
                    }
                });
        return new ColumnReadings(meant);
    }

    /**
     * Refuses what was said about columns that are not there.
     *
     * @param file what people call the file
     * @param columns those that are there
     * @throws io.marquetry.base.ProblemException if a column is not
     */
    public void refuseOthers(String file, List<ImportColumn> columns) {
        for (String name : byColumn.keySet()) {
            if (!name.equals(EVERY_COLUMN)) {
                ImportColumn.position(file, columns, name);
            }
        }
    }

    private ColumnReading reading(String column) {
        return byColumn.getOrDefault(column, ColumnReading.AS_FOUND);
    }
}
