package io.marquetry.source.cell;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a column writes days, with what its texts do not say.
 *
 * @param start the day that is counted from; of two-digit years the first of January that begins
 *     their hundred years, 1970 where nobody said
 */
public record DateForm(DateOrder order, Optional<LocalDate> start) {

    /** 2017-01-31 and the like. */
    public static final DateForm YEAR_FIRST = of(DateOrder.YEAR_FIRST);

    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);
    private static final LocalDate SHORT = LocalDate.of(1970, 1, 1);

    /** Makes the form of an order; one that needs a start begins in 1970. */
    public static DateForm of(DateOrder order) {
        return new DateForm(order, Optional.empty());
    }

    /** Returns the day that is counted from, or that begins the hundred years. */
    public LocalDate from() {
        return start.orElse(order == DateOrder.EXCEL_DAYS ? EXCEL : SHORT);
    }

    /** Returns the accepted ways to write a day, and what they are counted from. */
    public String forms() {
        if (order.isShort()) {
            int year = from().getYear();
            return order.forms() + " (" + year + "–" + (year + 99) + ")";
        }
        return order.isCount() ? order.forms() + " (0 = " + from() + ")" : order.forms();
    }

    /** Returns a day as it is written. */
    public String example() {
        return order.example();
    }
}
