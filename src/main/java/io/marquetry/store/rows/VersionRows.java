package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;

import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.store.jooq.tables.records.PackageVersionRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The finished versions of packages in the workspace. */
final class VersionRows {

    private final Saves saves;

    VersionRows(Saves saves) {
        this.saves = saves;
    }

    /** Returns the versions of a package, the oldest first. */
    List<PackageVersion> of(PackageKey key) {
        return saves.read(
                sql ->
                        sql.selectFrom(PACKAGE_VERSION)
                                .where(PACKAGE_VERSION.PACKAGE_KEY.eq(key.value()))
                                .orderBy(PACKAGE_VERSION.VERSION)
                                .fetch(row -> version(saves.intact(row))));
    }

    /** Returns one version. */
    Optional<PackageVersion> find(PackageKey key, int number) {
        return saves.read(sql -> find(sql, key, number));
    }

    /** Returns one version, within a save. */
    Optional<PackageVersion> find(DSLContext sql, PackageKey key, int number) {
        return sql.selectFrom(PACKAGE_VERSION)
                .where(PACKAGE_VERSION.PACKAGE_KEY.eq(key.value()))
                .and(PACKAGE_VERSION.VERSION.eq(number))
                .fetchOptional(row -> version(saves.intact(row)));
    }

    /** Returns the newest version of a package. */
    Optional<PackageVersion> latest(PackageKey key) {
        return saves.read(sql -> latest(sql, key));
    }

    /** Returns the newest version of each package. */
    Map<PackageKey, PackageVersion> latest() {
        var newer = PACKAGE_VERSION.as("newer");
        return saves.read(
                sql ->
                        sql
                                .selectFrom(PACKAGE_VERSION)
                                .where(
                                        DSL.notExists(
                                                DSL.selectOne()
                                                        .from(newer)
                                                        .where(
                                                                newer.PACKAGE_KEY.eq(
                                                                        PACKAGE_VERSION
                                                                                .PACKAGE_KEY))
                                                        .and(
                                                                newer.VERSION.gt(
                                                                        PACKAGE_VERSION.VERSION))))
                                .stream()
                                .map(row -> version(saves.intact(row)))
                                .collect(Collectors.toMap(PackageVersion::key, v -> v)));
    }

    /** Returns how many versions each package has that has some, by its key. */
    static Map<String, Integer> counts(DSLContext sql) {
        return sql.select(PACKAGE_VERSION.PACKAGE_KEY, DSL.count())
                .from(PACKAGE_VERSION)
                .groupBy(PACKAGE_VERSION.PACKAGE_KEY)
                .fetchMap(PACKAGE_VERSION.PACKAGE_KEY, DSL.count());
    }

    /** Adds a version, as {@link PackageRepository#addVersion} says. */
    PackageVersion add(PackageKey key, Function<Optional<PackageVersion>, PackageVersion> next) {
        AtomicReference<@Nullable PackageVersion> added = new AtomicReference<>();
        saves.write(transaction -> added.set(add(transaction, key, next)));
        return Objects.requireNonNull(added.get(), "a save runs its work");
    }

    /** Adds a version as above, within a save. */
    PackageVersion add(
            Transaction transaction,
            PackageKey key,
            Function<Optional<PackageVersion>, PackageVersion> next) {
        Optional<PackageVersion> newest = latest(transaction.sql(), key);
        PackageVersion version = next.apply(newest);
        if (!newest.equals(Optional.of(version))) {
            refuseOutOfTurn(version, key, newest);
            transaction.insert(row(version));
        }
        return version;
    }

    /** Adds a version that came from elsewhere, whatever numbers there are. */
    static void insert(Transaction transaction, PackageVersion version) {
        transaction.insert(row(version));
    }

    private static void refuseOutOfTurn(
            PackageVersion version, PackageKey key, Optional<PackageVersion> newest) {
        int due = newest.map(PackageVersion::number).orElse(0) + 1;
        if (!version.key().equals(key) || version.number() != due) {
            throw new IllegalStateException(
                    "version " + due + " of " + key + " was due, not " + version.number());
        }
    }

    private Optional<PackageVersion> latest(DSLContext sql, PackageKey key) {
        return sql.selectFrom(PACKAGE_VERSION)
                .where(PACKAGE_VERSION.PACKAGE_KEY.eq(key.value()))
                .orderBy(PACKAGE_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(row -> version(saves.intact(row)));
    }

    /** Returns how many versions a package has. */
    static int count(DSLContext sql, PackageKey key) {
        return sql.fetchCount(PACKAGE_VERSION, PACKAGE_VERSION.PACKAGE_KEY.eq(key.value()));
    }

    private static PackageVersionRecord row(PackageVersion version) {
        PackageVersionRecord row = new PackageVersionRecord();
        row.setPackageKey(version.key().value());
        row.setVersion(version.number());
        row.setDocument(version.document());
        row.setSha256(version.sha256());
        row.setCreatedAt(PackageRows.time(version.createdAt()));
        return row;
    }

    private static PackageVersion version(PackageVersionRecord row) {
        return new PackageVersion(
                new PackageKey(row.getPackageKey()),
                row.getVersion(),
                row.getDocument(),
                row.getSha256(),
                PackageRows.instant(row.getCreatedAt()));
    }
}
