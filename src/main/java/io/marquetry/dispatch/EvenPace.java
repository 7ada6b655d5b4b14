package io.marquetry.dispatch;

/**
 * Even slots: never more in a second than the limit, and no burst after a rest. Times are those of
 * {@link System#nanoTime()}. For one thread.
 */
public final class EvenPace {

    private static final long SECOND = 1_000_000_000L;

    private final long slot;
    private long next;
    private boolean begun;

    /**
     * Makes the pace of an account.
     *
     * @param perSecond the most in a second, from 1
     */
    public EvenPace(int perSecond) {
        // Rounded up: a slot that is a nanosecond short would let one more into a second.
        this.slot = (SECOND + perSecond - 1) / perSecond;
    }

    /**
     * Takes the next slot.
     *
     * @param now the present
     * @return how many nanoseconds to wait for it, 0 or more
     */
    public long take(long now) {
        if (!begun || next - now < 0) {
            begun = true;
            next = now;
        }
        long wait = next - now;
        next += slot;
        return wait;
    }
}
