package io.marquetry.dispatch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The hours of a day in which nobody is written to: a moment is quiet if the wall time at it, in
 * the person's zone, is in them.
 *
 * @param start when they begin; they are over midnight where this is after the end
 * @param end the first moment that is not quiet; the same as the start: no hour is quiet
 */
public record QuietHours(LocalTime start, LocalTime end) {

    /** No message from nine in the evening to eight in the morning. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** No hour is quiet. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Returns whether a wall time is quiet. */
    public boolean isQuiet(LocalTime wall) {
        boolean fromStart = !wall.isBefore(start);
        boolean beforeEnd = wall.isBefore(end);
        return start.isAfter(end) ? fromStart || beforeEnd : fromStart && beforeEnd;
    }

    /** Returns whether a moment is quiet where the zone is. */
    public boolean isQuiet(Instant moment, ZoneId zone) {
        return isQuiet(LocalDateTime.ofInstant(moment, zone).toLocalTime());
    }

    /**
     * Returns the first moment from the given one on that is not quiet. Goes over the stretches in
     * which the zone keeps its offset, for the wall clock jumps between them.
     */
    public Instant release(Instant from, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant at = from;
        while (isQuiet(at, zone)) {
            ZoneOffset offset = rules.getOffset(at);
            LocalDateTime wall = LocalDateTime.ofInstant(at, offset);
            LocalDate day =
                    wall.toLocalTime().isBefore(end)
                            ? wall.toLocalDate()
                            : wall.toLocalDate().plusDays(1);
            Instant over = day.atTime(end).toInstant(offset);
            @Nullable ZoneOffsetTransition jump = rules.nextTransition(at);
            at = jump == null || over.isBefore(jump.getInstant()) ? over : jump.getInstant();
        }
        return at;
    }
}
