package io.marquetry.source.engine.postgres;

import io.marquetry.source.AttributeType;
import io.marquetry.source.engine.jdbc.RemoteColumn;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A column as the catalogue has it.
 *
 * @param type the name of its type in {@code pg_type}; of a domain, of what it is made of
 * @param kind the letter of {@code pg_type.typtype}: {@code e} for words of a fixed list
 */
record PostgresColumn(String name, String type, String kind) implements RemoteColumn {

    @Override
    public Optional<AttributeType> attributeType() {
        if (kind.equals("e")) {
            return Optional.of(AttributeType.TEXT);
        }
        return switch (type) {
            case "text", "varchar", "bpchar", "citext", "uuid", "name" ->
                    Optional.of(AttributeType.TEXT);
            case "int2", "int4", "int8" -> Optional.of(AttributeType.INTEGER);
            case "numeric", "float4", "float8" -> Optional.of(AttributeType.DECIMAL);
            case "date" -> Optional.of(AttributeType.DATE);
            case "timestamp", "timestamptz" -> Optional.of(AttributeType.DATETIME);
            case "bool" -> Optional.of(AttributeType.BOOLEAN);
            default -> Optional.empty();
        };
    }

    @Override
    public NumberKind numbers() {
        if (type.startsWith("float")) {
            return new NumberKind.Floating();
        }
        // Whole numbers are compared as such: as decimals it takes several times as long.
        return type.startsWith("int") ? new NumberKind.Fixed(0) : new NumberKind.Any();
    }

    @Override
    public Field<?> value(ZoneId zone) {
        Name column = DSL.name(name);
        return switch (attributeType().orElseThrow()) {
            case TEXT -> text();
            case DATETIME ->
                    type.equals("timestamptz")
                            ? DSL.function(
                                    DSL.systemName("timezone"),
                                    SQLDataType.LOCALDATETIME,
                                    DSL.inline(zone.getId()),
                                    DSL.field(column, SQLDataType.OFFSETDATETIME))
                            : DSL.field(column);
            case INTEGER, DECIMAL, DATE, BOOLEAN -> DSL.field(column);
        };
    }

    @Override
    public Field<String> text() {
        return DSL.field(DSL.name(name))
                .cast(SQLDataType.CLOB)
                .collate(DSL.collation(DSL.name("C")));
    }
}
