package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.ASSET;
import static io.marquetry.store.jooq.Tables.ASSET_VERSION;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.govern.AssetVersion;
import io.marquetry.govern.Care;
import io.marquetry.govern.CareJson;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.handoff.AssetJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.store.jooq.tables.records.AssetRecord;
import io.marquetry.store.jooq.tables.records.AssetVersionRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The rows of assets and of their versions. */
final class AssetTable {

    private final Saves saves;
    private final InstantSource clock;

    AssetTable(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.clock = clock;
    }

    List<GovernedAsset> all(DSLContext sql) {
        return sql.selectFrom(ASSET)
                .orderBy(ASSET.ASSET_KEY)
                .fetch(row -> governed(saves.intact(row)));
    }

    Optional<GovernedAsset> find(DSLContext sql, AssetKey key) {
        return sql.selectFrom(ASSET)
                .where(ASSET.ASSET_KEY.eq(key.value()))
                .fetchOptional(row -> governed(saves.intact(row)));
    }

    /** Saves an asset where it says something new, and adds a version; keeps how it is kept. */
    void put(Transaction transaction, Asset asset) {
        Optional<GovernedAsset> before = find(transaction.sql(), asset.key());
        if (before.map(GovernedAsset::asset).equals(Optional.of(asset))) {
            return;
        }
        put(
                transaction,
                before.map(known -> known.with(asset))
                        .orElseGet(() -> new GovernedAsset(asset, Care.NONE, Revision.NONE)),
                before);
    }

    /** Saves an asset as it is to be kept, under the revision that was seen. */
    void put(Transaction transaction, GovernedAsset asset) {
        put(transaction, asset, find(transaction.sql(), asset.key()));
    }

    private void put(Transaction transaction, GovernedAsset asset, Optional<GovernedAsset> before) {
        transaction.put(row(asset), asset.revision());
        int next = versions(transaction.sql(), asset.key());
        if (next == 0 && before.isPresent()) {
            // From before versions were kept: nobody knows who made it, or when.
            transaction.insert(version(before.get(), ++next, "", Instant.EPOCH));
        }
        transaction.insert(version(asset, ++next, transaction.actor().login(), clock.instant()));
    }

    void remove(Transaction transaction, GovernedAsset seen) {
        Revision now =
                find(transaction.sql(), seen.key())
                        .map(GovernedAsset::revision)
                        .orElse(Revision.NONE);
        if (!now.equals(seen.revision())) {
            throw Problem.of("problem.save.overtaken", seen.key().value()).asException();
        }
        remove(transaction, seen.key());
    }

    void remove(Transaction transaction, AssetKey key) {
        AssetRecord row = new AssetRecord();
        row.setAssetKey(key.value());
        transaction.remove(row);
    }

    List<AssetVersion> versions(AssetKey key) {
        return saves.read(
                sql ->
                        sql.selectFrom(ASSET_VERSION)
                                .where(ASSET_VERSION.ASSET_KEY.eq(key.value()))
                                .orderBy(ASSET_VERSION.VERSION)
                                .fetch(row -> version(saves.intact(row))));
    }

    private static int versions(DSLContext sql, AssetKey key) {
        return sql.select(DSL.coalesce(DSL.max(ASSET_VERSION.VERSION), 0))
                .from(ASSET_VERSION)
                .where(ASSET_VERSION.ASSET_KEY.eq(key.value()))
                .fetchSingle()
                .value1();
    }

    private static AssetRecord row(GovernedAsset asset) {
        AssetRecord row = new AssetRecord();
        row.setAssetKey(asset.key().value());
        row.setDocument(CanonicalJson.write(AssetJson.write(asset.asset())));
        CareColumns.put(row, asset.care());
        return row;
    }

    private static GovernedAsset governed(AssetRecord row) {
        return new GovernedAsset(
                AssetJson.read(JsonView.of(StrictJson.read(row.getDocument()))),
                CareColumns.of(row),
                Transaction.revisionOf(row));
    }

    private static AssetVersionRecord version(
            GovernedAsset asset, int number, String madeBy, Instant madeAt) {
        AssetVersionRecord row = new AssetVersionRecord();
        row.setAssetKey(asset.key().value());
        row.setVersion(number);
        row.setDocument(
                CanonicalJson.write(
                        new JsonMembers()
                                .put("asset", AssetJson.write(asset.asset()))
                                .put("care", CareJson.write(asset.care()))
                                .done()));
        row.setMadeBy(madeBy);
        row.setMadeAt(PackageRows.time(madeAt));
        return row;
    }

    private static AssetVersion version(AssetVersionRecord row) {
        JsonView document = JsonView.of(StrictJson.read(row.getDocument()));
        boolean known = !row.getMadeBy().isEmpty();
        return new AssetVersion(
                row.getVersion(),
                AssetJson.read(document.get("asset")),
                CareJson.read(document.get("care")),
                Optional.of(row.getMadeBy()).filter(who -> known),
                Optional.of(PackageRows.instant(row.getMadeAt())).filter(when -> known));
    }
}
