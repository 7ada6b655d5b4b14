package io.marquetry.store.dispatch;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Coupons;
import io.marquetry.dispatch.DispatchId;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The codes of coupons, in the file of what holds for all dispatches. Of each code a mark is kept
 * beside it, so that one which was forgotten with a person is known when it comes again.
 */
final class H2Coupons implements Coupons {

    /** What the file has for them; harmless where it is there already. */
    static final List<String> TABLES =
            List.of(
                    "create table if not exists coupon (pool varchar(64) not null, n bigint not"
                            + " null, mark varchar(64) not null, code varchar, expires bigint,"
                            + " dispatch integer, ordinal integer, primary key (pool, n))",
                    "create unique index if not exists coupon_mark on coupon (pool, mark)",
                    "create unique index if not exists coupon_person on coupon (pool, dispatch,"
                            + " ordinal)",
                    "create table if not exists coupon_dispatch (dispatch integer primary key, pool"
                            + " varchar(64) not null, whole boolean not null)");

    private static final int BATCH = 10_000;
    private static final String IS_FREE = " and dispatch is null and code is not null ";

    private final H2Reach reach;

    H2Coupons(H2Reach reach) {
        this.reach = reach;
    }

    @Override
    public List<Stock> stock(Instant at) {
        long now = at.toEpochMilli();
        synchronized (reach) {
            List<Stock> found = new ArrayList<>();
            reach.sql()
                    .each(
                            "select pool, count(case when dispatch is null and code is not null and"
                                    + " (expires is null or expires >= ?) then 1 end), count(case"
                                    + " when dispatch is not null then 1 end), count(case when"
                                    + " dispatch is null and code is not null and expires < ? then 1"
                                    + " end), min(case when dispatch is null and code is not null"
                                    + " and expires >= ? then expires end) from coupon group by pool"
                                    + " order by pool",
                            row -> {
                                long first = row.getLong(5);
                                Optional<Instant> expiry =
                                        row.wasNull()
                                                ? Optional.empty()
                                                : Optional.of(Instant.ofEpochMilli(first));
                                found.add(
                                        new Stock(
                                                new AssetKey(row.getString(1)),
                                                row.getLong(2),
                                                row.getLong(3),
                                                row.getLong(4),
                                                expiry));
                            },
                            now,
                            now,
                            now);
            return found;
        }
    }

    @Override
    public long free(AssetKey pool, Instant goodAt) {
        synchronized (reach) {
            long[] found = {0};
            reach.sql()
                    .each(
                            "select count(*) from coupon where pool = ?"
                                    + IS_FREE
                                    + "and (expires is null or expires >= ?)",
                            row -> found[0] = row.getLong(1),
                            pool.value(),
                            goodAt.toEpochMilli());
            return found[0];
        }
    }

    @Override
    public int add(AssetKey pool, List<String> codes, Optional<Instant> expires) {
        synchronized (reach) {
            Sql sql = reach.sql();
            Set<String> known = new HashSet<>();
            sql.each(
                    "select mark from coupon where pool = ?",
                    row -> known.add(row.getString(1)),
                    pool.value());
            long[] last = {0};
            sql.each(
                    "select coalesce(max(n), 0) from coupon where pool = ?",
                    row -> last[0] = row.getLong(1),
                    pool.value());
            int added =
                    sql.doing(
                            () -> {
                                int fresh = 0;
                                try (PreparedStatement insert =
                                        sql.statement(
                                                "insert into coupon (pool, n, mark, code, expires)"
                                                        + " values (?, ?, ?, ?, ?)")) {
                                    for (String code : codes) {
                                        String mark = mark(pool, code);
                                        if (known.add(mark)) {
                                            fresh++;
                                            insert.setString(1, pool.value());
                                            insert.setLong(2, last[0] + fresh);
                                            insert.setString(3, mark);
                                            insert.setString(4, code);
                                            insert.setObject(
                                                    5,
                                                    expires.map(Instant::toEpochMilli)
                                                            .orElse(null));
                                            insert.addBatch();
                                            if (fresh % BATCH == 0) {
                                                insert.executeBatch();
                                            }
                                        }
                                    }
                                    insert.executeBatch();
                                }
                                return fresh;
                            });
            sql.save();
            return added;
        }
    }

    private static String mark(AssetKey pool, String code) {
        return Sha256.of(pool.value() + '\n' + code);
    }

