package io.marquetry.bench;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.bench.RatioTags.Both;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.LiveWhatIfs;
import io.marquetry.index.question.Waterfall;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.tag.TagKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What is asked of a database itself, against the leanest statements that a person would write by
 * hand for the same: an audience, 50 what-ifs, and an index. Both take turns in one process, on the
 * same connection's kind; every number is compared. No question is asked twice in the same words.
 */
final class EngineRatios {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final int WARM = 2;

    /** What takes so many times as long as another way by hand is not asked again. */
    private static final int HOPELESS = 4;

    /** Opens a connection as somebody would who asks by hand. */
    @FunctionalInterface
    interface ByHand {
        Connection open() throws SQLException;
    }

    private final ProfileSource source;
    private final OpenSources databases;
    private final LocalDate today;
    private final Path scratch;
    private final HandStatements byHand;
    private final RatioTags tags;
    private int asked;
    private boolean isNestedSlow;

    EngineRatios(ProfileSource source, OpenSources databases, Path scratch, char quote) {
        this.source = source;
        this.databases = databases;
        this.today = source.fixedToday().orElseThrow();
        this.scratch = scratch;
        this.byHand = new HandStatements(source, quote);
        this.tags = new RatioTags(source.model(), byHand);
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
            turns("an audience, its steps and costs, and 50 what-ifs", this::answer, connection);
            turns("the same, by hand the 50 what-ifs alone", this::whatIfs, connection);
            turns("an index of 50 tags", this::index, connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks in our way, then in each by hand, with tags that were not there before. */
    @FunctionalInterface
    private interface Turn {
        long[] ask(List<Both> tags, Connection connection) throws SQLException, IOException;
    }

    private void turns(String what, Turn turn, Connection connection)
            throws SQLException, IOException {
        List<long[]> all = new ArrayList<>();
        for (int i = -WARM; i < ROUNDS; i++) {
            long[] took = turn.ask(tags.of(asked++), connection);
            if (i >= 0) {
                all.add(took);
            }
        }
        double[] own = sorted(all, 0);
        double[] bare =
                IntStream.range(1, all.getFirst().length)
                        .mapToObj(way -> sorted(all, way))
                        .min(Comparator.comparingDouble(way -> way[ROUNDS / 2]))
                        .orElseThrow();
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

    private static double[] sorted(List<long[]> took, int way) {
        return took.stream().mapToDouble(one -> one[way] / 1e6).sorted().toArray();
    }

    private static String range(double[] sorted) {
        return String.format(Locale.ROOT, "%.0f to %.0f", sorted[0], sorted[sorted.length - 1]);
    }

    private long[] preview(List<Both> tags, Connection connection) throws SQLException {
        AllOf audience = RatioTags.audience(tags);
        long begin = System.nanoTime();
        long own =
                reader().count(
                                new AudienceQuery(audience, RatioTags.catalog(tags)),
                                new CancelSignal())
                        .audience();
        long between = System.nanoTime();
        long joined = byHand.joined(tags, connection);
        long then = System.nanoTime();
        long took = then - between;
        long nested = isNestedSlow ? own : byHand.nested(tags, connection);
        long nestedTook = isNestedSlow ? took : System.nanoTime() - then;
        isNestedSlow |= nestedTook > HOPELESS * took;
        if (own != joined || own != nested) {
            throw new AssertionError(own + ", by hand " + joined + " and " + nested);
        }
        return new long[] {between - begin, took, nestedTook};
    }

    /** All that the composer shows of an audience. */
    private long[] answer(List<Both> tags, Connection connection) throws SQLException {
        long begin = System.nanoTime();
        WhatIfs own = ask(tags);
        long first = System.nanoTime();
        long[] apart = byHand.answerByTwo(tags, connection);
        long second = System.nanoTime();
        long[] together = byHand.answerByOne(tags, connection);
        long third = System.nanoTime();
        long[] nested = byHand.answerByOneInside(tags, connection);
        long end = System.nanoTime();
        for (long[] counted : List.of(apart, together, nested)) {
            same(told(own, tags), counted);
        }
        return new long[] {first - begin, second - first, third - second, end - third};
    }

    private static void same(long[] own, long[] byHand) {
        if (!Arrays.equals(own, byHand)) {
            throw new AssertionError(
                    Arrays.toString(own) + ", by hand " + Arrays.toString(byHand));
        }
    }

    private long[] whatIfs(List<Both> tags, Connection connection) throws SQLException {
        long begin = System.nanoTime();
        WhatIfs own = ask(tags);
        long between = System.nanoTime();
        long[] bare = byHand.whatIfs(tags, connection);
        long end = System.nanoTime();
        long[] told = told(own, tags);
        same(Arrays.copyOfRange(told, told.length - bare.length, told.length), bare);
        return new long[] {between - begin, end - between};
    }

    private WhatIfs ask(List<Both> tags) {
        List<TagKey> keys = tags.stream().map(both -> both.tag().key()).toList();
        return new LiveWhatIfs(reader(), RatioTags.catalog(tags), new TreeSet<>(keys))
                .count(RatioTags.audience(tags), List.of(), keys, new CancelSignal());
    }

    private static long[] told(WhatIfs own, List<Both> tags) {
        LongStream.Builder told = LongStream.builder().add(own.profiles());
        List<Waterfall.Step> steps = own.steps();
        for (int i = 0; i < steps.size(); i++) {
            // A group's own step says what its last row says once more.
            if (i + 1 == steps.size() || steps.get(i + 1).path().size() <= steps.get(i).path().size()) {
                told.add(steps.get(i).after());
            }
        }
        own.costs().forEach(cost -> told.add(cost.without()));
        tags.forEach(both -> told.add(own.added().get(both.tag().key())));
        return told.build().toArray();
    }

    private long[] index(List<Both> tags, Connection connection) throws SQLException, IOException {
        Path folder = Files.createTempDirectory(scratch, "index");
        long begin = System.nanoTime();
        MembershipIndex own =
                new AudienceIndexes(
                                folder,
                                name -> new SourceMembershipReader(source, databases, today))
                        .index(source.name(), RatioTags.catalog(tags), done -> {}, new CancelSignal());
        long between = System.nanoTime();
        long[] bare = byHand.sizes(tags, connection);
        long end = System.nanoTime();
        same(tags.stream().mapToLong(both -> own.size(both.tag().key())).toArray(), bare);
        return new long[] {between - begin, end - between};
    }

    private AudienceReader reader() {
        return new SourceAudienceReader(source, databases, () -> today).atAGlance();
    }
}
