package io.marquetry.tag;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags and assets that live as long as the test. */
public final class ListedTags implements TagRepository, AssetRepository {

    private final Map<AssetKey, Asset> assets = new LinkedHashMap<>();
    private TagCatalog catalog = new TagCatalog(List.of());

    /** Makes a list of these tags. */
    public ListedTags(Tag... tags) {
        save(List.of(tags), List.of());
    }

    @Override
    public TagCatalog catalog() {
        return catalog;
    }

    @Override
    public Map<TagKey, TagKey> aliases() {
        return Map.of();
    }

    @Override
    public NamingStandard naming() {
        return NamingStandard.usual();
    }

    @Override
    public Map<AssetKey, Asset> assets() {
        return Map.copyOf(assets);
    }

    @Override
    public void save(Collection<Tag> tags, Collection<Asset> with) {
        catalog = catalog.with(tags);
        with.forEach(asset -> assets.put(asset.key(), asset));
    }

    @Override
    public void remove(Collection<TagKey> keys, Collection<AssetKey> gone) {
        catalog =
                new TagCatalog(
                        catalog.tags().stream().filter(t -> !keys.contains(t.key())).toList());
        assets.keySet().removeAll(gone);
    }
}
