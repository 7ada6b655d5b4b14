package io.marquetry.source.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes one table in each format that is imported, as the programs of that format would. */
public enum SixFormats {
    CSV(".csv"),
    TSV(".tsv"),
    JSON_LINES(".jsonl"),
    PARQUET(".parquet"),
    DUCKDB(".duckdb"),
    XLSX(".xlsx");

    private final String ending;

    SixFormats(String ending) {
        this.ending = ending;
    }

    /** Returns how names of its files end. */
    public String ending() {
        return ending;
    }

    /** Writes texts, numbers, truths, days and times; null is no value. */
    public Path write(Path file, List<String> names, List<? extends List<?>> rows)
            throws IOException, SQLException {
        switch (this) {
            case CSV -> separated(file, names, rows, ",");
            case TSV -> separated(file, names, rows, "\t");
            case JSON_LINES -> json(file, names, rows);
            case PARQUET, DUCKDB -> database(file, names, rows);
            case XLSX ->
                    SheetFile.write(file, Stream.concat(Stream.of(names), rows.stream()).toList());
        }
        return file;
    }

    private static void separated(
            Path file, List<String> names, List<? extends List<?>> rows, String delimiter)
            throws IOException {
        StringBuilder text = new StringBuilder(String.join(delimiter, names)).append('\n');
        for (List<?> row : rows) {
            List<String> cells = new ArrayList<>();
            for (Object value : row) {
                String cell = value == null ? "" : shown(value);
                boolean quoted = cell.contains(delimiter) || cell.contains("\"");
                cells.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(String.join(delimiter, cells)).append('\n');
        }
        Files.writeString(file, text);
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static void json(Path file, List<String> names, List<? extends List<?>> rows)
            throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<?> row : rows) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Object value = row.get(i);
                boolean bare = value == null || value instanceof Number || value instanceof Boolean;
                members.add(
                        literal(names.get(i))
                                + ":"
                                + (value == null
                                        ? "null"
                                        : bare ? shown(value) : literal(value.toString())));
            }
            text.append('{').append(String.join(",", members)).append("}\n");
        }
        Files.writeString(file, text);
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }

    private void database(Path file, List<String> names, List<? extends List<?>> rows)
            throws SQLException {
        String url = "jdbc:duckdb:" + (this == DUCKDB ? file.toString() : "");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add('"' + names.get(i).replace("\"", "\"\"") + "\" " + type(rows, i));
            }
            statement.execute("CREATE TABLE rows(" + String.join(", ", columns) + ")");
            String marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO rows VALUES (" + marks + ")")) {
                for (List<?> row : rows) {
                    for (int i = 0; i < names.size(); i++) {
                        insert.setObject(i + 1, row.get(i));
                    }
                    insert.execute();
                }
            }
            if (this == PARQUET) {
                String path = file.toString().replace("'", "''");
                statement.execute("COPY rows TO '" + path + "' (FORMAT parquet)");
            }
        }
    }

    private static String type(List<? extends List<?>> rows, int column) {
        String type = "VARCHAR";
        for (List<?> row : rows) {
            switch (row.get(column)) {
                case null -> {
                    continue;
                }
                case Boolean truth -> type = "BOOLEAN";
                case BigDecimal number -> type = "DECIMAL(18, " + number.scale() + ")";
                case Number number -> type = "BIGINT";
                case LocalDate day -> type = "DATE";
                case LocalDateTime time -> type = "TIMESTAMP";
                default -> type = "VARCHAR";
            }
        }
        return type;
    }
}
