package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.stream.Stream;

/**
 * One save over tags, assets and packages.
 *
 * @param tags added or replaced
 * @param assets added or replaced
 * @param drafts added or replaced
 * @param versions added
 * @param archived packages that are put away
 * @param restored packages that are brought back
 * @param goneDrafts packages without versions that are forgotten
 * @param goneTags tags that are removed
 * @param goneAssets keys of assets that are removed
 */
public record Batch(
        List<Tag> tags,
        List<Asset> assets,
        List<PackageDraft> drafts,
        List<PackageVersion> versions,
        List<PackageKey> archived,
        List<PackageKey> restored,
        List<PackageKey> goneDrafts,
        List<TagKey> goneTags,
        List<AssetKey> goneAssets) {

    /** Copies the lists. */
    public Batch {
        tags = List.copyOf(tags);
        assets = List.copyOf(assets);
        drafts = List.copyOf(drafts);
        versions = List.copyOf(versions);
        archived = List.copyOf(archived);
        restored = List.copyOf(restored);
        goneDrafts = List.copyOf(goneDrafts);
        goneTags = List.copyOf(goneTags);
        goneAssets = List.copyOf(goneAssets);
    }

    /** Returns whether it would change nothing. */
    public boolean isNothing() {
        return Stream.of(
                        tags,
                        assets,
                        drafts,
                        versions,
                        archived,
                        restored,
                        goneDrafts,
                        goneTags,
                        goneAssets)
                .allMatch(List::isEmpty);
    }
}
