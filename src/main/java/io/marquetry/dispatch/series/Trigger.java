package io.marquetry.dispatch.series;

import io.marquetry.dispatch.Conversion;

import java.time.Duration;
import java.util.Optional;

/**
 * When people do something that the source keeps: who did gets the message some time later, as soon
 * as somebody looks for what is due. A matter of minutes, not of seconds.
 *
 * @param stream the event stream of the source
 * @param only which of its events count; empty: all
 * @param delay how long after it
 */
public record Trigger(String stream, Optional<Conversion.Only> only, Duration delay)
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
}
