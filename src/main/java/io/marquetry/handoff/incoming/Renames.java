package io.marquetry.handoff.incoming;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Other keys under which things come in.
 *
 * @param packages new keys by those that documents name
 * @param tags the same
 * @param assets the same
 */
public record Renames(
        Map<PackageKey, PackageKey> packages,
        Map<TagKey, TagKey> tags,
        Map<AssetKey, AssetKey> assets) {

    /** Everything keeps its key. */
    public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Renames {
        packages = Map.copyOf(packages);
        tags = Map.copyOf(tags);
        assets = Map.copyOf(assets);
    }

    /**
     * Reads keys as they were given: each for whatever has the old one.
     *
     * @throws io.marquetry.base.ProblemException if nothing has the old one, or the new one is none
     */
    public static Renames of(Map<String, String> given, List<IncomingItem> items) {
        Renames all = NONE;
        for (Map.Entry<String, String> one : given.entrySet()) {
            List<IncomingItem> meant =
                    items.stream().filter(item -> item.theirs().equals(one.getKey())).toList();
            if (meant.isEmpty()) {
                throw Problem.of("problem.incoming.unknown", one.getKey()).asException();
            }
            for (IncomingItem item : meant) {
                all = all.with(item, one.getValue());
            }
        }
        return all;
    }

    /**
     * Returns these, and another key for one thing; its own key takes the other one back. Versions
     * have none of their own.
     *
     * @throws io.marquetry.base.ProblemException if the text is no key of that kind
     */
    public Renames with(IncomingItem item, String key) {
        String theirs = item.theirs();
        return switch (item.kind()) {
            case PACKAGE ->
                    new Renames(
                            with(packages, PackageKey.parse(theirs), PackageKey.parse(key)),
                            tags,
                            assets);
            case TAG ->
                    new Renames(
                            packages, with(tags, TagKey.parse(theirs), TagKey.parse(key)), assets);
            case ASSET ->
                    new Renames(packages, tags, with(assets, new AssetKey(theirs), assetKey(key)));
            case VERSION -> this;
        };
    }

    private static <K> Map<K, K> with(Map<K, K> keys, K theirs, K ours) {
        Map<K, K> all = new HashMap<>(keys);
        all.put(theirs, ours);
        all.remove(theirs, theirs);
        return all;
    }

    private static AssetKey assetKey(String text) {
        if (!AssetKey.isValid(text)) {
            throw Problem.of("problem.incoming.assetKey", text).asException();
        }
        return new AssetKey(text);
    }

    PackageKey of(PackageKey theirs) {
        return packages.getOrDefault(theirs, theirs);
    }

    TagKey of(TagKey theirs) {
        return tags.getOrDefault(theirs, theirs);
    }

    AssetKey of(AssetKey theirs) {
        return assets.getOrDefault(theirs, theirs);
    }

    /** Returns the key that a thing had before, by its key here. */
    static <K> K before(Map<K, K> renamed, K ours) {
        return renamed.entrySet().stream()
                .filter(one -> one.getValue().equals(ours))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ours);
    }

    /**
     * Refuses a key that two things would have.
     *
     * @throws io.marquetry.base.ProblemException with the key
     */
    void check(Set<PackageKey> packs, Set<TagKey> allTags, Set<AssetKey> allAssets) {
        twice(packages, packs)
                .map(Object::toString)
                .or(() -> twice(tags, allTags).map(Object::toString))
                .or(() -> twice(assets, allAssets).map(Object::toString))
                .ifPresent(
                        key -> {
                            throw Problem.of("problem.incoming.keyTwice", key).asException();
                        });
    }

    private static <K> Optional<K> twice(Map<K, K> renamed, Collection<K> coming) {
        return coming.stream()
                .map(key -> renamed.getOrDefault(key, key))
                .filter(
                        key ->
                                coming.stream()
                                                .filter(
                                                        other ->
                                                                renamed.getOrDefault(other, other)
                                                                        .equals(key))
                                                .count()
                                        > 1)
                .findFirst();
    }
}
