package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.PACKAGE_IMPORT;

import io.marquetry.asset.PictureFile;
import io.marquetry.base.Problem;
import io.marquetry.handoff.incoming.Batch;
import io.marquetry.handoff.incoming.IncomingStore;
import io.marquetry.handoff.incoming.MadeImport;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.PackageImportRecord;
import io.marquetry.store.json.BatchJson;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Saves what comes in with package documents, tags, assets and packages, in one transaction; and
 * takes it back in one.
 */
public final class IncomingRows implements IncomingStore {

    /** How many imports can be taken back; older ones are forgotten. */
    private static final int REMEMBERED = 20;

    private final Saves saves;
    private final InstantSource clock;
    private final TagRows tags;
    private final PackageRows packages;
    private final Traces traces;

    /** Makes the rows of a workspace. */
    public IncomingRows(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.clock = clock;
        this.tags = new TagRows(saves, clock);
        this.packages = new PackageRows(saves, clock);
        this.traces = new Traces(saves, clock);
    }

    @Override
    public int take(Batch done, Collection<PictureFile> brought, Batch back) {
        AtomicInteger number = new AtomicInteger();
        saves.write(
                transaction -> {
                    PictureRows.put(transaction, brought);
                    save(transaction, done);
                    if (!back.isNothing()) {
                        number.set(next(transaction.sql()));
                        transaction.insert(row(transaction, number.get(), back));
                        forget(transaction, number.get() - REMEMBERED);
                    }
                });
        return number.get();
    }

    private void save(Transaction transaction, Batch batch) {
        tags.put(transaction, batch.tags(), batch.assets());
        batch.drafts().forEach(draft -> packages.put(transaction, draft));
        batch.versions().forEach(version -> VersionRows.insert(transaction, version));
        for (PackageKey key : batch.goneDrafts()) {
            packages.delete(transaction, key);
        }
        batch.archived().forEach(key -> packages.archive(transaction, key, true));
        batch.restored().forEach(key -> packages.archive(transaction, key, false));
        tags.remove(transaction, batch.goneTags(), batch.goneAssets());
    }

    private PackageImportRecord row(Transaction transaction, int number, Batch back) {
        PackageImportRecord row = new PackageImportRecord();
        row.setId(number);
        row.setDocument(
                CanonicalJson.write(
                        new JsonMembers()
                                .put("back", BatchJson.write(back))
                                .put("left", traces.of(transaction.sql(), back))
                                .done()));
        row.setMadeBy(transaction.actor().login());
        row.setMadeAt(PackageRows.time(clock.instant()));
        return row;
    }

    private static void forget(Transaction transaction, int upTo) {
        transaction
                .sql()
                .selectFrom(PACKAGE_IMPORT)
                .where(PACKAGE_IMPORT.ID.le(upTo))
                .fetch()
                .forEach(transaction::remove);
    }

    @Override
    public Optional<MadeImport> last() {
        return saves.read(
                sql ->
                        sql.selectFrom(PACKAGE_IMPORT)
                                .orderBy(PACKAGE_IMPORT.ID.desc())
                                .limit(1)
                                .fetchOptional(this::made));
    }

    @Override
    public Optional<MadeImport> find(int number) {
        return saves.read(
                sql ->
                        sql.selectFrom(PACKAGE_IMPORT)
                                .where(PACKAGE_IMPORT.ID.eq(number))
                                .fetchOptional(this::made));
    }

    private MadeImport made(PackageImportRecord row) {
        return new MadeImport(row.getId(), BatchJson.read(document(row).get("back")));
    }

    @Override
    public void takeBack(int number) {
        saves.write(
                transaction -> {
                    PackageImportRecord row =
                            transaction
                                    .sql()
                                    .selectFrom(PACKAGE_IMPORT)
                                    .where(PACKAGE_IMPORT.ID.eq(number))
                                    .fetchOptional()
                                    .orElseThrow(
                                            () ->
                                                    Problem.of("problem.incoming.noneTaken")
                                                            .asException());
                    Batch back = made(row).back();
                    traces.refuseChanged(transaction.sql(), back, document(row).get("left"));
                    transaction.tell(
                            "package_import.undone", Integer.toString(number), new JsonMembers());
                    save(transaction, back);
                    transaction.remove(row);
                });
    }

    private JsonView document(PackageImportRecord row) {
        return JsonView.of(StrictJson.read(saves.intact(row).getDocument()));
    }

    private static int next(DSLContext sql) {
        return sql.select(DSL.coalesce(DSL.max(PACKAGE_IMPORT.ID), 0).plus(1))
                .from(PACKAGE_IMPORT)
                .fetchSingle()
                .value1();
    }
}
