package io.marquetry.bench;

import io.marquetry.bench.RatioTags.Both;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The leanest statements that a person would write by hand; they count what is asked of us. */
final class HandStatements {

    private static final int ROWS_AT_ONCE = 10_000;

    private final ProfileSource source;
    private final ProfileModel model;
    private final EventStream purchases;
    private final LocalDate today;
    private final char quote;
    private final boolean fromEvents;

    HandStatements(ProfileSource source, char quote) {
        this.source = source;
        this.model = source.model();
        this.purchases = model.streams().getFirst();
        this.today = source.fixedToday().orElseThrow();
        this.quote = quote;
        this.fromEvents =
                source.place() instanceof SourcePlace.Sealed sealed
                        && sealed.engine() == SourceEngine.H2;
    }

    /** Counts the audience among profiles joined with what their purchases come to. */
    long joined(List<Both> tags, Connection connection) throws SQLException {
        long counted = 0;
        for (String people : people(tags.subList(0, 5))) {
            counted += one(connection, "select count(*) from " + people + " and " + said(tags));
        }
        return counted;
    }

    /** Counts the audience by looking each tag of purchases up by itself. */
    long nested(List<Both> tags, Connection connection) throws SQLException {
        List<Both> apart = tags.subList(0, 5).stream().map(this::apart).toList();
        return one(
                connection,
                "select count(*) from " + named(model.table()) + " where " + said(apart));
    }

    /** Counts the tags among the people of the audience, and looks at nobody else. */
    long[] whatIfs(List<Both> tags, Connection connection) throws SQLException {
        return counts(connection, people(tags), conditions(tags), " and " + said(tags));
    }

    /** The whole answer: steps and costs among everybody, what-ifs among the audience. */
    long[] answerByTwo(List<Both> tags, Connection connection) throws SQLException {
        long[] steps = counts(connection, people(tags), steps(tags, said(tags)), "");
        return LongStream.concat(
                        Arrays.stream(steps), Arrays.stream(whatIfs(tags, connection)))
                .toArray();
    }

    /** The same by one statement that says the audience with each of its what-ifs. */
    long[] answerByOne(List<Both> tags, Connection connection) throws SQLException {
        return counts(connection, people(tags), all(tags, said(tags)), "");
    }

    /** The same by one statement that finds first who is inside. */
    long[] answerByOneInside(List<Both> tags, Connection connection) throws SQLException {
        List<String> found =
                people(tags).stream()
                        .map(
                                people ->
                                        "(select "
                                                + named(model.table())
                                                + ".*, spent, shoes, bought, "
                                                + said(tags)
                                                + " as inside from "
                                                + people
                                                + ") "
                                                + named(model.table())
                                                + " where 1 = 1")
                        .toList();
        return counts(connection, found, all(tags, "inside"), "");
    }

