package io.marquetry.bench;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.LiveWhatIfs;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is asked of a database itself, against the leanest statements that a person would write by
 * hand for the same: an audience, 50 what-ifs, and an index. Both take turns in one process, on the
 * same connection's kind; every number is compared. No question is asked twice in the same words.
 */
final class EngineRatios {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final int WARM = 2;
    private static final int TAGS = 50;
    private static final int ROWS_AT_ONCE = 10_000;

    /** Opens a connection as somebody would who asks by hand. */
    @FunctionalInterface
    interface ByHand {
        Connection open() throws SQLException;
    }

    /** A tag, and how somebody says it by hand: of a profile's columns and of its events' sums. */
    private record Both(Tag tag, String byHand) {}

    private final ProfileSource source;
    private final ProfileModel model;
    private final EventStream purchases;
    private final OpenSources databases;
    private final LocalDate today;
    private final Path scratch;
    private final char quote;
    private final boolean fromEvents;
    private int asked;

    EngineRatios(ProfileSource source, OpenSources databases, Path scratch, char quote) {
        this.source = source;
        this.model = source.model();
        this.purchases = model.streams().getFirst();
        this.databases = databases;
        this.today = source.fixedToday().orElseThrow();
        this.scratch = scratch;
        this.quote = quote;
        this.fromEvents = 
                source.place() instanceof SourcePlace.Sealed sealed
                        && sealed.engine() == SourceEngine.H2;
    }

    /** Measures, and prints a line for each question. */
    void run(String name, ByHand byHand) throws SQLException {
        System.out.printf("%n## %s, medians of %d in turn, ms%n%n", name, ROUNDS);
        try (Connection connection = byHand.open()) {
            connection.setAutoCommit(false);
            run(connection);
        }
    }

    /** Does the same where all connections to a file come from one. */
    void runInFile() {
        System.out.printf("%n## %s, medians of %d in turn, ms%n%n", source.place().engineName(), ROUNDS);
        databases
                .open(source, new CancelSignal())
                .lend((connection, ask) -> run(connection), new CancelSignal());
    }

