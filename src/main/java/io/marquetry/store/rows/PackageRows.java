package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.ARCHIVED_PACKAGE;
import static io.marquetry.store.jooq.Tables.DRAFT;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.store.jooq.tables.records.ArchivedPackageRecord;
import io.marquetry.store.jooq.tables.records.DraftRecord;
import io.marquetry.store.jooq.tables.records.PackageOriginRecord;
import io.marquetry.store.jooq.tables.records.TemplateUseRecord;
import io.marquetry.store.json.DraftJson;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The packages in the workspace. */
public final class PackageRows implements PackageRepository {

    private final Saves saves;
    private final VersionRows finished;
    private final InstantSource clock;

    /** Makes the rows of a workspace. */
    public PackageRows(Saves saves, InstantSource clock) {
        this.saves = saves;
        this.finished = new VersionRows(saves);
        this.clock = clock;
    }

    @Override
    public List<Summary> list() {
        return saves.read(
                sql ->
                        summaries(
                                sql,
                                sql.selectFrom(DRAFT)
                                        .where(DRAFT.PACKAGE_KEY.notIn(archivedKeys()))
                                        .orderBy(DRAFT.EDITED_AT.desc(), DRAFT.PACKAGE_KEY)
                                        .fetch()));
    }

    @Override
    public List<Summary> archived() {
        return saves.read(
                sql ->
                        summaries(
                                sql,
                                sql.select(DRAFT.fields())
                                        .from(DRAFT)
                                        .join(ARCHIVED_PACKAGE)
                                        .on(ARCHIVED_PACKAGE.PACKAGE_KEY.eq(DRAFT.PACKAGE_KEY))
                                        .orderBy(
                                                ARCHIVED_PACKAGE.ARCHIVED_AT.desc(),
                                                DRAFT.PACKAGE_KEY)
                                        .fetchInto(DRAFT)));
    }

    private List<Summary> summaries(DSLContext sql, List<DraftRecord> rows) {
        Map<String, Integer> versions = VersionRows.counts(sql);
        return rows.stream()
                .map(
                        row ->
                                new Summary(
                                        standing(saves.intact(row)),
                                        versions.getOrDefault(row.getPackageKey(), 0),
                                        instant(row.getEditedAt())))
                .toList();
    }

    /** Returns the keys of the packages that are put away, as a part of a query. */
    static Select<Record1<String>> archivedKeys() {
        return DSL.select(ARCHIVED_PACKAGE.PACKAGE_KEY).from(ARCHIVED_PACKAGE);
    }

    @Override
    public Optional<PackageDraft> draft(PackageKey key) {
        return kept(key).map(Kept::value);
    }

    @Override
    public Optional<Kept<PackageDraft>> kept(PackageKey key) {
        return saves.read(
                sql ->
                        sql.selectFrom(DRAFT)
                                .where(DRAFT.PACKAGE_KEY.eq(key.value()))
                                .fetchOptional(row -> kept(saves.intact(row))));
    }

    @Override
    public List<Kept<PackageDraft>> drafts() {
        return saves.read(
                sql ->
                        sql.selectFrom(DRAFT)
                                .orderBy(DRAFT.PACKAGE_KEY)
                                .fetch(row -> kept(saves.intact(row))));
    }

    private static Kept<PackageDraft> kept(DraftRecord row) {
        return new Kept<>(draft(row), Transaction.revisionOf(row));
    }

    @Override
    public Revision save(PackageDraft draft, Revision seen) {
        AtomicReference<@Nullable Revision> now = new AtomicReference<>(seen);
        DraftRecord row = row(draft);
        saves.write(transaction -> now.set(save(transaction, row, seen)));
        return Objects.requireNonNull(now.get(), "a save runs its work");
    }

    void save(Transaction transaction, PackageDraft draft, Revision seen) {
        save(transaction, row(draft), seen);
    }

    private static Revision save(Transaction transaction, DraftRecord row, Revision seen) {
        PackageKey key = new PackageKey(row.getPackageKey());
        LifeRows.refuseLocked(transaction, key);
        Revision now = transaction.put(row, seen);
        AuthorRows.record(transaction, key);
        return now;
    }

    void put(Transaction transaction, PackageDraft draft) {
        LifeRows.refuseLocked(transaction, draft.base().key());
        transaction.put(row(draft));
        AuthorRows.record(transaction, draft.base().key());
    }

    /** Refuses to go on where the draft is not the one that was seen. */
    void refuseOvertaken(Transaction transaction, PackageKey key, Revision seen) {
        boolean same =
                transaction
                        .sql()
                        .selectFrom(DRAFT)
                        .where(DRAFT.PACKAGE_KEY.eq(key.value()))
                        .fetchOptional(Transaction::revisionOf)
                        .equals(Optional.of(seen));
        if (!same) {
            throw Problem.of("problem.save.overtaken", key.value()).asException();
        }
    }

