package io.marquetry.dispatch.series;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/**
 * When something happens again: at a wall time of a zone, each day, week or month. Where the clocks
 * skip that time it is the first moment after; where they show it twice, the first of the two.
 *
 * @param on the day of the week, 1 (Monday) to 7, or of the month, 1 to 31, where a shorter month
 *     has its last; 1 where it is each day
 */
public record Recurrence(Every every, int on, LocalTime at, ZoneId zone) implements When {

    /** How often. */
    public enum Every {
        DAY,
        WEEK,
        MONTH
    }

    /** Refuses a day that is none. */
    public Recurrence {
        int most =
                switch (every) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 31;
                };
        if (on < 1 || on > most) {
            throw new IllegalArgumentException("no such day: " + on);
        }
    }

    /** Returns the first time after a moment. */
    public Instant next(Instant after) {
        LocalDate day = LocalDateTime.ofInstant(after, zone).toLocalDate().minusDays(1);
        while (true) {
            Instant found = moment(day);
            if (isOn(day) && found.isAfter(after)) {
                return found;
            }
            day = day.plusDays(1);
        }
    }

    private boolean isOn(LocalDate day) {
        return switch (every) {
            case DAY -> true;
            case WEEK -> day.getDayOfWeek() == DayOfWeek.of(on);
            case MONTH ->
                    day.getDayOfMonth()
                            == Math.min(
                                    on,
                                    day.with(TemporalAdjusters.lastDayOfMonth()).getDayOfMonth());
        };
    }

    private Instant moment(LocalDate day) {
        LocalDateTime wall = day.atTime(at);
        @Nullable ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