    private void run(Connection connection) throws SQLException {
        try {
            long begin = System.nanoTime();
            new SourceMembershipReader(source, databases, today).snapshot();
            System.out.printf("| its state, first time | %.0f |%n", (System.nanoTime() - begin) / 1e6);
            turns("an audience of five tags", this::preview, connection);
            turns("50 what-ifs, rows and costs", this::whatIfs, connection);
            turns("an index of 50 tags", this::index, connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks both ways, with tags that were not there before. */
    @FunctionalInterface
    private interface Turn {
        long[] ask(List<Both> tags, Connection connection) throws SQLException, IOException;
    }

    private void turns(String what, Turn turn, Connection connection)
            throws SQLException, IOException {
        double[][] all = new double[3][ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            long[] took = turn.ask(tags(asked++), connection);
            for (int j = 0; i >= 0 && j < all.length; j++) {
                all[j][i] = took[Math.min(j, took.length - 1)] / 1e6;
            }
        }
        Arrays.stream(all).forEach(Arrays::sort);
        double[] own = all[0];
        double[] bare = all[1][ROUNDS / 2] < all[2][ROUNDS / 2] ? all[1] : all[2];
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | by hand %.0f | **%.2f** | %s | %s |%n",
                what,
                own[ROUNDS / 2],
                bare[ROUNDS / 2],
                own[ROUNDS / 2] / bare[ROUNDS / 2],
                range(own),
                range(bare));
    }

    private static String range(double[] sorted) {
        return String.format(Locale.ROOT, "%.0f to %.0f", sorted[0], sorted[sorted.length - 1]);
    }

    private long[] preview(List<Both> tags, Connection connection) throws SQLException {
        AllOf audience = audience(tags);
        long begin = System.nanoTime();
        long own =
                reader().count(new AudienceQuery(audience, catalog(tags)), new CancelSignal())
                        .audience();
        long between = System.nanoTime();
        long joined = 0;
        for (String people : people(tags.subList(0, 5))) {
            joined += one(connection, "select count(*) from " + people + " and " + said(tags));
        }
        long then = System.nanoTime();
        List<Both> apart = tags.subList(0, 5).stream().map(this::apart).toList();
        long nested =
                one(
                        connection,
                        "select count(*) from " + named(model.table()) + " where " + said(apart));
        long end = System.nanoTime();
        if (own != joined || own != nested) {
            throw new AssertionError(own + ", by hand " + joined + " and " + nested);
        }
        return new long[] {between - begin, then - between, end - then};
    }

    private long[] whatIfs(List<Both> tags, Connection connection) throws SQLException {
        AllOf audience = audience(tags);
        TagCatalog catalog = catalog(tags);
        List<TagKey> keys = tags.stream().map(both -> both.tag().key()).toList();
        long begin = System.nanoTime();
        WhatIfs own =
                new LiveWhatIfs(reader(), catalog, new TreeSet<>(keys))
                        .count(audience, List.of(), keys, new CancelSignal());
        long between = System.nanoTime();
        long[] bare = new long[tags.size()];
        for (String people : people(tags)) {
            String asked =
                    "select "
                            + tags.stream()
                                    .map(both -> counted(both.byHand()))
                                    .collect(Collectors.joining(", "))
                            + " from "
                            + people
                            + " and "
                            + said(tags);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(asked)) {
                row.next();
                for (int i = 0; i < bare.length; i++) {
                    bare[i] += row.getLong(i + 1);
                }
            }
        }
        afresh(connection);
        long end = System.nanoTime();
        for (int i = 0; i < bare.length; i++) {
            if (own.added().get(keys.get(i)) != bare[i]) {
                throw new AssertionError(keys.get(i) + ": " + own.added().get(keys.get(i)) + ", by hand " + bare[i]);
            }
        }
        return new long[] {between - begin, end - between};
    }

    private long[] index(List<Both> tags, Connection connection) throws SQLException, IOException {
        Path folder = Files.createTempDirectory(scratch, "index");
        long begin = System.nanoTime();
        MembershipIndex own =
                new AudienceIndexes(
                                folder,
                                name -> new SourceMembershipReader(source, databases, today))
                        .index(source.name(), catalog(tags), done -> {}, new CancelSignal());
        long between = System.nanoTime();
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
        long end = System.nanoTime();
        for (int i = 0; i < bare.length; i++) {
            if (own.size(tags.get(i).tag().key()) != bare[i]) {
                throw new AssertionError(tags.get(i).byHand());
            }
        }
        return new long[] {between - begin, end - between};
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

    private AudienceReader reader() {
        return new SourceAudienceReader(source, databases, () -> today).atAGlance();
    }

    /** (first) and (second or third) and (fourth) and not (fifth). */
    private static AllOf audience(List<Both> tags) {
        List<AudienceExpression> rows = new ArrayList<>();
        rows.add(ref(tags, 0));
        rows.add(new AnyOf(List.of(ref(tags, 1), ref(tags, 2))));
        rows.add(ref(tags, 3));
        rows.add(new Except(List.of(ref(tags, 4))));
        return new AllOf(rows);
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

    private static TagRef ref(List<Both> tags, int at) {
        return new TagRef(tags.get(at).tag().key());
    }

    private static TagCatalog catalog(List<Both> tags) {
        return new TagCatalog(tags.stream().map(Both::tag).toList());
    }

    /** Returns 50 tags with numbers in them that go with the round; half are about purchases. */
    private List<Both> tags(int round) {
        List<Both> tags = new ArrayList<>();
        tags.add(number("age", Comparison.AT_LEAST, ">=", 25 + round));
        tags.add(text("level", "gold"));
        tags.add(spent(150 + round));
        tags.add(bought(1 + round % 2));
        tags.add(number("visits_90d", Comparison.LESS, "<", 1 + round % 3));
        String[] cities = {"Shanghai", "Beijing", "Shenzhen", "Chengdu", "Hangzhou"};
        while (tags.size() < TAGS) {
            int next = tags.size();
            tags.add(
                    switch (next % 6) {
                        case 0 -> number("points", Comparison.AT_LEAST, ">=", 37 * next + round);
                        case 1 -> spent(100 + 20 * next + round);
                        case 2 -> text("city", cities[next / 6 % cities.length]);
                        case 3 -> bought(2 + next / 6);
                        case 4 -> number("age", Comparison.AT_MOST, "<=", 18 + next + round);
                        default -> spentOn(50 + next + round);
                    });
        }
        return tags;
    }

    private Both number(String field, Comparison comparison, String sign, long than) {
        return both(
                new TagRule.Compare(field, comparison, whole(than)),
                of(field) + ' ' + sign + ' ' + than);
    }

    private Both text(String field, String word) {
        return both(
                new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(word)),
                of(field) + " = '" + word + "'");
    }

    private Both spent(long least) {
        return both(
                events(TagRule.Aggregate.SUM, Optional.of("amount"), new Window.Always(), Optional.empty(), least),
                "spent >= " + least);
    }

    private Both spentOn(long least) {
        return both(
                events(
                        TagRule.Aggregate.SUM,
                        Optional.of("amount"),
                        new Window.Always(),
                        Optional.of(new TagRule.Compare("category", Comparison.EQUAL, new Value.Text("shoes"))),
                        least),
                "shoes >= " + least);
    }

    private Both bought(long least) {
        return both(
                events(
                        TagRule.Aggregate.COUNT,
                        Optional.empty(),
                        new Window.Last(new Value.Ago(90, Value.Unit.DAYS)),
                        Optional.empty(),
                        least),
                "bought >= " + least);
    }

    private TagRule events(
            TagRule.Aggregate aggregate,
            Optional<String> measure,
            Window window,
            Optional<TagRule> where,
            long least) {
        return new TagRule.Events(
                purchases.name(), aggregate, measure, window, where, Comparison.AT_LEAST, whole(least));
    }

    private int made;

    private Both both(TagRule rule, String said) {
        LocalizedText word = LocalizedText.of("t", "t");
        return new Both(
                new Tag(
                        new TagKey("bench_tag_t" + made++),
                        Category.AUDIENCE,
                        word,
                        word,
                        Optional.empty(),
                        Optional.of(rule),
                        Optional.empty()),
                said);
    }

    private static Value.Number whole(long number) {
        return new Value.Number(BigDecimal.valueOf(number));
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

    private String of(String attribute) {
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
