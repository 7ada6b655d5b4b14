package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.Packages;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.util.List;
import java.util.Map;

/**
 * What the tags screen shows.
 *
 * @param assets by key
 * @param naming the words that keys are made of
 */
record TagStock(
        TagCatalog tags,
        Map<AssetKey, Asset> assets,
        List<ProfileSource> sources,
        List<AssetPackage> packages,
        NamingStandard naming) {

    static final TagStock NONE =
            new TagStock(
                    new TagCatalog(List.of()),
                    Map.of(),
                    List.of(),
                    List.of(),
                    NamingStandard.usual());

    /** Reads it all afresh; blocks. */
    static TagStock read(TagGovernance tags, Sources sources, Packages packages) {
        return new TagStock(
                tags.catalog(),
                tags.assets(),
                sources.list(),
                packages.list().stream().map(PackageRepository.Summary::pack).toList(),
                tags.naming());
    }

    /** Returns the packages that hold a tag. */
    List<AssetPackage> packagesWith(TagKey key) {
        return packages.stream().filter(pack -> pack.tags().contains(key)).toList();
    }

    /** Returns the tags whose rules ask for a tag. */
    List<Tag> tagsOn(TagKey key) {
        return tags.tags().stream()
                .filter(tag -> tag.rule().filter(r -> TagRules.tagsIn(r).contains(key)).isPresent())
                .toList();
    }
}
