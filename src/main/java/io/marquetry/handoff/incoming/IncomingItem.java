package io.marquetry.handoff.incoming;

import io.marquetry.base.LocalizedText;

/**
 * One thing that comes in.
 *
 * @param key what it is known by here; versions of packages as {@code pack_one 3}
 * @param theirs what its sender knows it by
 */
public record IncomingItem(
        Kind kind, String key, String theirs, LocalizedText name, Standing standing) {

    /** Returns whether it comes in under another key. */
    public boolean isRenamed() {
        return !key.equals(theirs);
    }

    /** What can come in. */
    public enum Kind {
        PACKAGE,
        VERSION,
        TAG,
        ASSET
    }
}
