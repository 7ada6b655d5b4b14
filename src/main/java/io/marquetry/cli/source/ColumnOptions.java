package io.marquetry.cli.source;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.DateOrder;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.local.ColumnReading;
import io.marquetry.source.local.ColumnReadings;
import io.marquetry.source.local.ImportColumn;
import io.marquetry.source.local.TableFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a file and its columns are read, where what was found is to be corrected. */
public final class ColumnOptions {

    @Option(names = "--type", paramLabel = "COLUMN=TYPE", descriptionKey = "cli.import.type")
    private Map<String, AttributeType> types = new LinkedHashMap<>();

    @Option(names = "--dates", paramLabel = "COLUMN=ORDER", descriptionKey = "cli.import.dates")
    private Map<String, DateOrder> dates = new LinkedHashMap<>();

    @Option(names = "--missing", paramLabel = "COLUMN=TEXT", descriptionKey = "cli.import.missing")
    private List<String> missing = List.of();

    @Option(names = "--table", paramLabel = "TABLE", descriptionKey = "cli.import.table")
    private @Nullable String table;

    @Mixin private final FormatOptions format = new FormatOptions();

    /** Returns a file as it is to be read. */
    public TableFile file(Path path) {
        if (DataFileKind.of(path).isPresent()) {
            return new TableFile.Typed(DataFile.of(path, Optional.ofNullable(table)));
        }
        CsvInput input = CsvInput.file(path);
        return new TableFile.Separated(input, format.of(input));
    }

    /** Returns how separated values are written. */
    FormatOptions format() {
        return format;
    }

    /** Returns the corrections. */
    public ColumnReadings readings() {
        ColumnReadings readings = ColumnReadings.NONE;
        for (Map.Entry<String, AttributeType> type : types.entrySet()) {
            readings = readings.with(one(type.getKey(), Optional.of(type.getValue()), Set.of()));
        }
        for (Map.Entry<String, DateOrder> order : dates.entrySet()) {
            ColumnReading reading =
                    ColumnReading.of(Optional.empty(), Optional.of(order.getValue()), Set.of());
            readings = readings.with(new ColumnReadings(Map.of(order.getKey(), reading)));
        }
        for (String text : missing) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw Problem.of("problem.import.missingForm", text).asException();
            }
            Set<String> marker = Set.of(text.substring(equals + 1));
            readings = readings.with(one(text.substring(0, equals), Optional.empty(), marker));
        }
        return readings;
    }

    /** Returns the columns of a file, corrected; tells which are left out. */
    public static List<ImportColumn> columns(
            TableFile file, ColumnReadings readings, ImportReport report, CancelSignal signal) {
        ImportInspection found = readings.types(file, report, signal);
        report.leftOut(found.leftOut());
        return readings.columns(file, found);
    }

    private static ColumnReadings one(
            String column, Optional<AttributeType> type, Set<String> markers) {
        return new ColumnReadings(
                Map.of(column, ColumnReading.of(type, Optional.empty(), markers)));
    }
}
