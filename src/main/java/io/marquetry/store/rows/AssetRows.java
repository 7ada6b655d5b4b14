package io.marquetry.store.rows;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.store.save.Saves;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The assets in the workspace. */
public final class AssetRows implements AssetRepository {

    private final Saves saves;
    private final AssetTable table;

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when assets are changed
     */
    public AssetRows(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.table = new AssetTable(saves, clock);
    }

    @Override
    public Map<AssetKey, Asset> assets() {
        Map<AssetKey, Asset> byKey = new LinkedHashMap<>();
        saves.read(table::all).forEach(asset -> byKey.put(asset.key(), asset.asset()));
        return byKey;
    }
}
