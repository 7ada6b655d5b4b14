package io.marquetry.source.engine.mysql;

import io.marquetry.source.AttributeType;
import io.marquetry.source.engine.jdbc.RemoteColumn;
import io.marquetry.source.sql.NumberKind;

import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A column as the catalogue has it.
 *
 * @param type the name of its type
 * @param wholeType the same with its lengths, such as {@code tinyint(1)}
 * @param order the order of texts that the session has, where the column's can be put into it as
 *     they are
 */
record MysqlColumn(String name, String type, String wholeType, Optional<String> order)
        implements RemoteColumn {

    @Override
    public Optional<AttributeType> attributeType() {
        return switch (type) {
            case "char",
                    "varchar",
                    "tinytext",
                    "text",
                    "mediumtext",
                    "longtext",
                    "enum",
                    "set",
                    "uuid" ->
                    Optional.of(AttributeType.TEXT);
            // Both have no truths of their own: these two are what truths are kept as.
            case "tinyint" ->
                    Optional.of(
                            wholeType.startsWith("tinyint(1)")
                                    ? AttributeType.BOOLEAN
                                    : AttributeType.INTEGER);
            case "bit" ->
                    wholeType.equals("bit(1)")
                            ? Optional.of(AttributeType.BOOLEAN)
                            : Optional.empty();
            case "smallint", "mediumint", "int", "bigint", "year" ->
                    Optional.of(AttributeType.INTEGER);
            case "decimal", "float", "double" -> Optional.of(AttributeType.DECIMAL);
            case "date" -> Optional.of(AttributeType.DATE);
            case "datetime", "timestamp" -> Optional.of(AttributeType.DATETIME);
            default -> Optional.empty();
        };
    }

    @Override
    public NumberKind numbers() {
        return switch (type) {
            case "float", "double" -> new NumberKind.Floating();
            case "decimal" -> new NumberKind.Any();
            // Whole numbers are compared as such, which is quicker.
            default -> new NumberKind.Fixed(0);
        };
    }

    @Override
    public Field<?> value(ZoneId zone) {
        Field<?> column = DSL.field(DSL.name(name));
        return switch (attributeType().orElseThrow()) {
            case TEXT -> text();
            case BOOLEAN -> DSL.field(column.coerce(SQLDataType.INTEGER).ne(0));
            case DATE -> whole(DSL.field(DSL.name(name), SQLDataType.LOCALDATE));
            case DATETIME ->
                    type.equals("timestamp")
                            ? ZoneSteps.of(zone).wallTime(moment())
                            : wholeMoment(moment());
            case INTEGER, DECIMAL -> column;
        };
    }

    @Override
    public Field<String> text() {
        return switch (type) {
            // A cast copies each text.
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                    order.map(
                                    exact ->
                                            DSL.field(DSL.name(name), SQLDataType.VARCHAR)
                                                    .collate(DSL.collation(DSL.name(exact))))
                            .orElseGet(this::copied);
            default -> copied();
        };
    }

    private Field<String> copied() {
        return DSL.field(DSL.name(name)).cast(SQLDataType.VARCHAR);
    }

    private Field<LocalDateTime> moment() {
        return DSL.field(DSL.name(name), SQLDataType.LOCALDATETIME);
    }

    /**
     * Days such as 0000-00-00 and 2024-00-00 stand for missing ones, and so does what is added to
     * them; any other day is as it was, no months later. Looking at month and day takes the server
     * longer, at each use.
     */
    private static Field<LocalDate> whole(Field<LocalDate> day) {
        return DSL.localDateAdd(day, DSL.inline(0), DatePart.MONTH);
    }

    private static Field<LocalDateTime> wholeMoment(Field<LocalDateTime> moment) {
        return DSL.localDateTimeAdd(moment, DSL.inline(0), DatePart.MONTH);
    }
}
