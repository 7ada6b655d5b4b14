package io.marquetry.life;

import io.marquetry.pack.PackageKey;

/** Knows what outcomes there are of packages. */
@FunctionalInterface
public interface Evidence {

    /** Returns whether outcomes tell of a version. */
    boolean has(PackageKey key, int version);
}
