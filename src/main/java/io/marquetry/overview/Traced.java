package io.marquetry.overview;

import io.marquetry.asset.AssetKey;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

/** Something whose way through packages can be followed. */
public sealed interface Traced {

    /** A tag, under its key of now or one that it had. */
    record OfTag(TagKey key) implements Traced {}

    /** An asset, by the tags that stand for it. */
    record OfAsset(AssetKey key) implements Traced {}

    /** A package, for example a template: itself, and what was made from it. */
    record OfPackage(PackageKey key) implements Traced {}
}
