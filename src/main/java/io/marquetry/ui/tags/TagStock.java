package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.VisibleText;
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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tags screen shows.
 *
 * @param assets by key
 * @param packages that hold a tag, by its key
 * @param naming the words that keys are made of
 * @param words what each tag is found by, folded
 */
record TagStock(
        TagCatalog tags,
        Map<AssetKey, Asset> assets,
        List<ProfileSource> sources,
        Map<TagKey, List<AssetPackage>> packages,
        NamingStandard naming,
        Map<TagKey, String> words) {

    static final TagStock NONE =
            new TagStock(
                    new TagCatalog(List.of()),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    NamingStandard.usual(),
                    Map.of());

    /** Reads it all afresh; blocks. */
    static TagStock read(TagGovernance tags, Sources sources, Packages packages) {
        TagCatalog catalog = tags.catalog();
        return new TagStock(
                catalog,
                tags.assets(),
                sources.list(),
                byTag(packages.list()),
                tags.naming(),
                words(catalog));
    }

    /** Folding is dear: each tag is folded once, and not on the window's thread. */
    private static Map<TagKey, String> words(TagCatalog catalog) {
        Map<TagKey, String> words = new HashMap<>();
        for (Tag tag : catalog.tags()) {
            words.put(
                    tag.key(),
                    VisibleText.folded(
                            tag.key().value()
                                    + " "
                                    + String.join(" ", tag.name().byLanguage().values())
                                    + " "
                                    + String.join(" ", tag.topic().byLanguage().values())));
        }
        return words;
    }

    /** Returns what a tag is found by, folded. */
    String words(Tag tag) {
        return words.getOrDefault(tag.key(), "");
    }

    /** A list asks it of every tag when it is sorted. */
    private static Map<TagKey, List<AssetPackage>> byTag(List<PackageRepository.Summary> rows) {
        Map<TagKey, List<AssetPackage>> byTag = new HashMap<>();
        for (PackageRepository.Summary row : rows) {
            for (TagKey tag : row.pack().tags()) {
                byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(row.pack());
            }
        }
        return byTag;
    }

    /** Returns the packages that hold a tag. */
    List<AssetPackage> packagesWith(TagKey key) {
        return packages.getOrDefault(key, List.of());
    }

    /** Returns the tags whose rules ask for a tag. */
    List<Tag> tagsOn(TagKey key) {
        return tags.tags().stream()
                .filter(tag -> tag.rule().filter(r -> TagRules.tagsIn(r).contains(key)).isPresent())
                .toList();
    }
}
