package io.marquetry.pack;

import io.marquetry.base.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where packages are kept; blocks, so never call it on the FX thread. A method that stores returns
 * only when a power cut could not undo it.
 */
public interface PackageRepository {

    /** Returns all packages, the last edited first. */
    List<Summary> list();

    /** Returns the draft as it was left, its undo history included. */
    Optional<PackageDraft> draft(PackageKey key);

    /**
     * Returns the draft of the package with the key.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    default PackageDraft get(PackageKey key) {
        return draft(key)
                .orElseThrow(
                        () -> Problem.of("problem.package.unknown", key.value()).asException());
    }

    /** Stores a draft in place of the one before. */
    void save(PackageDraft draft);

    /** Returns the finished versions, the oldest first. */
    List<PackageVersion> versions(PackageKey key);

    /**
     * Adds a finished version.
     *
     * @throws IllegalStateException if the number is taken
     */
    void addVersion(PackageVersion version);

    /**
     * One line of the list of packages.
     *
     * @param pack the package as it stands
     * @param versions how many versions are finished
     */
    record Summary(AssetPackage pack, int versions, Instant editedAt) {}
}
