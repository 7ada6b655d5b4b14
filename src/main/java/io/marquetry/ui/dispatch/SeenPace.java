package io.marquetry.ui.dispatch;

import io.marquetry.dispatch.DispatchId;

import java.time.Duration;
import java.util.Optional;

/** How fast a dispatch goes, as far as it was seen while it runs. */
final class SeenPace {

    /** Before, a figure would jump about. */
    private static final double LEAST_SECONDS = 2;

    private static final double NANOS = 1e9;

    private Optional<DispatchId> seen = Optional.empty();
    private long since;
    private long before;

    /**
     * A pace.
     *
     * @param perSecond above 0
     * @param left how long the rest takes at this pace, where nothing makes it wait
     */
    record Told(double perSecond, Duration left) {}

    /**
     * Looks at a dispatch.
     *
     * @param settled how many people have a last state
     * @param rest how many have none yet
     * @param nanos when it is looked at, in nanoseconds of any clock
     * @return its pace; empty while it does not run, and for the first seconds
     */
    Optional<Told> see(DispatchId id, boolean running, long settled, long rest, long nanos) {
        if (!running) {
            seen = Optional.empty();
            return Optional.empty();
        }
        if (seen.filter(id::equals).isEmpty()) {
            seen = Optional.of(id);
            since = nanos;
            before = settled;
        }
        double seconds = (nanos - since) / NANOS;
        double pace = seconds < LEAST_SECONDS ? 0 : (settled - before) / seconds;
        return pace > 0
                ? Optional.of(
                        new Told(pace, Duration.ofSeconds(Math.round(Math.ceil(rest / pace)))))
                : Optional.empty();
    }
}
