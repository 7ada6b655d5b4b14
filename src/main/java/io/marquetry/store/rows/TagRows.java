package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.DRAFT;
import static io.marquetry.store.jooq.Tables.TAG;

import io.marquetry.asset.Asset;
import io.marquetry.base.Problem;
import io.marquetry.handoff.TagJson;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.store.jooq.tables.records.AssetRecord;
import io.marquetry.store.jooq.tables.records.TagRecord;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRepository;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The tags in the workspace. */
public final class TagRows implements TagRepository {

    private final Saves saves;

    /** Makes the rows of a workspace. */
    public TagRows(Saves saves) {
        this.saves = saves;
    }

    @Override
    public TagCatalog catalog() {
        return saves.read(
                sql -> new TagCatalog(sql.selectFrom(TAG).fetch(row -> tag(saves.intact(row)))));
    }

    @Override
    public void save(Collection<Tag> tags, Collection<Asset> assets) {
        saves.write(transaction -> put(transaction, tags, assets));
    }

    void put(Transaction transaction, Collection<Tag> tags, Collection<Asset> assets) {
        assets.forEach(asset -> transaction.put(AssetRows.row(asset)));
        tags.forEach(tag -> transaction.put(row(tag)));
    }

    @Override
    public void remove(Collection<TagKey> keys, Collection<String> assets) {
        saves.write(transaction -> remove(transaction, keys, assets));
    }

    void remove(Transaction transaction, Collection<TagKey> keys, Collection<String> assets) {
        List<AssetPackage> packages = packages(transaction);
        keys.forEach(key -> remove(transaction, key, packages));
        assets.forEach(
                asset -> {
                    AssetRecord row = new AssetRecord();
                    row.setAssetKey(asset);
                    transaction.remove(row);
                });
    }

    /** Returns the packages that name tags as they stand, those put away left out. */
    private List<AssetPackage> packages(Transaction transaction) {
        return transaction
                .sql()
                .selectFrom(DRAFT)
                .where(DRAFT.PACKAGE_KEY.notIn(PackageRows.archivedKeys()))
                .orderBy(DRAFT.PACKAGE_KEY)
                .stream()
                .map(row -> PackageRows.draft(saves.intact(row)).current())
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

    private static TagRecord row(Tag tag) {
        TagRecord row = new TagRecord();
        row.setTagKey(tag.key().value());
        row.setCategory(tag.category().name());
        row.setDocument(CanonicalJson.write(TagJson.write(tag)));
        return row;
    }

    private static Tag tag(TagRecord row) {
        return TagJson.read(JsonView.of(StrictJson.read(row.getDocument())));
    }
}
