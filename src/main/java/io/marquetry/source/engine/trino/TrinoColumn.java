package io.marquetry.source.engine.trino;

import io.marquetry.source.AttributeType;
import io.marquetry.source.engine.jdbc.RemoteColumn;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A column as the catalogue has it.
 *
 * @param type its type as Trino writes it, such as {@code decimal(38,6)}
 */
record TrinoColumn(String name, String type) implements RemoteColumn {

    private static final String ZONED = "with time zone";

    @Override
    public Optional<AttributeType> attributeType() {
        return switch (base()) {
            case "varchar", "char", "uuid" -> Optional.of(AttributeType.TEXT);
            case "tinyint", "smallint", "integer", "bigint" -> Optional.of(AttributeType.INTEGER);
            case "decimal", "real", "double" -> Optional.of(AttributeType.DECIMAL);
            case "date" -> Optional.of(AttributeType.DATE);
            case "timestamp" -> Optional.of(AttributeType.DATETIME);
            case "boolean" -> Optional.of(AttributeType.BOOLEAN);
            default -> Optional.empty();
        };
    }

    @Override
    public NumberKind numbers() {
        return switch (base()) {
            case "real", "double" -> new NumberKind.Floating();
            case "decimal" -> new NumberKind.Fixed(scale());
            default -> new NumberKind.Fixed(0);
        };
    }

    @Override
    public Field<?> value(ZoneId zone) {
        Field<Object> column = DSL.field(DSL.name(name));
        return switch (attributeType().orElseThrow()) {
            case TEXT -> text();
            case DATETIME -> type.endsWith(ZONED) ? wallTime(column, zone) : column;
            case INTEGER, DECIMAL, DATE, BOOLEAN -> column;
        };
    }

    @Override
    public Field<String> text() {
        return DSL.field(DSL.name(name)).cast(SQLDataType.VARCHAR);
    }

    /** Not by a cast, which would follow the zone of the session. */
    private Field<?> wallTime(Field<Object> column, ZoneId zone) {
        Field<Object> there =
                DSL.function(
                        DSL.systemName("at_timezone"),
                        SQLDataType.OTHER,
                        column,
                        DSL.inline(zone.getId()));
        return there.cast(SQLDataType.LOCALDATETIME(digits()));
    }

    private String base() {
        int end = type.indexOf('(');
        String word = end < 0 ? type : type.substring(0, end);
        return word.endsWith(ZONED) ? word.substring(0, word.indexOf(' ')) : word;
    }

    private int scale() {
        int comma = type.indexOf(',');
        return comma < 0
                ? 0
                : Integer.parseInt(type.substring(comma + 1, type.length() - 1).strip());
    }

    private int digits() {
        int begin = type.indexOf('(');
        return begin < 0 ? 3 : Integer.parseInt(type.substring(begin + 1, type.indexOf(')')));
    }
}
