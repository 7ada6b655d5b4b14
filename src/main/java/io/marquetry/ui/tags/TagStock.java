package io.marquetry.ui.tags;

import io.marquetry.asset.Asset;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.Sources;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagGovernance;

import java.util.List;
import java.util.Map;

/**
 * What the tags screen shows.
 *
 * @param assets by key
 */
record TagStock(TagCatalog tags, Map<String, Asset> assets, List<ProfileSource> sources) {

    static final TagStock NONE = new TagStock(new TagCatalog(List.of()), Map.of(), List.of());

    /** Reads it all afresh; blocks. */
    static TagStock read(TagGovernance tags, Sources sources) {
        return new TagStock(tags.catalog(), tags.assets(), sources.list());
    }
}
