package io.marquetry.source.file;

import io.marquetry.source.AttributeType;

import java.util.Locale;
import java.util.Optional;

/**
 * A column of a data file.
 *
 * @param name exact
 * @param fileType how the file calls its type
 */
public record DataColumn(String name, String fileType) {

    /** Returns the type of an attribute over it; empty: nothing that rules could ask. */
    public Optional<AttributeType> type() {
        String type = fileType.toUpperCase(Locale.ROOT);
        if (type.endsWith("]")) {
            return Optional.empty();
        }
        if (type.startsWith("DECIMAL") || type.equals("UBIGINT")) {
            return Optional.of(AttributeType.DECIMAL);
        }
        if (type.startsWith("ENUM")) {
            return Optional.of(AttributeType.TEXT);
        }
        return switch (type) {
            case "VARCHAR", "UUID", "TIME", "TIME WITH TIME ZONE" ->
                    Optional.of(AttributeType.TEXT);
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                    Optional.of(AttributeType.INTEGER);
            case "DOUBLE", "FLOAT", "HUGEINT", "UHUGEINT" -> Optional.of(AttributeType.DECIMAL);
            case "DATE" -> Optional.of(AttributeType.DATE);
            case "TIMESTAMP",
                    "TIMESTAMP_S",
                    "TIMESTAMP_MS",
                    "TIMESTAMP_NS",
                    "TIMESTAMP WITH TIME ZONE" ->
                    Optional.of(AttributeType.DATETIME);
            case "BOOLEAN" -> Optional.of(AttributeType.BOOLEAN);
            default -> Optional.empty();
        };
    }

    /** Returns whether the values are numbers. */
    boolean isNumber() {
        return type().filter(t -> t == AttributeType.INTEGER || t == AttributeType.DECIMAL)
                .isPresent();
    }

    /** Returns whether the values are points in time, which are another day in another zone. */
    boolean isInstant() {
        return fileType.equalsIgnoreCase("TIMESTAMP WITH TIME ZONE");
    }
}
