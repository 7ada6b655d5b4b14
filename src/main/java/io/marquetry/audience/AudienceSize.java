package io.marquetry.audience;

import java.time.Duration;

/**
 * How many profiles an expression holds, exact for the snapshot.
 *
 * @param audience profiles in the audience, 0 to {@code profiles}
 * @param profiles all profiles of the source
 * @param took how long the source needed to answer
 */
public record AudienceSize(long audience, long profiles, Snapshot snapshot, Duration took) {

    /** Refuses a count that cannot be. */
    public AudienceSize {
        if (audience < 0 || audience > profiles) {
            throw new IllegalArgumentException(audience + " of " + profiles);
        }
    }

    /** Returns the share of all profiles, 0 to 1; 0 where there are none. */
    public double share() {
        return profiles == 0 ? 0 : (double) audience / profiles;
    }
}
