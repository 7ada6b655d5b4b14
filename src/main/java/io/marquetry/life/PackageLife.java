package io.marquetry.life;

import io.marquetry.pack.PackageKey;

import java.util.List;
import java.util.Optional;

/**
 * Where a package is in its life.
 *
 * @param versions those that were submitted, the oldest first
 * @param archived whether it is put away
 */
public record PackageLife(PackageKey key, List<VersionLife> versions, boolean archived) {

    /** Copies the versions. */
    public PackageLife {
        versions = List.copyOf(versions);
    }

    /** Returns the life of a package that was never submitted. */
    public static PackageLife none(PackageKey key, boolean archived) {
        return new PackageLife(key, List.of(), archived);
    }

    /** Returns the newest version that was submitted. */
    public Optional<VersionLife> leading() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** Returns where the package is: where its newest submitted version is. */
    public PackageState state() {
        return archived
                ? PackageState.ARCHIVED
                : leading().map(VersionLife::state).orElse(PackageState.DRAFT);
    }

    /** Returns where a version is; one that was never submitted is a draft. */
    public PackageState state(int version) {
        return versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(VersionLife::state)
                .orElse(PackageState.DRAFT);
    }

    /** Returns the version that keeps the package from being edited, if one does. */
    public Optional<VersionLife> locking() {
        return versions.stream().filter(one -> one.state().locks()).findFirst();
    }

    /** Returns the newest version that went out. */
    public Optional<VersionLife> lastLive() {
        return versions.stream()
                .filter(one -> one.state().wentLive())
                .reduce((older, newer) -> newer);
    }

    /** Returns whether a version is out. */
    public boolean isLive() {
        return versions.stream().anyMatch(one -> one.state() == PackageState.LIVE);
    }

    /**
     * Where one version is.
     *
     * @param sha256 hash of the document that was submitted
     */
    public record VersionLife(int version, PackageState state, String sha256) {}
}
