package io.marquetry.life;

import io.marquetry.base.Problem;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a package is meant to be out.
 *
 * @param from the first day; empty: as soon as it is approved
 * @param until the last day, not before the first; empty: until somebody ends it
 */
public record Schedule(Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Nobody said when. */
    public static final Schedule NONE = new Schedule(Optional.empty(), Optional.empty());

    /**
     * Refuses an end before the beginning.
     *
     * @throws io.marquetry.base.ProblemException if it is
     */
    public Schedule {
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw Problem.of("problem.schedule.order", from.get(), until.orElseThrow())
                    .asException();
        }
    }

    /** Returns whether its first day has not come yet. */
    public boolean isEarly(LocalDate today) {
        return from.filter(today::isBefore).isPresent();
    }

    /** Returns whether its last day has passed. */
    public boolean isOver(LocalDate today) {
        return until.filter(today::isAfter).isPresent();
    }
}
