package io.marquetry.dispatch.series;

import io.marquetry.dispatch.Dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A dispatch that is done again and again, each time with the people of that moment, and nobody
 * twice.
 *
 * @param name lower-case letters, digits and hyphens, at most 32
 * @param like the dispatch that is repeated
 * @param lasts how long each may take
 * @param latest how long after its time one may still begin; later it is skipped
 * @param since the moment from which on the series runs
 * @param approvedBy who agreed to it; empty: nobody yet, and nothing is sent
 */
public record Series(
        String name,
        Dispatch like,
        When when,
        Duration lasts,
        Duration latest,
        Instant since,
        String plannedBy,
        Optional<String> approvedBy,
        boolean stopped) {

    /** Refuses what is no name. */
    public Series {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not the name of a series: " + name);
        }
    }

    /** Returns whether it makes dispatches. */
    public boolean isLive() {
        return approvedBy.isPresent() && !stopped;
    }
}
