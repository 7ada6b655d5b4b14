package io.marquetry.store.rows;

import io.marquetry.asset.AssetKey;
import io.marquetry.asset.PictureFile;
import io.marquetry.govern.AssetCares;
import io.marquetry.govern.AssetVersion;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.store.save.Saves;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the assets of the workspace are kept. */
public final class AssetCareRows implements AssetCares {

    private final Saves saves;
    private final AssetTable table;

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when assets are changed
     */
    public AssetCareRows(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.table = new AssetTable(saves, clock);
    }

    @Override
    public SortedMap<AssetKey, GovernedAsset> assets() {
        TreeMap<AssetKey, GovernedAsset> byKey = new TreeMap<>();
        saves.read(table::all).forEach(asset -> byKey.put(asset.key(), asset));
        return byKey;
    }

    @Override
    public void save(Collection<GovernedAsset> changed, Collection<PictureFile> brought) {
        saves.write(
                transaction -> {
                    PictureRows.put(transaction, brought);
                    changed.forEach(asset -> table.put(transaction, asset));
                });
    }

    @Override
    public void remove(GovernedAsset seen) {
        saves.write(transaction -> table.remove(transaction, seen));
    }

    @Override
    public List<AssetVersion> versions(AssetKey key) {
        return table.versions(key);
    }
}
