package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that some documents hold together. Where two of them tell one tag or asset otherwise, the one
 * that was finished later is taken; what came without a package is the oldest.
 *
 * @param versions by package, the newest last
 * @param askings what their rules ask of which source
 * @param files those that arrived without a package, as they arrived
 * @param pictures that came with a bundle
 */
record Arrival(
        Map<PackageKey, NavigableMap<Integer, ArrivedVersion>> versions,
        Map<TagKey, Tag> tags,
        Map<AssetKey, Asset> assets,
        List<Asking> askings,
        List<ArrivedTags> files,
        List<PictureFile> pictures) {

    Arrival {
        files = List.copyOf(files);
        pictures = List.copyOf(pictures);
    }

    /** Returns the pictures that assets show which came with them; others are not kept. */
    List<PictureFile> shown() {
        Set<String> named =
                Stream.concat(
                                assets.values().stream(),
                                versions.values().stream()
                                        .flatMap(some -> some.values().stream())
                                        .flatMap(one -> one.said().assets().stream()))
                        .flatMap(asset -> asset.pictures().stream())
                        .map(Picture::sha256)
                        .collect(Collectors.toSet());
        return pictures.stream().filter(file -> named.contains(file.picture().sha256())).toList();
    }

    /**
     * Rules that ask for fields of one source.
     *
     * @param theirs the source as its sender's packages name it
     * @param title what the sender calls it
     */
    record Asking(SourceName theirs, String title, List<TagRule> rules) {}

    static Arrival of(
            List<ArrivedTags> files,
            List<ArrivedVersion> all,
            List<PictureFile> pictures,
            Renames renames) {
        Map<PackageKey, NavigableMap<Integer, ArrivedVersion>> versions = new TreeMap<>();
        Map<TagKey, Tag> tags = new TreeMap<>();
        Map<AssetKey, Asset> assets = new TreeMap<>();
        Map<SourceName, Asking> askings = new TreeMap<>();
        Set<TagKey> tagKeys = new HashSet<>();
        Set<AssetKey> assetKeys = new HashSet<>();
        for (ArrivedTags one : files) {
            one.said().tags().forEach(tag -> tagKeys.add(tag.key()));
            one.said().assets().forEach(asset -> assetKeys.add(asset.key()));
            one.file().tags().forEach(tag -> tags.put(tag.key(), tag));
            one.file().assets().forEach(asset -> assets.put(asset.key(), asset));
            ask(askings, new Asking(one.theirs(), one.title(), one.rules()));
        }
        for (ArrivedVersion one : byTime(all)) {
            PackageVersion version = one.version();
            ArrivedVersion other =
                    versions.computeIfAbsent(version.key(), key -> new TreeMap<>())
                            .put(version.number(), one);
            if (other != null && !other.version().equals(version)) {
                throw Problem.of("problem.incoming.twice", version.key().value(), version.number())
                        .asException();
            }
            one.said().tags().forEach(tag -> tagKeys.add(tag.key()));
            one.said().assets().forEach(asset -> assetKeys.add(asset.key()));
            one.document().tags().forEach(tag -> tags.put(tag.key(), tag));
            one.document().assets().forEach(asset -> assets.put(asset.key(), asset));
        }
        renames.check(versions.keySet(), tagKeys, assetKeys);
        versions.values().stream()
                .map(some -> some.lastEntry().getValue())
                .forEach(
                        one ->
                                ask(
                                        askings,
                                        new Asking(
                                                one.said().pack().source(),
                                                one.said().sourceTitle(),
                                                one.rules())));
        return new Arrival(versions, tags, assets, List.copyOf(askings.values()), files, pictures);
    }

    private static List<ArrivedVersion> byTime(List<ArrivedVersion> all) {
        return all.stream()
                .sorted(Comparator.comparing((ArrivedVersion one) -> one.version().createdAt()))
                .toList();
    }

    private static void ask(Map<SourceName, Asking> askings, Asking next) {
        askings.merge(
                next.theirs(),
                next,
                (one, other) -> {
                    List<TagRule> rules = new ArrayList<>(one.rules());
                    rules.addAll(other.rules());
                    return new Asking(one.theirs(), other.title(), List.copyOf(rules));
                });
    }
}
