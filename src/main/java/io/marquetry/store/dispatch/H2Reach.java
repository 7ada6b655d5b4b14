package io.marquetry.store.dispatch;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Coupons;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.channel.Inbox;
import io.marquetry.dispatch.series.SeriesList;
import io.marquetry.store.file.SideFile;
import io.marquetry.store.file.SideSchema;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What holds for all dispatches: one file, made when it is first needed. For many threads. */
public final class H2Reach implements Reach, AutoCloseable {

    /** What older programs made. */
    static final List<String> FIRST =
            List.of(
                    "create table account (name varchar(32) primary key, channel varchar(16) not"
                            + " null, provider varchar(16) not null, place varchar, per_second integer"
                            + " not null, key_life bigint not null, looks_up boolean not null,"
                            + " not_before bigint)",
                    "create table suppression (channel varchar(16) not null, address varchar not"
                            + " null, reason varchar not null, source varchar not null, since bigint"
                            + " not null, lifted_at bigint, lifted_why varchar, n bigint primary key)",
                    "create index suppression_address on suppression (channel, address)",
                    "create table contact (dispatch integer not null, ordinal integer not null,"
                            + " profile_key varchar not null, channel varchar(16) not null, at bigint"
                            + " not null, primary key (dispatch, ordinal))",
                    "create index contact_at on contact (channel, at)",
                    "create table counter (name varchar(16) primary key, n integer not null)");

    /** What came later; harmless where it is there already. */
    private static final List<String> LATER =
            Stream.concat(
                            Stream.of(
                                    "alter table account add column if not exists price varchar",
                                    "alter table account add column if not exists secret varchar"),
                            Stream.concat(
                                    H2Coupons.TABLES.stream(),
                                    Stream.concat(
                                            Stream.of(
                                                    "create table if not exists setting (name varchar(16)"
                                                            + " primary key, content varchar not null)",
                                                    "create table if not exists of_series (dispatch integer"
                                                            + " primary key, series varchar(64) not"
                                                            + " null)",
                                                    H2Series.TABLES.get(0),
                                                    H2Series.TABLES.get(1)),
                                            Stream.concat(
                                                    Contacts.TABLES.stream(),
                                                    H2Inbox.TABLES.stream()))))
                    .toList();

    private static final SideSchema SCHEMA = new SideSchema("reach", FIRST, LATER);

    private final Path path;
    private final SuppressionList list;
    private @Nullable SideFile open;

    /**
     * Makes the reach of a workspace; touches nothing.
     *
     * @param workspace its folder
     */
    public H2Reach(Path workspace) {
        this.path = workspace.resolve("reach.mv.db");
        this.list = new SuppressionList(workspace.resolve("reach.key"));
    }

    Sql sql() {
        SideFile file = open;
        if (file == null) {
            if (!Files.exists(path)) {
                SideFile.create(path, SCHEMA, connection -> {});
            }
            file = SideFile.open(path, SCHEMA);
            open = file;
        }
        return new Sql(file);
    }

    /** What was deleted is nowhere in the file any more when it is closed. */
    void leaveNothingDeleted() {
        Objects.requireNonNull(open, "it was opened for the question").leaveNothingDeleted();
    }

    /** Returns the series, which lie in the same file. */
    public SeriesList series() {
        return new H2Series(this);
    }

    /** Returns what the provider of an account brought by itself, which lies in the same file. */
    public Inbox inbox(String account) {
        return new H2Inbox(this, account);
    }

    @Override
    public Coupons coupons() {
        return new H2Coupons(this);
    }

    @Override
    public synchronized String controlSalt() {
        Sql sql = sql();
        List<String> found = new ArrayList<>();
        sql.each(
                "select content from setting where name = 'control'",
                row -> found.add(row.getString(1)));
        if (found.isEmpty()) {
            byte[] made = new byte[16];
            new SecureRandom().nextBytes(made);
            found.add(HexFormat.of().formatHex(made));
            sql.run("insert into setting values ('control', ?)", found.getFirst());
            sql.save();
        }
        return found.getFirst();
    }

    @Override
    public synchronized Predicate<String> suppressed(ChannelKind channel) {
        return list.suppressed(sql(), channel);
    }

    @Override
    public synchronized List<Entry> suppressions() {
        return list.entries(sql());
    }

    @Override
    public synchronized int suppress(List<Suppression> entries) {
        return list.add(sql(), entries);
    }

    @Override
    public synchronized boolean lift(ChannelKind channel, String address, String why, Instant at) {
        return list.lift(sql(), channel, list.mark(channel, address), why, at);
    }