    @Override
    public List<String> bind(AssetKey pool, DispatchId id, int[] ordinals, Instant goodAt) {
        synchronized (reach) {
            Sql sql = reach.sql();
            List<Long> numbers = new ArrayList<>(ordinals.length);
            List<String> codes = new ArrayList<>(ordinals.length);
            sql.each(
                    "select n, code from coupon where pool = ?"
                            + IS_FREE
                            + "and (expires is null or expires >= ?) order by coalesce(expires, "
                            + Long.MAX_VALUE
                            + "), n limit ?",
                    row -> {
                        numbers.add(row.getLong(1));
                        codes.add(row.getString(2));
                    },
                    pool.value(),
                    goodAt.toEpochMilli(),
                    ordinals.length);
            if (codes.size() < ordinals.length) {
                throw Problem.of(
                                "problem.dispatch.codesShort",
                                pool.value(),
                                codes.size(),
                                ordinals.length)
                        .asException();
            }
            sql.run("insert into coupon_dispatch values (?, ?, false)", id.number(), pool.value());
            sql.doing(
                    () -> {
                        try (PreparedStatement give =
                                sql.statement(
                                        "update coupon set dispatch = ?, ordinal = ? where pool = ?"
                                                + " and n = ?")) {
                            for (int i = 0; i < ordinals.length; i++) {
                                give.setInt(1, id.number());
                                give.setInt(2, ordinals[i]);
                                give.setString(3, pool.value());
                                give.setLong(4, numbers.get(i));
                                give.addBatch();
                                if (i % BATCH == BATCH - 1) {
                                    give.executeBatch();
                                }
                            }
                            give.executeBatch();
                            return 0;
                        }
                    });
            sql.save();
            return codes;
        }
    }

    @Override
    public void keep(DispatchId id) {
        synchronized (reach) {
            Sql sql = reach.sql();
            sql.run("update coupon_dispatch set whole = true where dispatch = ?", id.number());
            sql.save();
        }
    }

    @Override
    public void settle(Predicate<DispatchId> frozen) {
        synchronized (reach) {
            Sql sql = reach.sql();
            List<DispatchId> open = new ArrayList<>();
            sql.each(
                    "select dispatch from coupon_dispatch where not whole",
                    row -> open.add(new DispatchId(row.getInt(1))));
            for (DispatchId id : open) {
                if (frozen.test(id)) {
                    sql.run(
                            "update coupon_dispatch set whole = true where dispatch = ?",
                            id.number());
                } else {
                    sql.run(
                            "update coupon set dispatch = null, ordinal = null where dispatch = ?",
                            id.number());
                    sql.run("delete from coupon_dispatch where dispatch = ?", id.number());
                }
            }
            if (!open.isEmpty()) {
                sql.save();
            }
        }
    }

    @Override
    public void release(DispatchId id, Collection<Integer> ordinals) {
        synchronized (reach) {
            Sql sql = reach.sql();
            List<String> pool = pool(sql, id);
            if (pool.isEmpty() || ordinals.isEmpty()) {
                return;
            }
            sql.doing(
                    () -> {
                        try (PreparedStatement back =
                                sql.statement(
                                        "update coupon set dispatch = null, ordinal = null where"
                                                + " pool = ? and dispatch = ? and ordinal = ?")) {
                            int rows = 0;
                            for (int ordinal : ordinals) {
                                back.setString(1, pool.getFirst());
                                back.setInt(2, id.number());
                                back.setInt(3, ordinal);
                                back.addBatch();
                                rows++;
                                if (rows % BATCH == 0) {
                                    back.executeBatch();
                                }
                            }
                            back.executeBatch();
                            return 0;
                        }
                    });
            sql.save();
        }
    }

    /** Returns the pool from which a dispatch has its codes; nothing where it has none. */
    private static List<String> pool(Sql sql, DispatchId id) {
        List<String> found = new ArrayList<>();
        sql.each(
                "select pool from coupon_dispatch where dispatch = ?",
                row -> found.add(row.getString(1)),
                id.number());
        return found;
    }

    @Override
    public long withdraw(AssetKey pool) {
        synchronized (reach) {
            Sql sql = reach.sql();
            int gone =
                    sql.run("update coupon set code = null where pool = ?" + IS_FREE, pool.value());
            sql.save();
            return gone;
        }
    }

    @Override
    public void erase(DispatchId id, int ordinal) {
        synchronized (reach) {
            Sql sql = reach.sql();
            List<String> pool = pool(sql, id);
            int gone =
                    pool.isEmpty()
                            ? 0
                            : sql.run(
                                    "update coupon set code = null, ordinal = null where pool = ?"
                                            + " and dispatch = ? and ordinal = ?",
                                    pool.getFirst(),
                                    id.number(),
                                    ordinal);
            if (gone > 0) {
                sql.save();
                reach.leaveNothingDeleted();
            }
        }
    }
}
