package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.DRAFT;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.govern.GovernedTag;
import io.marquetry.pack.AssetPackage;
import io.marquetry.store.jooq.tables.records.TagRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRepository;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tags in the workspace. */
public final class TagRows implements TagRepository {

    private final Saves saves;
    private final TagTable tags;
    private final AssetTable assetRows;
    private volatile TagCatalog seen = new TagCatalog(List.of());

    /**
     * Makes the rows of a workspace.
     *
     * @param clock tells when tags are changed
     */
    public TagRows(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.tags = new TagTable(saves, clock);
        this.assetRows = new AssetTable(saves, clock);
    }

    @Override
    public TagCatalog catalog() {
        TagCatalog now =
                saves.read(
                        sql ->
                                new TagCatalog(
                                        tags.all(sql).stream().map(GovernedTag::tag).toList()));
        seen = now;
        return now;
    }

    @Override
    public TagCatalog seen() {
        return seen;
    }

    @Override
    public Map<TagKey, TagKey> aliases() {
        return saves.read(tags::aliases);
    }

    @Override
    public NamingStandard naming() {
        return saves.read(NamingRows.of(saves));
    }

    @Override
    public void save(Collection<Tag> taken, Collection<Asset> assets) {
        saves.write(transaction -> put(transaction, taken, assets));
    }

    void put(Transaction transaction, Collection<Tag> taken, Collection<Asset> assets) {
        assets.forEach(asset -> assetRows.put(transaction, asset));
        taken.forEach(tag -> tags.put(transaction, tag));
    }

    @Override
    public void remove(Collection<TagKey> keys, Collection<AssetKey> assets) {
        saves.write(transaction -> remove(transaction, keys, assets));
    }

    void remove(Transaction transaction, Collection<TagKey> keys, Collection<AssetKey> assets) {
        List<AssetPackage> packages = packages(transaction);
        keys.forEach(key -> remove(transaction, key, packages));
        assets.forEach(asset -> assetRows.remove(transaction, asset));
    }

    /** Returns the packages that name tags as they stand, those put away left out. */
    private List<AssetPackage> packages(Transaction transaction) {
        return transaction
                .sql()
                .selectFrom(DRAFT)
                .where(DRAFT.PACKAGE_KEY.notIn(PackageRows.archivedKeys()))
                .orderBy(DRAFT.PACKAGE_KEY)
                .stream()
                .map(row -> PackageRows.standing(saves.intact(row)))
                .toList();
    }

    private static void remove(Transaction transaction, TagKey key, List<AssetPackage> packages) {
        String users =
                packages.stream()
                        .filter(pack -> pack.tags().contains(key))
                        .map(pack -> pack.key().value())
                        .collect(Collectors.joining(", "));
        if (!users.isEmpty()) {
            throw Problem.of("problem.tag.usedByPackages", key.value(), users).asException();
        }
        TagRecord row = new TagRecord();
        row.setTagKey(key.value());
        transaction.remove(row);
    }
}
