package io.marquetry.govern;

import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;

import java.util.List;

/**
 * Where a tag is used.
 *
 * @param packages that name it as they stand, archived ones left out
 * @param versions finished ones that name it, under this key or one that it had
 * @param tags whose rules ask for it
 */
public record WhereUsed(
        List<AssetPackage> packages, List<PackageVersion> versions, List<TagKey> tags) {

    /** Nobody names it. */
    public static final WhereUsed NOWHERE = new WhereUsed(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public WhereUsed {
        packages = List.copyOf(packages);
        versions = List.copyOf(versions);
        tags = List.copyOf(tags);
    }

    /** Returns whether a package or the rule of another tag names the tag now. */
    public boolean isInUse() {
        return !packages.isEmpty() || !tags.isEmpty();
    }
}
