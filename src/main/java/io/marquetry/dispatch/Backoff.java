package io.marquetry.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When something that was surely not taken is tried again: at random up to a bound that doubles
 * ("full jitter", Brooker 2015), or when the channel said. For one thread.
 */
public final class Backoff {

    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(15);
    private static final Duration MOST_ASKED = Duration.ofDays(1);

    private final RandomGenerator random;

    /** Makes one that draws from there. */
    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Returns when it is tried again.
     *
     * @param tries how often it was tried, from 1
     * @param asked how long the channel wants nothing; at most a day of it counts
     */
    public Instant next(Instant now, int tries, Optional<Duration> asked) {
        Duration bound = BASE.multipliedBy(1L << Math.min(tries, 10));
        long most = Math.min(bound.toMillis(), MOST.toMillis());
        Instant own = now.plusMillis(random.nextLong(most + 1));
        Instant wanted = now.plus(asked.map(Backoff::bounded).orElse(Duration.ZERO));
        return wanted.isAfter(own) ? wanted : own;
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
    }
}
