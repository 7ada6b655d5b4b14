package io.marquetry.tag;

import java.time.LocalDate;

/**
 * So many days, weeks, months or years that end with today: the last seven days are today and the
 * six before it.
 *
 * @param amount 1 to 36,500
 */
public record Span(int amount, Value.Unit unit) {

    /** Databases know no earlier day. */
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    /** Refuses an amount out of range. */
    public Span {
        if (amount < 1 || amount > 36_500) {
            throw new IllegalArgumentException("amount out of range: " + amount);
        }
    }

    /**
     * Returns the first day: the one after the day that lies the whole length before today, so that
     * one span begins where the one before it ends.
     */
    public LocalDate first(LocalDate today) {
        LocalDate first = new Value.Ago(amount, unit).before(today).plusDays(1);
        return first.isBefore(EARLIEST) ? EARLIEST : first;
    }
}
