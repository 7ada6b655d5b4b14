package io.marquetry.source.ask;

import io.marquetry.source.engine.h2.H2Rows;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.sql.ExpressionConditions;
import io.marquetry.source.sql.JoinedEvents;
import io.marquetry.source.sql.RuleConditions;

import java.util.Optional;
import java.lang.management.ManagementFactory;
import com.sun.management.OperatingSystemMXBean;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.columns.TableRows;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.workspace.Workspace;

import org.jooq.Condition;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the index answers, and what the engine itself needs for the same; all in one run. */
public final class EngineFigures implements AutoCloseable {

    private static final int TAGS = 300;

    private final ProfileSource source;
    private final LocalDate today;
    private final TagCatalog tags;
    private final List<TagKey> keys;
    private final OpenSources databases;
    private final Path indexes;
    private final SplittableRandom random = new SplittableRandom(7);

    /**
     * Measures a workspace.
     *
     * @param scratch a folder for indexes
     */
    public EngineFigures(Workspace workspace, ProfileSource source, Path scratch) {
        this.source = source;
        this.today = source.fixedToday().orElseThrow();
        this.tags =
                new TagCatalog(
                        workspace.tags().catalog().tags().stream()
                                .filter(tag -> tag.category() == Category.AUDIENCE)
                                .limit(TAGS)
                                .toList());
        this.keys = tags.tags().stream().map(Tag::key).toList();
        this.databases = new OpenSources(workspace.folder());
        this.indexes = scratch;
    }

    /** Prints one line per figure. */
    public void run() throws IOException {
        System.out.printf(
                "%n## %s: %,d profiles, %d tags, %s%n%n",
                source.place().engineName(), source.profiles(), keys.size(), Runtime.version());
        build();
        MembershipIndex index = index();
        size(index);
        counts(index);
        if (isDuckDb()) {
            whatIfs(index);
        }
        oneMore();
        start();
    }

    @Override
    public void close() {
        databases.close();
    }

