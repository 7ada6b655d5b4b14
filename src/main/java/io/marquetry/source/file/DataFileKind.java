package io.marquetry.source.file;

import io.marquetry.base.ProblemException;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.TextSource;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file is that is no separated values. */
public enum DataFileKind {
    /** Columns with types, compressed. */
    PARQUET("Parquet"),
    /** JSON objects, one a line or in a list. */
    JSON("JSON"),
    /** A DuckDB database with tables. */
    DUCKDB("DuckDB"),
    /** A spreadsheet with sheets. */
    XLSX("Excel");

    private static final int HEAD = 16;
    private static final int FIRST_LINE = 100_000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String title;

    DataFileKind(String title) {
        this.title = title;
    }

    /** Returns the kind's own name, the same in every language. */
    public String title() {
        return title;
    }

    /** Returns what a file is, told by its first bytes and its ending; empty: none of these. */
    public static Optional<DataFileKind> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String head = head(file);
        if (head.startsWith("PAR1") || name.endsWith(".parquet")) {
            return Optional.of(PARQUET);
        }
        if (head.startsWith("DUCK", 8) || name.endsWith(".duckdb")) {
            return Optional.of(DUCKDB);
        }
        if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
            return Optional.of(XLSX);
        }
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        boolean named =
                plain.endsWith(".json") || plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
        boolean json = !head.isEmpty() && (named || beginsWithObject(file));
        return json ? Optional.of(JSON) : Optional.empty();
    }

    /** Returns whether the first line is an object, or begins a list of them: no table does. */
    private static boolean beginsWithObject(Path file) {
        try (TextSource text = new TextSource(CsvInput.file(file))) {
            int c = text.read();
            while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                c = text.read();
            }
            if (c != '{' && c != '[') {
                return false;
            }
            StringBuilder line = new StringBuilder();
            while (c >= 0 && (c != '\n' || line.length() < 2) && line.length() < FIRST_LINE) {
                line.append((char) c);
                c = text.read();
            }
            return isObject(line.toString());
        } catch (ProblemException e) {
            // Whoever reads the file says what is wrong with it.
            return false;
        }
    }

    private static boolean isObject(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return parser.nextToken() == JsonToken.START_OBJECT
                        && parser.nextToken() == JsonToken.PROPERTY_NAME;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String head(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Whoever reads the file says why it cannot be read.
            return "";
        }
    }
}
