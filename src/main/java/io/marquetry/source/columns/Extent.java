package io.marquetry.source.columns;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * What a rule's value covers on the number line of a column: one point, or a day of moments.
 *
 * @param begin the point, or the first moment of the day
 * @param end the first moment behind the day; empty for a point
 */
record Extent(BigDecimal begin, Optional<BigDecimal> end) {

    private static final int NANOS = 9;

    /**
     * Returns what a value covers on a column of a type.
     *
     * @param today what relative days count from
     * @throws IllegalArgumentException if no such value can be compared with such a column
     */
    static Extent of(AttributeType type, Value value, LocalDate today) {
        return switch (value) {
            case Value.Number number -> point(number.number());
            case Value.Truth truth -> point(number(truth.truth()));
            case Value.Moment moment -> point(number(moment.moment()));
            case Value.Day day -> day(type, day.day());
            case Value.Ago ago -> day(type, ago.before(today));
            case Value.Text text -> throw new IllegalArgumentException("a text: " + value);
        };
    }

    /** Returns where a moment lies: seconds since 1970. */
    static BigDecimal number(LocalDateTime moment) {
        return BigDecimal.valueOf(moment.toEpochSecond(ZoneOffset.UTC))
                .add(BigDecimal.valueOf(moment.get(ChronoField.NANO_OF_SECOND), NANOS));
    }

    /** Returns where a truth lies. */
    static BigDecimal number(boolean truth) {
        return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static Extent day(AttributeType type, LocalDate day) {
        return type == AttributeType.DATETIME
                ? new Extent(
                        number(day.atStartOfDay()),
                        Optional.of(number(day.plusDays(1).atStartOfDay())))
                : point(BigDecimal.valueOf(day.toEpochDay()));
    }

    private static Extent point(BigDecimal at) {
        return new Extent(at, Optional.empty());
    }
}
