package io.marquetry.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What happened to one targeted profile.
 *
 * @param profile the profile's key in its source; 1 to 256 characters
 * @param sentAt when the message went out, in UTC; empty for the holdout
 * @param hits how often the message was opened or clicked
 * @param conversions how often the profile did what was wanted
 * @param revenue in the currency of the source; four decimals are kept
 * @param cost what the message and the benefit cost, in the same currency
 */
public record Outcome(
        String profile,
        Arm arm,
        Optional<LocalDateTime> sentAt,
        boolean delivered,
        int hits,
        int conversions,
        BigDecimal revenue,
        BigDecimal cost) {

    /** Refuses negative counts and a profile without a key, and rounds amounts to four decimals. */
    public Outcome {
        if (profile.isEmpty() || profile.length() > 256) {
            throw new IllegalArgumentException("a profile key has 1 to 256 characters");
        }
        if (hits < 0 || conversions < 0) {
            throw new IllegalArgumentException("a count below zero: " + profile);
        }
        revenue = revenue.setScale(4, RoundingMode.HALF_EVEN);
        cost = cost.setScale(4, RoundingMode.HALF_EVEN);
    }

    /** Whether the profile was addressed, or held out to compare with. */
    public enum Arm {
        TARGETED,
        HOLDOUT
    }
}
