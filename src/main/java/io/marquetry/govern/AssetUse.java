package io.marquetry.govern;

import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;

import java.util.List;

/**
 * Where an asset is used.
 *
 * @param tags that stand for it, retired ones left out
 * @param packages that name one of those tags as they stand, archived ones left out
 * @param versions finished ones that hold a copy of it
 */
public record AssetUse(List<Tag> tags, List<AssetPackage> packages, List<PackageVersion> versions) {

    /** Used nowhere. */
    public static final AssetUse NONE = new AssetUse(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public AssetUse {
        tags = List.copyOf(tags);
        packages = List.copyOf(packages);
        versions = List.copyOf(versions);
    }

    /** Returns whether a tag stands for it, or a package holds such a tag now. */
    public boolean isInUse() {
        return !tags.isEmpty() || !packages.isEmpty();
    }
}
