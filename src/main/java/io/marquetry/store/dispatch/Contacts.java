package io.marquetry.store.dispatch;

import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Recipient;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who was sent to, in the file of what holds for all dispatches: one row for each claim, because a
 * row for each person took more of the time of a dispatch than anything else that is kept of it.
 */
final class Contacts {

    /** What the file has for them; harmless where it is there already. */
    static final List<String> TABLES =
            List.of(
                    "create table if not exists contacted (dispatch integer not null, claim bigint"
                            + " not null, channel varchar(16) not null, at bigint not null, ordinals"
                            + " integer array not null, people varchar array not null, primary key"
                            + " (dispatch, claim))",
                    // Older programs kept a row for each person.
                    "insert into contacted select dispatch, -1 - ordinal, channel, at,"
                            + " array[ordinal], array[profile_key] from contact",
                    "delete from contact");

    private static final String ROW = "select dispatch, claim, ordinals, people from contacted ";

    private Contacts() {}

    /** People of one claim. */
    @SuppressWarnings("ArrayRecordComponent") // Read once and never changed.
    private record Row(int dispatch, long claim, Object[] ordinals, Object[] people) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getInt(1), row.getLong(2), items(row.getArray(3)), items(row.getArray(4)));
        }

        private static Object[] items(Array array) throws SQLException {
            return (Object[]) array.getArray();
        }

        int ordinal(int at) {
            return (Integer) ordinals[at];
        }

        String person(int at) {
            return (String) people[at];
        }
    }

    static void add(
            Sql sql, DispatchId id, ChannelKind channel, Claim claim, List<Recipient> people) {
        sql.run(
                "merge into contacted (dispatch, claim, channel, at, ordinals, people) values (?, ?,"
                        + " ?, ?, ?, ?)",
                id.number(),
                claim.number(),
                channel.name(),
                claim.at().toEpochMilli(),
                people.stream().map(Recipient::ordinal).toArray(),
                people.stream().map(Recipient::key).toArray());
        sql.save();
    }

    /** Returns how many messages each profile got; whoever was claimed again counts once. */
    static Map<String, Integer> since(Sql sql, ChannelKind channel, Instant since) {
        Map<String, Integer> found = new HashMap<>();
        Map<Integer, BitSet> seen = new HashMap<>();
        sql.each(
                ROW + "where channel = ? and at >= ?",
                found(
                        row -> {
                            BitSet counted =
                                    seen.computeIfAbsent(row.dispatch(), _ -> new BitSet());
                            for (int i = 0; i < row.people().length; i++) {
                                if (!counted.get(row.ordinal(i))) {
                                    counted.set(row.ordinal(i));
                                    found.merge(row.person(i), 1, Integer::sum);
                                }
                            }
                        }),
                channel.name(),
                since.toEpochMilli());
        return found;
    }

    static Set<String> ofSeries(Sql sql, String series) {
        Set<String> found = new HashSet<>();
        sql.each(
                ROW + "where dispatch in (select dispatch from of_series where series = ?)",
                found(
                        row -> {
                            for (int i = 0; i < row.people().length; i++) {
                                found.add(row.person(i));
                            }
                        }),
                series);
        return found;
    }

    /** Forgets what a profile got. Returns whether it got anything. */
    static boolean erase(Sql sql, String profile) {
        List<Row> rows = new ArrayList<>();
        sql.each(ROW + "where array_contains(people, ?)", found(rows::add), profile);
        rows.forEach(row -> leave(sql, row, at -> !row.person(at).equals(profile)));
        sql.save();
        return !rows.isEmpty();
    }

    static void spare(Sql sql, DispatchId id, Collection<Integer> ordinals) {
        if (ordinals.isEmpty()) {
            return;
        }
        BitSet spared = new BitSet();
        ordinals.forEach(spared::set);
        List<Row> rows = new ArrayList<>();
        sql.each(
                ROW + "where dispatch = ?",
                found(
                        row -> {
                            for (int i = 0; i < row.ordinals().length; i++) {
                                if (spared.get(row.ordinal(i))) {
                                    rows.add(row);
                                    return;
                                }
                            }
                        }),
                id.number());
        rows.forEach(row -> leave(sql, row, at -> !spared.get(row.ordinal(at))));
        sql.save();
    }

    private static void leave(Sql sql, Row row, IntPredicate stays) {
        int[] left = IntStream.range(0, row.people().length).filter(stays).toArray();
        if (left.length == 0) {
            sql.run(
                    "delete from contacted where dispatch = ? and claim = ?",
                    row.dispatch(),
                    row.claim());
        } else {
            sql.run(
                    "update contacted set ordinals = ?, people = ? where dispatch = ? and claim = ?",
                    Arrays.stream(left).mapToObj(at -> row.ordinals()[at]).toArray(),
                    Arrays.stream(left).mapToObj(at -> row.people()[at]).toArray(),
                    row.dispatch(),
                    row.claim());
        }
    }

    private static Sql.Row found(Consumer<Row> each) {
        return row -> each.accept(Row.of(row));
    }
}
