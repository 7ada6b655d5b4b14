package io.marquetry.handoff.incoming;

import io.marquetry.base.LocalizedText;

/**
 * One thing that comes in.
 *
 * @param key what it is known by; versions of packages as {@code pack_one 3}
 */
public record IncomingItem(Kind kind, String key, LocalizedText name, Standing standing) {

    /** What can come in. */
    public enum Kind {
        PACKAGE,
        VERSION,
        TAG,
        ASSET
    }
}