    @Override
    public void create(PackageDraft draft) {
        saves.write(transaction -> create(transaction, draft));
    }

    void create(Transaction transaction, PackageDraft draft) {
        DraftRecord row = row(draft);
        if (transaction.has(row)) {
            throw Problem.of("problem.package.taken", row.getPackageKey()).asException();
        }
        transaction.insert(row);
        AuthorRows.record(transaction, draft.base().key());
    }

    @Override
    public void delete(PackageKey key) {
        saves.write(transaction -> delete(transaction, key));
    }

    void delete(Transaction transaction, PackageKey key) {
        DraftRecord row = known(transaction, key);
        int versions = VersionRows.count(transaction.sql(), key);
        if (versions > 0) {
            throw Problem.of("problem.package.hasVersions", key.value(), versions).asException();
        }
        transaction.remove(archived(key));
        PackageOriginRecord origin = new PackageOriginRecord();
        origin.setPackageKey(key.value());
        transaction.remove(origin);
        TemplateUseRecord use = new TemplateUseRecord();
        use.setPackageKey(key.value());
        transaction.remove(use);
        AuthorRows.forget(transaction, key);
        JudgementRows.forget(transaction, key);
        transaction.remove(row);
    }

    @Override
    public void archive(PackageKey key, boolean away) {
        saves.write(transaction -> archive(transaction, key, away));
    }

    void archive(Transaction transaction, PackageKey key, boolean away) {
        LifeRows.refuseWithoutStep(transaction, key);
        away(transaction, key, away);
    }

    /** Puts a package away or brings it back, whatever its life is. */
    void away(Transaction transaction, PackageKey key, boolean away) {
        known(transaction, key);
        ArchivedPackageRecord row = archived(key);
        boolean isAway = transaction.has(row);
        if (away && !isAway) {
            row.setArchivedAt(time(clock.instant()));
            transaction.insert(row);
        } else if (!away) {
            transaction.remove(row);
        }
    }

    @Override
    public boolean isArchived(PackageKey key) {
        return saves.read(
                sql -> sql.fetchCount(ARCHIVED_PACKAGE, Transaction.sameKey(archived(key))) > 0);
    }

    private static DraftRecord known(Transaction transaction, PackageKey key) {
        DraftRecord row = new DraftRecord();
        row.setPackageKey(key.value());
        if (!transaction.has(row)) {
            throw Problem.of("problem.package.unknown", key.value()).asException();
        }
        return row;
    }

    private static ArchivedPackageRecord archived(PackageKey key) {
        ArchivedPackageRecord row = new ArchivedPackageRecord();
        row.setPackageKey(key.value());
        return row;
    }

    private DraftRecord row(PackageDraft draft) {
        return row(draft, clock.instant());
    }

    static DraftRecord row(PackageDraft draft, Instant editedAt) {
        DraftRecord row = new DraftRecord();
        row.setPackageKey(draft.base().key().value());
        row.setDocument(CanonicalJson.write(DraftJson.write(draft)));
        row.setEditedAt(time(editedAt));
        row.setStanding(CanonicalJson.write(DraftJson.write(draft.current())));
        return row;
    }

    @Override
    public List<PackageVersion> versions(PackageKey key) {
        return finished.of(key);
    }

    @Override
    public Optional<PackageVersion> version(PackageKey key, int number) {
        return finished.find(key, number);
    }

    @Override
    public Optional<PackageVersion> latest(PackageKey key) {
        return finished.latest(key);
    }

    @Override
    public Map<PackageKey, PackageVersion> latest() {
        return finished.latest();
    }

    @Override
    public int versionCount(PackageKey key) {
        return saves.read(sql -> VersionRows.count(sql, key));
    }

    @Override
    public PackageVersion addVersion(
            PackageKey key, Function<Optional<PackageVersion>, PackageVersion> next) {
        return finished.add(key, next);
    }

    /** Returns the package as it stands; only rows of before have to be replayed for it. */
    static AssetPackage standing(DraftRecord row) {
        @Nullable String standing = row.getStanding();
        return standing == null
                ? draft(row).current()
                : DraftJson.readPackage(JsonView.of(StrictJson.read(standing)));
    }

    static PackageDraft draft(DraftRecord row) {
        return DraftJson.read(JsonView.of(StrictJson.read(row.getDocument())));
    }

    // The column keeps microseconds; the seal must be of what is read again.
    static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
