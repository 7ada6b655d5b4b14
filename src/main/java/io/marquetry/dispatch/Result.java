package io.marquetry.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * What a call returned, or what was found out later.
 *
 * @param claim the number of the last claim of the person, which it answers; 0: there was none
 * @param outcome SENT, FAILED, RETRY, UNKNOWN or LATE_EXCLUDED
 * @param providerId what the provider calls it
 * @param detail a short code without anything of the person
 * @param next when it is tried again, for RETRY
 */
public record Result(
        int ordinal,
        long claim,
        RecipientState outcome,
        Optional<String> providerId,
        String detail,
        Instant at,
        Optional<Instant> next) {

    /** Holds that it is an outcome. */
    public Result {
        switch (outcome) {
            case SENT, FAILED, RETRY, UNKNOWN, LATE_EXCLUDED -> {}
            case WAITING, CLAIMED, EXPIRED, CANCELLED ->
                    throw new IllegalArgumentException("no result: " + outcome);
        }
    }
}
