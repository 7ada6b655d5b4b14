package io.marquetry.dispatch.outcome;

import io.marquetry.base.Sha256;
import io.marquetry.source.ask.HappenedQuery;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What people do whom the provider for demonstrations made up: eight of a hundred buy by
 * themselves, and six more of a hundred to whom a message came. It follows from the key of the
 * message, so that a demonstration ends the same way each time.
 */
final class InventedPeople {

    private static final int BY_THEMSELVES = 80;
    private static final int MOVED = 60;

    private InventedPeople() {}

    /** Returns what somebody bought. */
    static Optional<HappenedQuery.Happened> bought(String key, boolean delivered) {
        int chance = number(key, 'b') % 1_000;
        return chance < BY_THEMSELVES + (delivered ? MOVED : 0)
                ? Optional.of(
                        new HappenedQuery.Happened(
                                1, BigDecimal.valueOf(2_000L + number(key, 's') % 8_000, 2)))
                : Optional.empty();
    }

    private static int number(String key, char what) {
        return Integer.parseInt(Sha256.of(key + what).substring(0, 7), 16);
    }
}
