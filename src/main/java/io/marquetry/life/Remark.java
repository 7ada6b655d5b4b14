package io.marquetry.life;

import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody said of a package.
 *
 * @param id from 1
 * @param version the newest version when it was said; 0 where there was none
 * @param place a tag's key, or {@code audience}; empty: the package as a whole
 * @param who the login of whoever said it
 * @param settled who settled it and when; empty while it is open
 */
public record Remark(
        long id,
        PackageKey key,
        int version,
        String place,
        String who,
        String content,
        Instant madeAt,
        Optional<Settled> settled) {

    /** Longest text, in UTF-16 units. */
    public static final int MAX_CONTENT = 2_000;

    /** The place that is the audience. */
    public static final String AUDIENCE = "audience";

    /** Who settled a remark, and when. */
    public record Settled(String by, Instant at) {}

    /** Returns whether nobody settled it yet. */
    public boolean isOpen() {
        return settled.isEmpty();
    }
}
