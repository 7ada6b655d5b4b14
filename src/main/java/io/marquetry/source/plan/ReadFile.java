package io.marquetry.source.plan;

import io.marquetry.source.AttributeType;
import io.marquetry.source.infer.ColumnReading;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a file was read, so that a newer one can be read in the same way.
 *
 * @param path where it lay; empty: nobody knows
 * @param table which table of a database, or sheet of a spreadsheet
 * @param names how rules call each column, by its name in the file, in the file's order
 * @param readings how each column was read, by its name in the file
 * @param leftOut the columns that no rule was to ask, by their names in the file
 * @param zone where times with an offset were looked at; empty: there were none
 */
public record ReadFile(
        Optional<String> path,
        Optional<String> table,
        Map<String, String> names,
        ColumnReadings readings,
        Set<String> leftOut,
        Optional<ZoneId> zone) {

    /** Copies what it is given. */
    public ReadFile {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
        leftOut = Collections.unmodifiableSet(new LinkedHashSet<>(leftOut));
    }

    /** Returns how a file is about to be read. */
    static ReadFile of(TableFile file, List<ImportColumn> columns) {
        List<String> headers = file.sample(1).names();
        boolean known = headers.size() == columns.size();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, ColumnReading> readings = new TreeMap<>();
        Set<String> leftOut = new LinkedHashSet<>();
        Optional<ZoneId> zone = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            ImportColumn column = columns.get(i);
            String header = known ? headers.get(i) : column.name();
            names.put(header, column.name());
            readings.put(header, reading(column));
            if (!column.included()) {
                leftOut.add(header);
            }
            zone = zone.or(column::zone);
        }
        return new ReadFile(
                file.bytes().opening().path().map(Object::toString),
                file.table(),
                names,
                new ColumnReadings(readings),
                leftOut,
                zone);
    }

    private static ColumnReading reading(ImportColumn column) {
        boolean days =
                column.type() == AttributeType.DATE || column.type() == AttributeType.DATETIME;
        boolean numbers =
                column.type() == AttributeType.INTEGER || column.type() == AttributeType.DECIMAL;
        return ColumnReading.of(
                Optional.of(column.type()),
                days ? Optional.of(column.dates()) : Optional.empty(),
                numbers ? Optional.of(column.numbers().decimals()) : Optional.empty(),
                column.missing());
    }

    /** Returns the name that the file gives the column which rules call so. */
    Optional<String> header(String name) {
        return names.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
