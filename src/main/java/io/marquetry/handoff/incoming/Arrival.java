package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * All that some documents hold together. Where two of them tell one tag or asset otherwise, the one
 * that was finished later is taken.
 *
 * @param versions by package, the newest last
 */
record Arrival(
        Map<PackageKey, NavigableMap<Integer, ArrivedVersion>> versions,
        Map<TagKey, Tag> tags,
        Map<AssetKey, Asset> assets) {

    static Arrival of(Collection<ArrivedVersion> all) {
        Map<PackageKey, NavigableMap<Integer, ArrivedVersion>> versions = new TreeMap<>();
        Map<TagKey, Tag> tags = new TreeMap<>();
        Map<AssetKey, Asset> assets = new TreeMap<>();
        List<ArrivedVersion> ordered =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                        (ArrivedVersion one) -> one.version().createdAt()))
                        .toList();
        for (ArrivedVersion one : ordered) {
            PackageVersion version = one.version();
            ArrivedVersion other =
                    versions.computeIfAbsent(version.key(), key -> new TreeMap<>())
                            .put(version.number(), one);
            if (other != null && !other.version().equals(version)) {
                throw Problem.of("problem.incoming.twice", version.key().value(), version.number())
                        .asException();
            }
            one.document().tags().forEach(tag -> tags.put(tag.key(), tag));
            one.document().assets().forEach(asset -> assets.put(asset.key(), asset));
        }
        return new Arrival(versions, tags, assets);
    }
}
