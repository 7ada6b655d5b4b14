package io.marquetry.dispatch;

import java.time.Instant;
import java.util.Arrays;

/** These are about to be sent: durable before the first of them is. */
public final class Claim {

    private final long number;
    private final long lease;
    private final int[] ordinals;
    private final Instant at;

    /**
     * Makes a claim.
     *
     * @param number from 1, without gaps
     * @param lease the number of the runner that claims
     * @param ordinals whom; ascending, not empty
     */
    public Claim(long number, long lease, int[] ordinals, Instant at) {
        this.number = number;
        this.lease = lease;
        this.ordinals = ordinals.clone();
        this.at = at;
    }

    public long number() {
        return number;
    }

    public long lease() {
        return lease;
    }

    public Instant at() {
        return at;
    }

    /** Returns whom; ascending. */
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
