package io.marquetry.effect.sums;

import java.math.BigDecimal;

/**
 * What a unit of revenue is worth and a message costs.
 *
 * @param margin the part of revenue that is earned, 0 to 1
 * @param costPerSend what sending to one profile costs besides the recorded cost; not negative
 */
public record Economics(BigDecimal margin, BigDecimal costPerSend) {

    /** All revenue is earned, and sending costs nothing but what is recorded. */
    public static final Economics PLAIN = new Economics(BigDecimal.ONE, BigDecimal.ZERO);

    /** Refuses a margin outside 0 to 1 and a negative cost. */
    public Economics {
        if (margin.signum() < 0 || margin.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("no margin: " + margin);
        }
        if (costPerSend.signum() < 0) {
            throw new IllegalArgumentException("no cost: " + costPerSend);
        }
    }
}
