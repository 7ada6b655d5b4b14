package io.marquetry.store.rows;

import static io.marquetry.store.jooq.Tables.PACKAGE_LIFE;
import static io.marquetry.store.jooq.Tables.PACKAGE_VERSION;
import static io.marquetry.store.jooq.Tables.VERSION_AUTHOR;

import io.marquetry.life.PackageState;
import io.marquetry.pack.PackageKey;
import io.marquetry.store.jooq.tables.records.VersionAuthorRecord;
import io.marquetry.store.save.Saves;
import io.marquetry.store.save.Transaction;

import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who edited what: each save of a draft adds whoever saved to the authors of the version that the
 * draft will become.
 */
final class AuthorRows {

    private static final List<String> WENT_LIVE =
            Stream.of(PackageState.values())
                    .filter(PackageState::wentLive)
                    .map(PackageState::name)
                    .toList();

    private AuthorRows() {}

    /** Adds whoever saves to the authors of the draft. */
    static void record(Transaction transaction, PackageKey key) {
        add(transaction, key, newest(transaction.sql(), key) + 1, transaction.actor().login());
    }

    /** Adds whoever saves to the authors of many drafts. */
    static void record(Transaction transaction, Collection<PackageKey> keys) {
        DSLContext sql = transaction.sql();
        String login = transaction.actor().login();
        Map<String, Integer> newest =
                sql.select(PACKAGE_VERSION.PACKAGE_KEY, DSL.max(PACKAGE_VERSION.VERSION))
                        .from(PACKAGE_VERSION)
                        .groupBy(PACKAGE_VERSION.PACKAGE_KEY)
                        .fetchMap(Record2::value1, Record2::value2);
        Set<Record2<String, Integer>> known =
                sql.select(VERSION_AUTHOR.PACKAGE_KEY, VERSION_AUTHOR.VERSION)
                        .from(VERSION_AUTHOR)
                        .where(VERSION_AUTHOR.LOGIN.eq(login))
                        .fetchSet(row -> row);
        List<VersionAuthorRecord> rows = new ArrayList<>();
        for (PackageKey key : keys) {
            VersionAuthorRecord row = row(key, newest.getOrDefault(key.value(), 0) + 1, login);
            if (!known.contains(row.into(VERSION_AUTHOR.PACKAGE_KEY, VERSION_AUTHOR.VERSION))) {
                rows.add(row);
            }
        }
        transaction.insertAll(rows);
    }

    /** Adds somebody to the authors of a version. */
    static void add(Transaction transaction, PackageKey key, int version, String login) {
        VersionAuthorRecord row = row(key, version, login);
        if (!transaction.has(row)) {
            transaction.insert(row);
        }
    }

    private static VersionAuthorRecord row(PackageKey key, int version, String login) {
        VersionAuthorRecord row = new VersionAuthorRecord();
        row.setPackageKey(key.value());
        row.setVersion(version);
        row.setLogin(login);
        return row;
    }

    /** Returns the logins of all who edited what a version says and was not out before it. */
    static Set<String> of(DSLContext sql, Saves saves, PackageKey key, int version) {
        Integer out =
                sql.select(DSL.max(PACKAGE_LIFE.VERSION))
                        .from(PACKAGE_LIFE)
                        .where(PACKAGE_LIFE.PACKAGE_KEY.eq(key.value()))
                        .and(PACKAGE_LIFE.VERSION.lt(version))
                        .and(PACKAGE_LIFE.STATE.in(WENT_LIVE))
                        .fetchSingle()
                        .value1();
        int since = out == null ? 0 : out;
        return new TreeSet<>(
                sql.selectFrom(VERSION_AUTHOR)
                        .where(VERSION_AUTHOR.PACKAGE_KEY.eq(key.value()))
                        .and(VERSION_AUTHOR.VERSION.gt(since))
                        .and(VERSION_AUTHOR.VERSION.le(version))
                        .fetch(row -> saves.intact(row).getLogin()));
    }

    /** Forgets the authors of a package that is gone. */
    static void forget(Transaction transaction, PackageKey key) {
        transaction
                .sql()
                .selectFrom(VERSION_AUTHOR)
                .where(VERSION_AUTHOR.PACKAGE_KEY.eq(key.value()))
                .fetch()
                .forEach(transaction::remove);
    }

    /** Returns the number of the newest version of a package; 0 where it has none. */
    static int newest(DSLContext sql, PackageKey key) {
        Integer newest =
                sql.select(DSL.max(PACKAGE_VERSION.VERSION))
                        .from(PACKAGE_VERSION)
                        .where(PACKAGE_VERSION.PACKAGE_KEY.eq(key.value()))
                        .fetchSingle()
                        .value1();
        return newest == null ? 0 : newest;
    }
}
