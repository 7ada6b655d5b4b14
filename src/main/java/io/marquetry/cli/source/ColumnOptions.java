package io.marquetry.cli.source;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.UserZone;
import io.marquetry.base.VisibleText;
import io.marquetry.source.AttributeType;
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.KeyCase;
import io.marquetry.source.plan.TableFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How a file and its columns are read, where what was found is to be corrected. */
public final class ColumnOptions {

    @Option(names = "--type", paramLabel = "COLUMN=TYPE", descriptionKey = "cli.import.type")
    private Map<String, AttributeType> types = new LinkedHashMap<>();

    @Option(names = "--dates", paramLabel = "COLUMN=ORDER", descriptionKey = "cli.import.dates")
    private Map<String, String> dates = new LinkedHashMap<>();

    @Option(names = "--numbers", paramLabel = "COLUMN=MARK", descriptionKey = "cli.import.numbers")
    private Map<String, DecimalMark> numbers = new LinkedHashMap<>();

    @Option(names = "--missing", paramLabel = "COLUMN=TEXT", descriptionKey = "cli.import.missing")
    private List<String> missing = List.of();

    @Option(names = "--table", paramLabel = "TABLE", descriptionKey = "cli.import.table")
    private @Nullable String table;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.import.zone")
    private @Nullable ZoneId zone;

    @Option(
            names = "--key-case",
            paramLabel = "CASE",
            converter = Case.class,
            descriptionKey = "cli.import.keyCase")
    private @Nullable KeyCase keyCase;

    @Mixin private final FormatOptions format = new FormatOptions();

    /**
     * A file, and what its columns are.
     *
     * @param found what reading all of it showed
     */
    public record Read(TableFile file, List<ImportColumn> columns, ImportInspection found) {}

    /** Returns the zone in which times with an offset are looked at. */
    public ZoneId zone() {
        return zone == null ? UserZone.get() : zone;
    }

    /**
     * Returns the columns with the letter case of keys folded where it says nothing: of mail
     * addresses, unless people said otherwise.
     *
     * @param key the column with the keys
     */
    public List<ImportColumn> folded(Read read, Optional<String> key, ImportReport report) {
        if (key.isEmpty()) {
            return read.columns();
        }
        int position = ImportColumn.position(read.file().label(), read.columns(), key.get());
        boolean mails = read.found().columns().get(position).mails();
        KeyCase wanted = mails ? KeyCase.FOLDED : KeyCase.AS_WRITTEN;
        List<ImportColumn> columns = new ArrayList<>(read.columns());
        ImportColumn column = columns.get(position);
        columns.set(position, column.withKeyCase(keyCase == null ? wanted : keyCase));
        report.keys(columns.get(position));
        return columns;
    }

    /** Returns the corrections. */
    public ColumnReadings readings() {
        ColumnReadings readings = ColumnReadings.NONE;
        for (Map.Entry<String, AttributeType> type : types.entrySet()) {
            readings = with(readings, type.getKey(), type(type.getValue()));
        }
        for (Map.Entry<String, String> order : dates.entrySet()) {
            readings = with(readings, order.getKey(), dates(order.getKey(), order.getValue()));
        }
        for (Map.Entry<String, DecimalMark> mark : numbers.entrySet()) {
            readings =
                    with(
                            readings,
                            mark.getKey(),
                            ColumnReading.of(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(mark.getValue()),
                                    Set.of()));
        }
        for (String text : missing) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw Problem.of("problem.import.missingForm", text).asException();
            }
            Set<String> marker = Set.of(text.substring(equals + 1));
            readings = with(readings, text.substring(0, equals), ColumnReading.without(marker));
        }
        return readings;
    }

    /**
     * Reads a file, with the corrections, and tells how it was read.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read, or what was said does not
     *     fit it, or reading it as found would lose most of it
     */
    public Read read(Path path, ColumnReadings readings, ImportReport report, CancelSignal signal) {
        return read(path, file -> file, readings, report, signal);
    }

    /**
     * Reads a file as above, with what is made of it before its columns are looked at.
     *
     * @param made makes another file of the one that is found
     */
    public Read read(
            Path path,
            UnaryOperator<TableFile> made,
            ColumnReadings readings,
            ImportReport report,
            CancelSignal signal) {
        FileReading told = format.reading(table);
        return read(told, made.apply(told.look(path)), readings, report, signal);
    }

    /** Reads a file beside the one that the options are for, in the same way. */
    public Read readBeside(
            Path path, ColumnReadings readings, ImportReport report, CancelSignal signal) {
        FileReading told = format.reading(null);
        boolean text = DataFileKind.of(path).isEmpty();
        FileReading used = text ? told : FileReading.AS_FOUND;
        return read(used, used.look(path), readings, report, signal);
    }

    private Read read(
            FileReading told,
            TableFile file,
            ColumnReadings readings,
            ImportReport report,
            CancelSignal signal) {
        ImportInspection found = file.inspect(readings::of, report, signal);
        report.found(file, found, zone());
        if (found.losesMost() && !told.saysShape()) {
            throw Problem.of(
                            "problem.import.losesMost",
                            file.label(),
                            found.lost(),
                            found.rows(),
                            found.lostFor().getFirst())
                    .asException();
        }
        return new Read(file, readings.columns(found, zone()), found);
    }

    private static ColumnReading type(AttributeType type) {
        return ColumnReading.of(Optional.of(type), Optional.empty(), Optional.empty(), Set.of());
    }

    private static ColumnReading dates(String column, String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        try {
            DateOrder order = DateOrder.valueOf(name.toUpperCase(Locale.ROOT));
            Optional<LocalDate> start =
                    colon < 0 ? Optional.empty() : Optional.of(start(text.substring(colon + 1)));
            if (order.needsStart() && start.isEmpty()) {
                throw Problem.of("problem.import.datesStart", column, name).asException();
            }
            return ColumnReading.of(
                    Optional.empty(),
                    Optional.of(new DateForm(order, start)),
                    Optional.empty(),
                    Set.of());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problem.of(
                            "problem.import.datesForm",
                            column,
                            text,
                            Arrays.stream(DateOrder.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")))
                    .asException(e);
        }
    }

    /** A day, or a year, which is its first day. */
    private static LocalDate start(String text) {
        return text.matches("\\d{4}")
                ? LocalDate.of(Integer.parseInt(text), 1, 1)
                : LocalDate.parse(text);
    }

    private static ColumnReadings with(
            ColumnReadings readings, String column, ColumnReading reading) {
        return readings.with(new ColumnReadings(Map.of(VisibleText.inOneLine(column), reading)));
    }

    /** Reads {@code folded} and {@code as-written}. */
    static final class Case implements ITypeConverter<KeyCase> {
        @Override
        public KeyCase convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "folded" -> KeyCase.FOLDED;
                case "as-written" -> KeyCase.AS_WRITTEN;
                default -> throw new TypeConversionException("folded, as-written");
            };
        }
    }
}
