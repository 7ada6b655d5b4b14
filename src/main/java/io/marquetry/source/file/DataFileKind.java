package io.marquetry.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file that describes its own columns is. */
public enum DataFileKind {
    /** Columns with types, compressed. */
    PARQUET("Parquet"),
    /** One JSON object a line. */
    JSON_LINES("JSON Lines"),
    /** A DuckDB database with tables. */
    DUCKDB("DuckDB");

    private static final int HEAD = 16;

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
        return name.endsWith(".jsonl") || name.endsWith(".ndjson")
                ? Optional.of(JSON_LINES)
                : Optional.empty();
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
