package io.marquetry.dispatch.series;

import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Exit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When people do something that the source keeps: who did gets the message some time later, as soon
 * as somebody looks for what is due. A matter of minutes, not of seconds.
 *
 * @param stream the event stream of the source
 * @param only which of its events count; empty: all
 * @param delay how long after it
 * @param unless what they must not do between that and the message; empty: whatever they do
 */
public record Trigger(
        String stream,
        Optional<Conversion.Only> only,
        Duration delay,
        Optional<Conversion.Events> unless)
        implements When {

    /** Events may be written down late: so far back they are looked for again. */
    public static final Duration OVERLAP = Duration.ofHours(1);

    private static final Duration MOST = Duration.ofDays(90);

    /** Refuses a delay that is none. */
    public Trigger {
        if (delay.isNegative() || delay.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("no delay: " + delay);
        }
    }

    /** Returns what is looked for in the source. */
    public Conversion.Events events() {
        return new Conversion.Events(stream, only, Optional.empty(), 1);
    }

    /**
     * Returns who is out of a dispatch for those who did it in a span of time.
     *
     * @param from the first moment that counts
     * @param to the first that does not
     */
    public Optional<Exit> exit(Instant from, Instant to) {
        return unless.map(ended -> new Exit(events(), from, to, ended));
    }
}
