package io.marquetry.tag;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where tags are kept; blocks, so never call it on the FX thread. */
public interface TagRepository {

    /** Returns all tags. */
    TagCatalog catalog();

    /** Returns the tags as they were read last, none before the first time; never blocks. */
    default TagCatalog seen() {
        return new TagCatalog(List.of());
    }

    /** Returns the keys that tags had before they were renamed, and the tags they lead to now. */
    Map<TagKey, TagKey> aliases();

    /** Returns the words that keys are made of. */
    NamingStandard naming();

    /** Adds or replaces tags, all or none; durable when it returns. */
    default void save(Collection<Tag> tags) {
        save(tags, List.of());
    }

    /** Adds or replaces tags and assets together, all or none; durable when it returns. */
    void save(Collection<Tag> tags, Collection<Asset> assets);

    /**
     * Removes tags and assets, all or none; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if a package uses one of the tags
     */
    void remove(Collection<TagKey> keys, Collection<AssetKey> assets);
}
