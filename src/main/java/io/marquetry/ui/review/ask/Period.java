package io.marquetry.ui.review.ask;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that are looked at.
 *
 * @param from first day; empty: from the beginning
 * @param to last day; empty: to the end
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** From the beginning to the end. */
    static final Period ALL = new Period(Optional.empty(), Optional.empty());
}
