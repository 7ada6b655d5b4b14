package io.marquetry.tag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value that a tag rule compares with. */
public sealed interface Value {

    /**
     * A number, exact; equality is numeric ({@code 1.0} equals {@code 1}).
     *
     * @param number at most 38 digits
     */
    record Number(BigDecimal number) implements Value {
        /** Strips trailing zeros so that equal numbers are equal values. */
        public Number {
            BigDecimal plain = number.stripTrailingZeros();
            number = plain.scale() < 0 ? plain.setScale(0) : plain;
            if (number.precision() > 38 || number.scale() > 30) {
                throw new IllegalArgumentException("more than 38 digits");
            }
        }
    }

    /** A text, compared literally and case-sensitively. */
    record Text(String text) implements Value {}

    /** A calendar day; a field with a time of day is compared by its day. */
    record Day(LocalDate day) implements Value {}

    /** A wall-clock time. */
    record Moment(LocalDateTime moment) implements Value {}

    /** True or false. */
    record Truth(boolean truth) implements Value {}

    /**
     * The day that lies this long before the source's today.
     *
     * @param amount 0 to 36,500
     */
    record Ago(int amount, Unit unit) implements Value {
        /** Refuses an amount out of range. */
        public Ago {
            if (amount < 0 || amount > 36_500) {
                throw new IllegalArgumentException("amount out of range: " + amount);
            }
        }

        /** Returns the day that is meant, seen from {@code today}. */
        public LocalDate before(LocalDate today) {
            return switch (unit) {
                case DAYS -> today.minusDays(amount);
                case WEEKS -> today.minusWeeks(amount);
                case MONTHS -> today.minusMonths(amount);
                case YEARS -> today.minusYears(amount);
            };
        }
    }

    /** Calendar units of relative days. */
    enum Unit {
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }
}
