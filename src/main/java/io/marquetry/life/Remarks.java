package io.marquetry.life;

import io.marquetry.pack.PackageKey;

import java.util.List;

/** What people say of packages; blocks, so never call it on the FX thread. */
public interface Remarks {

    /** Returns what was said of a package, the oldest first. */
    List<Remark> of(PackageKey key);

    /** Returns what is open, the oldest first. */
    List<Remark> open();

    /**
     * Keeps a remark; durable when it returns.
     *
     * @param place a tag that the package names, or {@link Remark#AUDIENCE}; empty: all of it
     * @throws io.marquetry.base.ProblemException if there is no such package or place, or nothing
     *     is said, or too much
     */
    Remark add(PackageKey key, String place, String content);

    /**
     * Settles a remark, or opens it again; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is no such remark of the package
     */
    Remark settle(PackageKey key, long id, boolean settled);
}
