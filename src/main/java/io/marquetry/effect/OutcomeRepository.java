package io.marquetry.effect;

import io.marquetry.pack.PackageKey;

import java.util.Collection;
import java.util.List;

/** Where outcomes are kept; blocks, so never call it on the FX thread. */
public interface OutcomeRepository {

    /**
     * Adds outcomes of a finished version, all or none; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the version is unknown, or a profile has an
     *     outcome of it already
     */
    void add(PackageKey key, int version, Collection<Outcome> outcomes);

    /** Returns how many outcomes a version has. */
    long count(PackageKey key, int version);

    /** Returns the outcomes of a version in the order of the profiles' keys. */
    List<Outcome> outcomes(PackageKey key, int version);
}
