package io.marquetry.cli.pack;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Other keys for what comes in, as they were given: each for whatever has the old one. */
record Renames(
        Map<PackageKey, PackageKey> packages,
        Map<TagKey, TagKey> tags,
        Map<AssetKey, AssetKey> assets) {

    /**
     * Reads keys.
     *
     * @throws io.marquetry.base.ProblemException if nothing has the old one, or the new one is none
     */
    static Renames of(Map<String, String> given, List<IncomingItem> items) {
        Renames all = new Renames(new HashMap<>(), new HashMap<>(), new HashMap<>());
        given.forEach(
                (from, to) -> {
                    boolean found = false;
                    for (IncomingItem item : items) {
                        if (item.key().equals(from)) {
                            all.add(item.kind(), from, to);
                            found = true;
                        }
                    }
                    if (!found) {
                        throw Problem.of("problem.incoming.unknown", from).asException();
                    }
                });
        return all;
    }

    private void add(IncomingItem.Kind kind, String from, String to) {
        switch (kind) {
            case PACKAGE -> packages.put(PackageKey.parse(from), PackageKey.parse(to));
            case TAG -> tags.put(TagKey.parse(from), TagKey.parse(to));
            case ASSET -> assets.put(new AssetKey(from), assetKey(to));
            case VERSION -> {}
        }
    }

    private static AssetKey assetKey(String text) {
        if (!AssetKey.isValid(text)) {
            throw Problem.of("problem.incoming.assetKey", text).asException();
        }
        return new AssetKey(text);
    }
}
