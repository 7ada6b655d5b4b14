package io.marquetry.store;

import static io.marquetry.store.jooq.Tables.DRAFT;
import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;

import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.store.jooq.tables.records.DraftRecord;
import io.marquetry.store.jooq.tables.records.PackageVersionRecord;

import org.jooq.impl.DSL;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages in the workspace. */
final class PackageRows implements PackageRepository {

    private final Database database;
    private final InstantSource clock;

    PackageRows(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Summary> list() {
        return database.read(
                sql -> {
                    Map<String, Integer> versions =
                            sql.select(PACKAGE_VERSION.PACKAGE_KEY, DSL.count())
                                    .from(PACKAGE_VERSION)
                                    .groupBy(PACKAGE_VERSION.PACKAGE_KEY)
                                    .fetchMap(PACKAGE_VERSION.PACKAGE_KEY, DSL.count());
                    return sql.selectFrom(DRAFT)
                            .orderBy(DRAFT.EDITED_AT.desc(), DRAFT.PACKAGE_KEY)
                            .fetch(
                                    row ->
                                            new Summary(
                                                    draft(database.intact(row)).current(),
                                                    versions.getOrDefault(row.getPackageKey(), 0),
                                                    instant(row.getEditedAt())));
                });
    }

    @Override
    public Optional<PackageDraft> draft(PackageKey key) {
        return database.read(
                sql ->
                        sql.selectFrom(DRAFT)
                                .where(DRAFT.PACKAGE_KEY.eq(key.value()))
                                .fetchOptional(row -> draft(database.intact(row))));
    }

    @Override
    public void save(PackageDraft draft) {
        DraftRecord row = new DraftRecord();
        row.setPackageKey(draft.base().key().value());
        row.setDocument(CanonicalJson.write(DraftJson.write(draft)));
        row.setEditedAt(time(clock.instant()));
        database.write(transaction -> transaction.put(row));
    }

    @Override
    public List<PackageVersion> versions(PackageKey key) {
        return database.read(
                sql ->
                        sql.selectFrom(PACKAGE_VERSION)
                                .where(PACKAGE_VERSION.PACKAGE_KEY.eq(key.value()))
                                .orderBy(PACKAGE_VERSION.VERSION)
                                .fetch(row -> version(database.intact(row))));
    }

    @Override
    public void addVersion(PackageVersion version) {
        PackageVersionRecord row = new PackageVersionRecord();
        row.setPackageKey(version.key().value());
        row.setVersion(version.number());
        row.setDocument(version.document());
        row.setSha256(version.sha256());
        row.setCreatedAt(time(version.createdAt()));
        database.write(
                transaction -> {
                    if (transaction.sql().fetchExists(PACKAGE_VERSION, Transaction.sameKey(row))) {
                        throw new IllegalStateException(
                                version.key() + " has a version " + version.number());
                    }
                    transaction.insert(row);
                });
    }

    static PackageDraft draft(DraftRecord row) {
        return DraftJson.read(JsonView.of(StrictJson.read(row.getDocument())));
    }

    private static PackageVersion version(PackageVersionRecord row) {
        return new PackageVersion(
                new PackageKey(row.getPackageKey()),
                row.getVersion(),
                row.getDocument(),
                row.getSha256(),
                instant(row.getCreatedAt()));
    }

    // The column keeps microseconds; the seal must be of what is read again.
    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
