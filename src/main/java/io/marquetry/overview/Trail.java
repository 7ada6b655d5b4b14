package io.marquetry.overview;

import io.marquetry.base.LocalizedText;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.govern.WhereUsed;
import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageKey;

import java.util.List;
import java.util.Optional;

/**
 * One package on the way of something that packages are made of.
 *
 * @param names whether it names the thing itself; else it was made from one that does
 * @param from the package before it on the way that it was made from; empty: the way begins here
 * @param depth how many were made from one another before it, 0 or more
 * @param versions finished ones that name the thing; of a package that was made from another all
 * @param sent what went out of these versions, the earliest first
 * @param achieved what the package achieved, by the newest outcomes that tell of it
 */
public record Trail(
        PackageKey pack,
        LocalizedText name,
        PackageState state,
        boolean names,
        Optional<PackageKey> from,
        int depth,
        List<Integer> versions,
        List<WhereUsed.Sent> sent,
        Optional<PackageOutcomes.Achieved> achieved) {

    /** Copies the lists. */
    public Trail {
        versions = List.copyOf(versions);
        sent = List.copyOf(sent);
    }
}
