package io.marquetry.check;

import io.marquetry.pack.PackageKey;

import java.util.List;

/** Where is kept why findings may stand; blocks, so never call it on the FX thread. */
public interface Overrulings {

    /** Returns the reasons for a package. */
    List<Overruling> of(PackageKey key);

    /**
     * Keeps a reason in place of the one before; durable when it returns.
     *
     * @return the reason with whoever gave it, and when
     */
    Overruling put(PackageKey key, CheckKind kind, String about, long extent, String reason);

    /** Takes a reason back; durable when it returns. */
    void remove(PackageKey key, CheckKind kind, String about);
}
