package io.marquetry.dispatch;

import java.time.Instant;
import java.util.Arrays;

/**
 * These are about to be sent: durable before the first of them is.
 *
 * @param number from 1, without gaps
 * @param lease the number of the runner that claims
 * @param ordinals whom; ascending, not empty
 */
public record Claim(long number, long lease, int[] ordinals, Instant at) {

    /** Copies the ordinals. */
    public Claim {
        ordinals = ordinals.clone();
    }

    @Override
    public int[] ordinals() {
        return ordinals.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Claim claim
                && claim.number == number
                && claim.lease == lease
                && claim.at.equals(at)
                && Arrays.equals(claim.ordinals, ordinals);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return "Claim[" + number + " of " + ordinals.length + ']';
    }
}
