package io.marquetry.source.engine;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes profiles that are hard on queries: from few values, many of them at some edge. */
public final class RandomRows {

    public static final LocalDate TODAY = LocalDate.of(2024, 3, 31);

    public static final ProfileModel MODEL =
            new ProfileModel(
                    "PROFILE",
                    "ORD",
                    "PROFILE_KEY",
                    List.of(
                            new Attribute("city", AttributeType.TEXT, "city"),
                            new Attribute("say \"so\"", AttributeType.TEXT, "say \"so\""),
                            new Attribute("whole", AttributeType.INTEGER, "whole"),
                            new Attribute("amount", AttributeType.DECIMAL, "amount; --"),
                            new Attribute("born", AttributeType.DATE, "born"),
                            new Attribute("seen", AttributeType.DATETIME, "最近"),
                            new Attribute("loyal", AttributeType.BOOLEAN, "loyal")),
                    List.of(
                            new EventStream(
                                    "orders",
                                    "EVENT_ORDERS",
                                    "PROFILE_ORD",
                                    "EVENT_TIME",
                                    AttributeType.DATETIME,
                                    List.of(
                                            new Attribute("sum", AttributeType.DECIMAL, "sum"),
                                            new Attribute("items", AttributeType.INTEGER, "items"),
                                            // The name of a profile column as well.
                                            new Attribute("city", AttributeType.TEXT, "city"),
                                            new Attribute("due", AttributeType.DATETIME, "due"))),
                            new EventStream(
                                    "visits",
                                    "EVENT_VISITS",
                                    "PROFILE_ORD",
                                    "EVENT_TIME",
                                    AttributeType.DATE,
                                    List.of(
                                            new Attribute("until", AttributeType.DATE, "until"),
                                            new Attribute(
                                                    "paid", AttributeType.BOOLEAN, "paid")))));

    public static final List<String> TEXTS =
            List.of(
                    "", " ", "a", "A", "a ", "ab", "a_b", "a%b", "a\\b", "a\\_b", "a!b", "a'b",
                    "a''b", "a\"b", "a;b", "%", "_", "\\", "!", "100%", "北京", "北", "京", "上海",
                    "\uFF5E", "😀", "😁", "a😀b", "null", "é", "e\u0301", "ß", "SS", "{x}", "?",
                    ":x", "--", "a\nb");

    public static final List<BigDecimal> NUMBERS =
            List.of(
                    BigDecimal.ZERO,
                    BigDecimal.ONE,
                    new BigDecimal("-1"),
                    new BigDecimal("0.5"),
                    new BigDecimal("0.50"),
                    new BigDecimal("2"),
                    new BigDecimal("2.000001"),
                    new BigDecimal("3"),
                    new BigDecimal("142.44"),
                    new BigDecimal("-0.000001"),
                    new BigDecimal("9223372036854775807"),
                    new BigDecimal("-9223372036854775808"),
                    new BigDecimal("12345678901234567890123456789012"),
                    new BigDecimal("9007199254740993"));

    public static final List<LocalDate> DAYS =
            List.of(
                    LocalDate.of(2024, 2, 28),
                    LocalDate.of(2024, 2, 29),
                    LocalDate.of(2024, 3, 1),
                    LocalDate.of(2023, 2, 28),
                    LocalDate.of(2023, 3, 1),
                    LocalDate.of(2023, 12, 31),
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2024, 1, 31),
                    TODAY,
                    TODAY.minusDays(1),
                    TODAY.minusDays(7),
                    TODAY.plusDays(1),
                    TODAY.minusDays(90),
                    // The clock goes forward in New York and in Berlin.
                    LocalDate.of(2024, 3, 10),
                    LocalDate.of(2024, 3, 30),
                    LocalDate.of(2023, 11, 5),
                    // The last days of the Julian calendar and the first of the Gregorian.
                    LocalDate.of(1582, 10, 4),
                    LocalDate.of(1582, 10, 10),
                    LocalDate.of(1582, 10, 15),
                    LocalDate.of(1500, 2, 28),
                    LocalDate.of(1900, 1, 1),
                    LocalDate.of(1969, 12, 31),
                    LocalDate.of(1, 1, 1),
                    LocalDate.of(9999, 12, 31));

    private final Random random;

    public RandomRows(Random random) {
        this.random = random;
    }

    public List<Row> rows(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, List<Map<String, Object>>> events = new HashMap<>();
            for (EventStream stream : MODEL.streams()) {
                events.put(stream.name(), events(stream));
            }
            rows.add(new Row(values(MODEL.attributes()), events));
        }
        return rows;
    }

    private List<Map<String, Object>> events(EventStream stream) {
        int count = random.nextInt(3) == 0 ? 0 : random.nextInt(6);
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> event = new HashMap<>(values(stream.fields()));
            event.put(Row.TIME, value(stream.timeType()));
            events.add(event);
        }
        return events;
    }

    private Map<String, Object> values(List<Attribute> attributes) {
        Map<String, Object> values = new HashMap<>();
        for (Attribute attribute : attributes) {
            if (random.nextInt(100) >= 15) {
                values.put(attribute.name(), value(attribute.type()));
            }
        }
        return values;
    }

    private Object value(AttributeType type) {
        return switch (type) {
            case TEXT -> one(TEXTS);
            case INTEGER -> wholeNumber();
            case DECIMAL ->
                    random.nextInt(3) == 0
                            ? new BigDecimal(random.nextInt(-300, 300)).movePointLeft(2)
                            : one(NUMBERS);
            case DATE -> random.nextBoolean() ? one(DAYS) : nearToday();
            case DATETIME -> moment(random.nextBoolean() ? one(DAYS) : nearToday());
            case BOOLEAN -> random.nextBoolean();
        };
    }

    private long wholeNumber() {
        return switch (random.nextInt(20)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> Long.MIN_VALUE;
            case 2 -> 9007199254740993L;
            default -> random.nextInt(-3, 6);
        };
    }

    private LocalDate nearToday() {
        return TODAY.plusDays(random.nextInt(-120, 10));
    }

    public LocalDateTime moment(LocalDate day) {
        return switch (random.nextInt(6)) {
            case 0 -> day.atStartOfDay();
            case 1 -> day.atTime(23, 59, 59, 999_999_999);
            case 2 -> day.atTime(2, 30);
            case 3 -> day.atTime(1, 30);
            case 4 -> day.atTime(12, 0, 0, 1_000);
            default -> day.atTime(random.nextInt(24), random.nextInt(60));
        };
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
