package io.marquetry.govern.dictionary;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.SpreadsheetCsv;
import io.marquetry.base.SpreadsheetText;
import io.marquetry.govern.GovernedTag;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.Json;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.StrictJson;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.file.PlainSheet;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A table of tags in a file: CSV, Excel or a list of JSON objects, one row or object per tag. In
 * CSV a text that a spreadsheet would run as a formula has an apostrophe before it, which is taken
 * away again.
 */
public final class DictionaryFile {

    /** Most rows of a file. */
    public static final int MAX_ROWS = 100_000;

    private DictionaryFile() {}

    /** How it is written. */
    public enum Form {
        /** Separated by commas. */
        CSV,
        /** Excel. */
        XLSX,
        /** A list of objects. */
        JSON
    }

    /** Returns how a file of this name is written; empty for others. */
    public static Optional<Form> form(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(Form.values())
                .filter(form -> name.endsWith("." + form.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Returns whether a file is a table of tags: a JSON document of tags is an object, and no list.
     *
     * @throws io.marquetry.base.ProblemException if it is no JSON, though its name ends so
     */
    public static boolean isTable(Path file) {
        Optional<Form> form = form(file);
        return form.isPresent()
                && (form.get() != Form.JSON || StrictJson.read(file) instanceof Json.Items);
    }

    /**
     * Writes tags into a file, whole or not at all.
     *
     * @throws io.marquetry.base.ProblemException if its name ends otherwise, or it cannot be
     *     written
     */
    public static void write(Path file, Collection<GovernedTag> tags) {
        OutputFiles.check(file);
        Form form =
                form(file)
                        .orElseThrow(
                                () ->
                                        Problem.of("problem.dictionary.ending", file.toString())
                                                .asException());
        byte[] content =
                switch (form) {
                    case CSV -> csv(tags);
                    case XLSX -> PlainSheet.of(rows(tags));
                    case JSON -> json(tags);
                };
        try {
            DurableFiles.write(file.toAbsolutePath(), content);
        } catch (IOException e) {
            throw Problem.of("problem.file.unwritable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    private static List<List<String>> rows(Collection<GovernedTag> tags) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.stream(DictionaryColumn.values()).map(DictionaryColumn::title).toList());
        for (GovernedTag tag : tags) {
            rows.add(
                    Arrays.stream(DictionaryColumn.values())
                            .map(column -> column.of(tag))
                            .toList());
        }
        return rows;
    }

    private static byte[] csv(Collection<GovernedTag> tags) {
        return rows(tags).stream()
                .map(SpreadsheetCsv::row)
                .collect(Collectors.joining("", SpreadsheetCsv.MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Collection<GovernedTag> tags) {
        List<Json> items = new ArrayList<>();
        for (GovernedTag tag : tags) {
            JsonMembers members = new JsonMembers();
            for (DictionaryColumn column : DictionaryColumn.values()) {
                members.put(column.title(), column.of(tag));
            }
            items.add(members.done());
        }
        return CanonicalJson.bytes(new Json.Items(items));
    }

    /**
     * A row of a file.
     *
     * @param line where it begins, from 1
     * @param cells by column; a column that the file does not have is absent
     */
    public record Row(long line, Map<DictionaryColumn, String> cells) {

        /** Copies the cells. */
        public Row {
            cells = Map.copyOf(cells);
        }

        /** Returns what stands in a column; empty where the file does not have it. */
        Optional<String> cell(DictionaryColumn column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /**
     * Reads a file, of whatever encoding and delimiter. Blocks.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read, has no column of keys, two
     *     columns of one name or one that is unknown, no row or too many
     */
    public static List<Row> read(Path file) {
        TableFile found = look(file);
        List<Row> read = new ArrayList<>();
        try (TableRows rows = found.open(found.bytes())) {
            for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                CsvRow row = next.get();
                if (row.problem().isPresent()) {
                    throw Problem.of("problem.reading.line", row.line(), row.problem().get())
                            .asException();
                }
                if (read.size() == MAX_ROWS) {
                    throw Problem.of("problem.dictionary.tooLong", found.label(), MAX_ROWS)
                            .asException();
                }
                read.add(row(row, rows.names(), found));
            }
            if (read.isEmpty()) {
                throw Problem.of("problem.dictionary.empty", found.label()).asException();
            }
        }
        return List.copyOf(read);
    }

    private static TableFile look(Path file) {
        Optional<DataFileKind> kind = DataFileKind.of(file);
        if (kind.filter(k -> k == DataFileKind.PARQUET || k == DataFileKind.DUCKDB).isPresent()) {
            throw Problem.of("problem.dictionary.ending", file.toString()).asException();
        }
        boolean json = kind.filter(k -> k == DataFileKind.JSON).isPresent();
        FileReading reading =
                json
                        ? FileReading.AS_FOUND
                        : new FileReading(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true),
                                OptionalInt.of(0));
        return reading.look(file);
    }

    private static Row row(CsvRow row, List<String> names, TableFile file) {
        Map<DictionaryColumn, String> cells = new EnumMap<>(DictionaryColumn.class);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            DictionaryColumn column =
                    DictionaryColumn.called(name)
                            .orElseThrow(
                                    () ->
                                            Problem.of(
                                                            "problem.dictionary.column",
                                                            file.label(),
                                                            name,
                                                            titles())
                                                    .asException());
            String cell = i < row.cells().size() ? row.cells().get(i) : "";
            if (cells.put(
                            column,
                            file instanceof TableFile.Separated
                                    ? SpreadsheetText.meant(cell)
                                    : cell)
                    != null) {
                throw Problem.of("problem.dictionary.twice", file.label(), name).asException();
            }
        }
        if (!cells.containsKey(DictionaryColumn.KEY)) {
            throw Problem.of("problem.dictionary.noKey", file.label()).asException();
        }
        return new Row(row.line(), cells);
    }

    private static String titles() {
        return Arrays.stream(DictionaryColumn.values())
                .map(DictionaryColumn::title)
                .collect(Collectors.joining(", "));
    }
}
