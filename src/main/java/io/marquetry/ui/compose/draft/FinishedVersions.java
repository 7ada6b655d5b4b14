package io.marquetry.ui.compose.draft;

import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;

import java.util.Optional;

/**
 * What is finished of a package.
 *
 * @param count how many versions
 * @param newest what the newest says; empty where none is finished
 */
record FinishedVersions(int count, Optional<AssetPackage> newest) {

    static final FinishedVersions NONE = new FinishedVersions(0, Optional.empty());

    /** Reads what is finished of a package; blocks. */
    static FinishedVersions of(PackageKey key, Packages packages) {
        return new FinishedVersions(
                packages.versionCount(key), packages.latest(key).map(packages::said));
    }
}