    private void build() throws IOException {
        long engine;
        if (isDuckDb()) {
            Condition[] all = conditionsJoined();
            engine = least(rounds(), () -> joinedCounts(all));
            line("the engine evaluates the predicates in one query", engine, 0);
        } else {
            plainPass();
            engine = least(rounds(), this::plainPass);
            line("one plain pass over all tables", engine, 0);
        }
        long[] times = new long[rounds()];
        long[] processor = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            clear();
            long before = processorTime();
            long begin = System.nanoTime();
            index();
            times[i] = System.nanoTime() - begin;
            processor[i] = processorTime() - before;
        }
        line("index build, processor time", min(processor), 0);
        line("index build from nothing, files written", min(times), engine);
    }

    private void size(MembershipIndex index) {
        System.gc();
        long heap =
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "| index: bytes on disk and mapped | %,d MB | heap in use %,d MB |%n",
                index.bytes() >> 20, heap >> 20);
    }

    private void counts(MembershipIndex index) {
        AudienceReader reader =
                new SourceAudienceReader(source, databases, () -> today);
        List<AllOf> asked = IntStream.range(0, isDuckDb() ? 60 : 3).mapToObj(i -> audience()).toList();
        long[] engine = new long[asked.size()];
        long[] own = new long[asked.size()];
        for (int i = 0; i < asked.size(); i++) {
            long begin = System.nanoTime();
            long direct =
                    reader.count(new AudienceQuery(asked.get(i), tags), new CancelSignal())
                            .audience();
            engine[i] = System.nanoTime() - begin;
            begin = System.nanoTime();
            long counted = index.count(asked.get(i));
            own[i] = System.nanoTime() - begin;
            if (direct != counted) {
                throw new AssertionError(asked.get(i) + ": " + direct + " and " + counted);
            }
        }
        line("the engine counts an audience of five tags, median", quantile(engine, 0.5), 0);
        line("the index does, median", quantile(own, 0.5), min(engine));
        line("the index does, 99 %", quantile(own, 0.99), 0);
    }

    private void whatIfs(MembershipIndex index) {
        long[] engine = new long[3];
        for (int i = 0; i < engine.length; i++) {
            AllOf audience = audience();
            long begin = System.nanoTime();
            long[] direct = filteredCounts(audience);
            engine[i] = System.nanoTime() - begin;
            WhatIfs whatIfs = WhatIfs.of(index, audience, List.of());
            for (int t = 0; t < keys.size(); t++) {
                if (direct[t] != whatIfs.added().get(keys.get(t))) {
                    throw new AssertionError(audience + " with " + keys.get(t));
                }
            }
        }
        long[] own = new long[200];
        for (int i = 0; i < own.length; i++) {
            AllOf audience = audience();
            long begin = System.nanoTime();
            WhatIfs.of(index, audience, List.of());
            own[i] = System.nanoTime() - begin;
        }
        line("the engine counts the what-ifs of all tags in one query", min(engine), 0);
        line("the index does, median", quantile(own, 0.5), min(engine));
        line("the index does, 99 %", quantile(own, 0.99), 0);
    }

    /** What a new tag costs where the index is ready; each is asked with other values each time. */
    private void oneMore() {
        AudienceIndexes used = new AudienceIndexes(indexes, name -> reader());
        used.index(source.name(), tags, done -> {}, new CancelSignal());
        TagCatalog more = tags;
        for (AddedTag kind : AddedTag.values()) {
            long[] times = new long[isDuckDb() ? 12 : 2];
            long[] processor = new long[times.length];
            for (int i = 0; i < times.length; i++) {
                more = more.with(kind.tag(i));
                long before = processorTime();
                TagCatalog now = more;
                long begin = System.nanoTime();
                used.index(source.name(), now, done -> {}, new CancelSignal());
                times[i] = System.nanoTime() - begin;
                processor[i] = processorTime() - before;
            }
            double perMillion = 1e6 / source.profiles() / 1e6;
            System.out.printf(
                    "| one more tag, %s: median, longest | %.0f, %.0f ms"
                            + " | %.0f ms per million, %.0f ms of processor time |%n",
                    kind.words(),
                    quantile(times, 0.5) / 1e6,
                    quantile(times, 1) / 1e6,
                    quantile(times, 0.5) * perMillion,
                    quantile(processor, 0.5) * perMillion);
        }
    }

    /** Returns what all threads of this process took, in nanoseconds: says more on a busy machine. */
    private static long processorTime() {
        return ((OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void start() {
        long[] times = new long[5];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            index();
            times[i] = System.nanoTime() - begin;
        }
        line("start from a ready index, longest of five", quantile(times, 1), 0);
    }

    private MembershipIndex index() {
        return new AudienceIndexes(indexes, name -> reader())
                .index(source.name(), tags, done -> {}, new CancelSignal());
    }

    private SourceMembershipReader reader() {
        return new SourceMembershipReader(source, databases, today);
    }

    private OpenSource database() {
        return databases.open(source, new CancelSignal());
    }

    private JoinedEvents events;

    private Condition[] conditionsJoined() {
        OpenSource database = database();
        events = new JoinedEvents(source.model(), database.operands(today));
        RuleConditions rules =
                new RuleConditions(source.model(), tags, database.operands(today), events);
        return keys.stream().map(key -> rules.of(tags.rule(key))).toArray(Condition[]::new);
    }

    /** How often what takes minutes is repeated; the quickest counts. */
    private int rounds() {
        return source.profiles() > 2_000_000 ? 1 : 3;
    }

    private boolean isDuckDb() {
        return source.place().engineName().equals(SourceEngine.DUCKDB.name());
    }

    /** Reads every cell of every table, on one thread, and does nothing with it. */
    private long plainPass() {
        H2Rows rows = new H2Rows(database(), source.model());
        long[] cells = new long[1];
        List<String> columns =
                source.model().attributes().stream().map(Attribute::column).toList();
        rows.profiles(
                columns,
                0,
                source.profiles(),
                row -> cells[0] += read(row, columns.size()),
                new CancelSignal());
        for (EventStream stream : source.model().streams()) {
            List<String> fields = new ArrayList<>(List.of(stream.timeColumn()));
            stream.fields().forEach(field -> fields.add(field.column()));
            rows.events(
                    stream,
                    fields,
                    new TableRows.Part(0, 1),
                    row -> cells[0] += read(row, fields.size()),
                    new CancelSignal());
        }
        return cells[0];
    }

    private static int read(ResultSet row, int columns) throws SQLException {
        int present = 0;
        for (int column = 1; column <= columns + 1; column++) {
            present += row.getObject(column) == null ? 0 : 1;
        }
        return present;
    }

    private long joinedCounts(Condition[] conditions) {
        List<SelectField<?>> fields = new ArrayList<>();
        // Never the same twice: no cache can answer.
        fields.add(DSL.inline(random.nextLong()));
        for (Condition condition : conditions) {
            fields.add(SourceQueries.countWhere(source, condition));
        }
        return database()
                .ask(ask -> ask.select(fields).from(events.table(Optional.empty())), new CancelSignal())
                .size();
    }

    private long[] filteredCounts(AllOf audience) {
        Condition[] all = conditionsJoined();
        RuleConditions rules =
                new RuleConditions(source.model(), tags, database().operands(today), events);
        Condition now = new ExpressionConditions(rules, tags).of(audience);
        List<SelectField<?>> fields = new ArrayList<>();
        for (Condition condition : all) {
            fields.add(SourceQueries.countWhere(source, condition));
        }
        org.jooq.Record row =
                database()
                        .ask(
                                ask -> ask.select(fields).from(events.table(Optional.empty())).where(now),
                                new CancelSignal())
                        .getFirst();
        return IntStream.range(0, all.length)
                // Nothing was added up where nobody is in the audience.
                .mapToLong(i -> row.get(i) instanceof Number number ? number.longValue() : 0)
                .toArray();
    }

    private AllOf audience() {
        List<AudienceExpression> rows = new ArrayList<>();
        rows.add(some());
        rows.add(new AnyOf(List.of(some(), some())));
        rows.add(some());
        rows.add(new Except(List.of(some())));
        return new AllOf(rows);
    }

    private TagRef some() {
        return new TagRef(keys.get(random.nextInt(keys.size())));
    }

    private void clear() throws IOException {
        Path folder = indexes.resolve("index").resolve(source.name().value());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static long least(int times, LongSupplier work) {
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.getAsLong();
            taken[i] = System.nanoTime() - begin;
        }
        return min(taken);
    }

    private static long min(long[] times) {
        return Arrays.stream(times).min().orElseThrow();
    }

    private static long quantile(long[] times, double share) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    private static void line(String what, long nanoseconds, long against) {
        String ratio =
                against == 0
                        ? ""
                        : against > nanoseconds
                                ? String.format("%.1f times faster", (double) against / nanoseconds)
                                : String.format("%.2f times", (double) nanoseconds / against);
        System.out.printf("| %s | %.1f ms | %s |%n", what, nanoseconds / 1e6, ratio);
    }
}
