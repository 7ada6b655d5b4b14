package io.marquetry.ui.compose.asset;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The assets behind the tags of the composer, read again whenever the tags are. */
public final class KnownAssets {

    private final ComposeModel compose;
    private final TagGovernance tags;
    private final LatestOnly reading;
    private final ReadOnlyObjectWrapper<Map<AssetKey, Asset>> all =
            new ReadOnlyObjectWrapper<>(Map.of());

    /** Follows the tags of a composer. */
    public KnownAssets(ComposeModel compose, TagGovernance tags, Background background) {
        this.compose = compose;
        this.tags = tags;
        this.reading = new LatestOnly(background);
        compose.tags().subscribe(now -> refresh());
    }

    /** Reads them afresh. What cannot be read is not shown: the tags themselves still are. */
    public void refresh() {
        reading.ask(signal -> tags.assets(), all::set, why -> {});
    }

    /** Returns the assets by key. */
    public ReadOnlyObjectProperty<Map<AssetKey, Asset>> all() {
        return all.getReadOnlyProperty();
    }

    /** Returns the asset that a tag stands for. */
    public Optional<Asset> of(TagKey tag) {
        return compose.tags().get().find(tag).flatMap(one -> one.asset()).map(all.get()::get);
    }

    /** Returns the assets in a zone of the package. */
    public List<Asset> in(Category zone) {
        return compose.current()
                .map(pack -> pack.zone(zone).stream().flatMap(key -> of(key).stream()).toList())
                .orElse(List.of());
    }
}