    @Override
    public synchronized boolean lift(Entry entry, String why, Instant at) {
        return list.lift(sql(), entry.channel(), entry.mark(), why, at);
    }

    @Override
    public synchronized Map<String, Integer> contacts(ChannelKind channel, Instant since) {
        return Contacts.since(sql(), channel, since);
    }

    @Override
    public synchronized Set<String> reached(String series) {
        return Contacts.ofSeries(sql(), series);
    }

    @Override
    public synchronized void belongs(DispatchId id, String series) {
        Sql sql = sql();
        sql.run("merge into of_series values (?, ?)", id.number(), series);
        sql.save();
    }

    @Override
    public synchronized void contacted(
            DispatchId id, ChannelKind channel, Claim claim, List<Recipient> people) {
        Contacts.add(sql(), id, channel, claim, people);
    }

    @Override
    public synchronized void erase(String profile, Collection<String> addresses) {
        if (!Files.exists(path)) {
            return;
        }
        Sql sql = sql();
        int told = 0;
        for (String address : addresses) {
            told += sql.run("delete from told where about = ?", address);
        }
        if (Contacts.erase(sql, profile) || told > 0) {
            leaveNothingDeleted();
        }
    }

    @Override
    public synchronized void spared(DispatchId id, Collection<Integer> ordinals) {
        Contacts.spare(sql(), id, ordinals);
    }

    @Override
    public synchronized Optional<Instant> notBefore(String account) {
        List<Instant> found = new ArrayList<>();
        sql().each(
                        "select not_before from account where name = ? and not_before is not null",
                        row -> found.add(Instant.ofEpochMilli(row.getLong(1))),
                        account);
        return found.stream().findFirst();
    }

    @Override
    public synchronized void notBefore(String account, Instant until) {
        Sql sql = sql();
        if (account.equals(Account.DEMO.name())) {
            keepDemo();
        }
        sql.run("update account set not_before = ? where name = ?", until.toEpochMilli(), account);
        sql.save();
    }

    private void keepDemo() {
        if (stored().stream().noneMatch(known -> known.name().equals(Account.DEMO.name()))) {
            put(Account.DEMO);
        }
    }

    @Override
    public synchronized List<Account> accounts() {
        List<Account> found = new ArrayList<>(stored());
        if (found.stream().noneMatch(known -> known.name().equals(Account.DEMO.name()))) {
            found.addFirst(Account.DEMO);
        }
        return found;
    }

    private List<Account> stored() {
        List<Account> found = new ArrayList<>();
        sql().each(
                        "select name, channel, provider, per_second, key_life, looks_up, price,"
                                + " place, secret from account order by name",
                        row -> found.add(account(row)));
        return found;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString(1),
                ChannelKind.valueOf(row.getString(2)),
                new StoredProvider(row.getString(3), row.getString(8), row.getString(9)).provider(),
                row.getInt(4),
                Duration.ofSeconds(row.getLong(5)),
                row.getBoolean(6),
                Optional.ofNullable(row.getString(7)).map(BigDecimal::new));
    }

    @Override
    public synchronized void put(Account account) {
        Sql sql = sql();
        StoredProvider provider = StoredProvider.of(account.provider());
        // Until when it wants nothing stays as it is.
        sql.run(
                "merge into account (name, channel, provider, per_second, key_life, looks_up,"
                        + " price, place, secret) key (name) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account.name(),
                account.channel().name(),
                provider.kind(),
                account.perSecond(),
                account.keyLife().toSeconds(),
                account.looksUp(),
                account.price().map(BigDecimal::toPlainString).orElse(null),
                provider.place(),
                provider.secret());
        sql.save();
    }

    @Override
    public synchronized boolean forget(String account) {
        Sql sql = sql();
        boolean gone = sql.run("delete from account where name = ?", account) > 0;
        sql.save();
        return gone;
    }

    @Override
    public synchronized int nextNumber() {
        Sql sql = sql();
        if (sql.run("update counter set n = n + 1 where name = 'dispatch'") == 0) {
            sql.run("insert into counter values ('dispatch', 1)");
        }
        int[] found = {0};
        sql.each("select n from counter where name = 'dispatch'", row -> found[0] = row.getInt(1));
        sql.save();
        return found[0];
    }

    @Override
    public synchronized void close() {
        SideFile file = open;
        open = null;
        list.changed();
        if (file != null) {
            file.close();
        }
    }
}
