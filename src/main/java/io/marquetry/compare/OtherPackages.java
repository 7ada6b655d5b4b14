package io.marquetry.compare;

import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds who else addresses the profiles of a source. Its methods block. */
public final class OtherPackages {

    private final Packages packages;

    /** Looks in these packages. */
    public OtherPackages(Packages packages) {
        this.packages = packages;
    }

    /**
     * Returns the other packages of the source, the last edited first: each by its last finished
     * version, which is what goes out, or as its draft stands where none is finished. A draft that
     * names no audience yet is nobody's package: it is left out, and not taken for everybody's.
     */
    public List<OtherPackage> than(PackageKey own, SourceName source) {
        Map<PackageKey, PackageVersion> finished = packages.latest();
        return packages.list().stream()
                .map(PackageRepository.Summary::pack)
                .filter(pack -> !pack.key().equals(own))
                .map(pack -> asItGoesOut(pack, Optional.ofNullable(finished.get(pack.key()))))
                .filter(found -> found.pack().source().equals(source))
                .filter(found -> found.version().isPresent() || hasAudience(found.pack()))
                .map(found -> found.other())
                .toList();
    }

    private static Found asItGoesOut(AssetPackage draft, Optional<PackageVersion> last) {
        return last.map(
                        version ->
                                new Found(
                                        PackageDocumentJson.read(version).pack(),
                                        OptionalInt.of(version.number())))
                .orElseGet(() -> new Found(draft, OptionalInt.empty()));
    }

    private static boolean hasAudience(AssetPackage pack) {
        return Expressions.stated(pack.audience()).isPresent();
    }

    private record Found(AssetPackage pack, OptionalInt version) {
        OtherPackage other() {
            return new OtherPackage(pack.key(), pack.name(), version, pack.audience());
        }
    }
}
