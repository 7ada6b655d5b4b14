package io.marquetry.source.engine.clickhouse;

import io.marquetry.source.AttributeType;
import io.marquetry.source.engine.jdbc.RemoteColumn;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as the catalogue has it.
 *
 * @param type its type as ClickHouse writes it, such as {@code LowCardinality(Nullable(String))}
 */
record ClickhouseColumn(String name, String type) implements RemoteColumn {

    private static final Pattern WRAPPED = Pattern.compile("(?:LowCardinality|Nullable)\\((.*)\\)");
    private static final Pattern DECIMAL = Pattern.compile("Decimal\\((\\d+), ?(\\d+)\\)");
    private static final int MOST_DIGITS = 38;

    /** Whole numbers of 64 bits, which are compared with such alone. */
    static final NumberKind WHOLE = new NumberKind.Fixed(0, Long.SIZE - 1);

    /**
     * Empty for arrays, maps, tuples, documents and states of aggregates, which rules cannot
     * compare, and for numbers of more than 38 digits.
     */
    @Override
    public Optional<AttributeType> attributeType() {
        return switch (word()) {
            case "String", "FixedString", "UUID", "Enum8", "Enum16", "IPv4", "IPv6" ->
                    Optional.of(AttributeType.TEXT);
            case "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64" ->
                    Optional.of(AttributeType.INTEGER);
            case "Float32", "Float64" -> Optional.of(AttributeType.DECIMAL);
            case "Decimal" ->
                    digits(1) <= MOST_DIGITS
                            ? Optional.of(AttributeType.DECIMAL)
                            : Optional.empty();
            case "Date", "Date32" -> Optional.of(AttributeType.DATE);
            case "DateTime", "DateTime64" -> Optional.of(AttributeType.DATETIME);
            case "Bool" -> Optional.of(AttributeType.BOOLEAN);
            default -> Optional.empty();
        };
    }

    @Override
    public NumberKind numbers() {
        return switch (word()) {
            case "Float32", "Float64" -> new NumberKind.Floating();
            case "Decimal" -> new NumberKind.Fixed(digits(2));
            case "UInt64" -> new NumberKind.Fixed(0);
            default -> WHOLE;
        };
    }

    @Override
    public Field<?> value(ZoneId zone) {
        Field<Object> column = DSL.field(DSL.name(name));
        return switch (attributeType().orElseThrow()) {
            case TEXT -> text();
            case DATE -> Calls.of("toDate32", SQLDataType.LOCALDATE, column);
            case DATETIME -> wallTime(column, zone);
            case INTEGER ->
                    word().equals("UInt64")
                            ? Calls.of("toDecimal128", SQLDataType.NUMERIC, column, DSL.inline(0))
                            : column;
            case DECIMAL, BOOLEAN -> column;
        };
    }

    @Override
    public Field<String> text() {
        Field<Object> column = DSL.field(DSL.name(name));
        return switch (word()) {
            case "String" -> column.coerce(SQLDataType.VARCHAR);
            // Filled up with zeros.
            case "FixedString" -> Calls.of("toStringCutToZero", SQLDataType.VARCHAR, column);
            default -> column.cast(SQLDataType.VARCHAR);
        };
    }

    /** Points in time, whatever zone they are shown in, by the clock of a zone. */
    private static Field<?> wallTime(Field<Object> column, ZoneId zone) {
        Field<Object> moment =
                Calls.of(
                        "toDateTime64",
                        SQLDataType.OTHER,
                        column,
                        DSL.inline(ClickhouseDialect.MOMENT_DIGITS),
                        DSL.inline(ClickhouseDialect.UTC));
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return moment;
        }
        Field<Object> there =
                Calls.of("toTimeZone", SQLDataType.OTHER, moment, DSL.inline(zone.getId()));
        return Calls.of(
                "addSeconds",
                SQLDataType.OTHER,
                moment,
                Calls.of("timeZoneOffset", SQLDataType.BIGINT, there));
    }

    private String word() {
        String bare = bare();
        int end = bare.indexOf('(');
        return end < 0 ? bare : bare.substring(0, end);
    }

    /** Returns the type without what only says how it is kept. */
    private String bare() {
        String bare = type;
        for (Matcher m = WRAPPED.matcher(bare); m.matches(); m = WRAPPED.matcher(bare)) {
            bare = m.group(1);
        }
        return bare;
    }

    /** Returns how many digits a decimal has, and how many of them behind the point. */
    private int digits(int group) {
        Matcher decimal = DECIMAL.matcher(bare());
        if (!decimal.matches()) {
            throw new IllegalArgumentException("no decimal: " + type);
        }
        return Integer.parseInt(decimal.group(group));
    }
}
