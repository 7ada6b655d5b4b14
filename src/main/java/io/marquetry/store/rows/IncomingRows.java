package io.marquetry.store.rows;

import io.marquetry.handoff.incoming.Batch;
import io.marquetry.handoff.incoming.IncomingStore;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.save.Saves;

/** Saves what comes in with package documents: tags, assets and packages in one transaction. */
public final class IncomingRows implements IncomingStore {

    private final Saves saves;
    private final TagRows tags;
    private final PackageRows packages;

    /** Makes the rows of a workspace. */
    public IncomingRows(Saves saves, TagRows tags, PackageRows packages) {
        this.saves = saves;
        this.tags = tags;
        this.packages = packages;
    }

    @Override
    public void save(Batch batch) {
        saves.write(
                transaction -> {
                    tags.put(transaction, batch.tags(), batch.assets());
                    batch.drafts().forEach(draft -> packages.put(transaction, draft));
                    batch.versions().forEach(version -> VersionRows.insert(transaction, version));
                    for (PackageKey key : batch.goneDrafts()) {
                        packages.delete(transaction, key);
                    }
                    batch.archived().forEach(key -> packages.archive(transaction, key, true));
                    batch.restored().forEach(key -> packages.archive(transaction, key, false));
                    tags.remove(transaction, batch.goneTags(), batch.goneAssets());
                });
    }
}
