package io.marquetry.dispatch;

import java.time.Instant;

/**
 * What the provider says later.
 *
 * @param eventId what makes it one: the same event told twice counts once
 */
public record Receipt(String eventId, int ordinal, Kind kind, Instant at) {

    /** What happened. */
    public enum Kind {
        DELIVERED,
        UNDELIVERED,
        BOUNCED,
        REPLIED,
        CLICKED,
        UNSUBSCRIBED,
        COMPLAINED
    }
}
