package io.marquetry.tag;

import java.time.LocalDate;

/** The days whose events a rule looks at. */
public sealed interface Window {

    /** All events ever. */
    record Always() implements Window {}

    /** The days, weeks, months or years that end with today. */
    record InLast(Span length) implements Window {}

    /**
     * From the day {@code length} before today up to today, both included: with seven days these
     * are eight. Rules of old keep it.
     */
    record Last(Value.Ago length) implements Window {}

    /** From one day to another, both included. */
    record Days(LocalDate from, LocalDate to) implements Window {
        /** Refuses a window that ends before it begins. */
        public Days {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the window ends before it begins");
            }
        }
    }
}
