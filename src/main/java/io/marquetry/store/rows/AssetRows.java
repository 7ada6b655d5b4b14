package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.ASSET;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.handoff.AssetJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.jooq.tables.records.AssetRecord;

import java.util.LinkedHashMap;
import java.util.Map;

/** The assets in the workspace. */
public final class AssetRows implements AssetRepository {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public AssetRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public Map<AssetKey, Asset> assets() {
        return saves.read(
                sql -> {
                    Map<AssetKey, Asset> byKey = new LinkedHashMap<>();
                    sql.selectFrom(ASSET)
                            .orderBy(ASSET.ASSET_KEY)
                            .forEach(
                                    row -> {
                                        Asset asset = asset(saves.intact(row));
                                        byKey.put(asset.key(), asset);
                                    });
                    return byKey;
                });
    }

    /** Saves an asset where it says something new; keeps how it is kept. */
    static void put(Transaction transaction, Asset asset) {
        AssetRecord row = row(asset);
        AssetRecord before =
                transaction.sql().selectFrom(ASSET).where(Transaction.sameKey(row)).fetchOne();
        if (before == null) {
            transaction.insert(row);
        } else if (!before.getDocument().equals(row.getDocument())) {
            CareColumns.put(row, CareColumns.of(before));
            transaction.put(row);
        }
    }

    private static AssetRecord row(Asset asset) {
        AssetRecord row = new AssetRecord();
        row.setAssetKey(asset.key().value());
        row.setDocument(CanonicalJson.write(AssetJson.write(asset)));
        return row;
    }

    private static Asset asset(AssetRecord row) {
        return AssetJson.read(JsonView.of(StrictJson.read(row.getDocument())));
    }
}