    /** Reads the answers to all tags as bits, in no order, and counts them. */
    long[] sizes(List<Both> tags, Connection connection) throws SQLException {
        long[] bare = new long[tags.size()];
        String bits =
                IntStream.range(0, tags.size())
                        .mapToObj(i -> "case when " + tags.get(i).byHand() + " then " + (1L << i) + " else 0 end")
                        .collect(Collectors.joining(" + "));
        for (String people : people(tags)) {
            String asked =
                    "select "
                            + column(model.table(), model.idColumn())
                            + ", "
                            + bits
                            + " from "
                            + people;
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = statement.executeQuery(asked)) {
                    while (rows.next()) {
                        long left = rows.getLong(2);
                        while (left != 0) {
                            bare[Long.numberOfTrailingZeros(left)]++;
                            left &= left - 1;
                        }
                    }
                }
            }
        }
        afresh(connection);
        return bare;
    }

    private static List<String> conditions(List<Both> tags) {
        return tags.stream().map(Both::byHand).toList();
    }

    private static List<String> all(List<Both> tags, String inside) {
        List<String> all = new ArrayList<>(steps(tags, inside));
        tags.forEach(both -> all.add(inside + " and " + both.byHand()));
        return all;
    }

    /** Everybody, the audience after each of its rows, and without each of them. */
    private static List<String> steps(List<Both> tags, String inside) {
        String[] row = tags.stream().limit(5).map(Both::byHand).toArray(String[]::new);
        String any = "(" + row[1] + " or " + row[2] + ")";
        String not = "(" + row[4] + ") is not true";
        return List.of(
                "1 = 1",
                row[0],
                row[0] + " and " + row[1],
                row[0] + " and " + any,
                row[0] + " and " + any + " and " + row[3],
                inside,
                any + " and " + row[3] + " and " + not,
                row[0] + " and " + row[2] + " and " + row[3] + " and " + not,
                row[0] + " and " + row[1] + " and " + row[3] + " and " + not,
                row[0] + " and " + any + " and " + not,
                row[0] + " and " + any + " and " + row[3]);
    }

    private long[] counts(Connection connection, List<String> people, List<String> conditions, String whose)
            throws SQLException {
        long[] counted = new long[conditions.size()];
        for (String some : people) {
            String asked =
                    "select "
                            + conditions.stream().map(this::counted).collect(Collectors.joining(", "))
                            + " from "
                            + some
                            + whose;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(asked)) {
                row.next();
                for (int i = 0; i < counted.length; i++) {
                    counted[i] += row.getLong(i + 1);
                }
            }
        }
        afresh(connection);
        return counted;
    }

    private static long one(Connection connection, String asked) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(asked)) {
            row.next();
            return row.getLong(1);
        } finally {
            afresh(connection);
        }
    }

    private static void afresh(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private static String said(List<Both> tags) {
        return tags.get(0).byHand()
                + " and ("
                + tags.get(1).byHand()
                + " or "
                + tags.get(2).byHand()
                + ") and "
                + tags.get(3).byHand()
                + " and "
                // A comparison with nothing is not false.
                + "(" + tags.get(4).byHand() + ") is not true";
    }

    /**
     * The profiles with what their purchases come to, only with that which is asked for; in as many
     * parts as the engine needs, each of them ready for a further condition.
     */
    private List<String> people(List<Both> tags) {
        String all = tags.stream().map(Both::byHand).collect(Collectors.joining(" "));
        List<String> asked = List.of("spent", "shoes", "bought").stream().filter(all::contains).toList();
        String sums = asked.stream().map(name -> summed(name) + " as " + name).collect(Collectors.joining(", "));
        String whose = column(purchases.table(), purchases.profileColumn());
        String id = column(model.table(), model.idColumn());
        String reduced =
                "(select " + whose + " as whose, " + sums + " from " + named(purchases.table()) + " group by " + whose + ") e";
        if (!fromEvents) {
            return List.of(named(model.table()) + " left join " + reduced + " on e.whose = " + id + " where 1 = 1");
        }
        // H2 would reduce all purchases again for each profile; it finds a profile by its number at once.
        String nothing =
                asked.stream()
                        .map(name -> name.equals("bought") ? "0 as bought" : "cast(null as numeric) as " + name)
                        .collect(Collectors.joining(", "));
        return List.of(
                reduced + " join " + named(model.table()) + " on " + id + " = e.whose where 1 = 1",
                named(model.table())
                        + " cross join (select "
                        + nothing
                        + ") e where "
                        + id
                        + " not in (select "
                        + whose
                        + " from "
                        + named(purchases.table())
                        + ")");
    }

    /** Says a tag of purchases in a statement of its own. */
    private Both apart(Both tag) {
        String name = tag.byHand().substring(0, tag.byHand().indexOf(' '));
        if (!List.of("spent", "shoes", "bought").contains(name)) {
            return tag;
        }
        String whose = column(purchases.table(), purchases.profileColumn());
        return new Both(
                tag.tag(),
                column(model.table(), model.idColumn())
                        + " in (select "
                        + whose
                        + " from "
                        + named(purchases.table())
                        + " group by "
                        + whose
                        + " having "
                        + summed(name)
                        + tag.byHand().substring(name.length())
                        + ")");
    }

    private String summed(String name) {
        String amount = column(purchases.table(), field("amount"));
        String time = column(purchases.table(), purchases.timeColumn());
        return switch (name) {
            case "spent" -> "sum(" + amount + ")";
            case "shoes" ->
                    "sum(case when "
                            + column(purchases.table(), field("category"))
                            + " = 'shoes' then "
                            + amount
                            + " end)";
            default ->
                    "count(case when "
                            + time
                            + " >= timestamp '"
                            + today.minusDays(90)
                            + " 00:00:00' and "
                            + time
                            + " < timestamp '"
                            + today.plusDays(1)
                            + " 00:00:00' then 1 end)";
        };
    }

    private String field(String name) {
        return purchases.fields().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .column();
    }

    /** Returns the column of an attribute, as it is said. */
    String attribute(String attribute) {
        return column(model.table(), model.attribute(attribute).orElseThrow().column());
    }

    private String counted(String condition) {
        if (source.place() instanceof SourcePlace.Sealed sealed
                && sealed.engine() == SourceEngine.DUCKDB) {
            // Half of what filters take it.
            return "count_if(" + condition + ")";
        }
        return quote == '`'
                ? "count(case when " + condition + " then 1 end)"
                : "count(*) filter (where " + condition + ")";
    }

    private String column(String table, String column) {
        return named(table) + '.' + quote + column + quote;
    }

    private String named(String table) {
        return quote + table + quote;
    }
}
