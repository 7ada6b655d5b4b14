package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceReader;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.engine.h2.H2Engine;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Counts are cancelled in the database, on a file, without hurting it. */
class CancelledCountsTest {

    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());
    private static final int PROFILES = 30_000;
    private static final Field<String> RUNNING =
            DSL.field(DSL.name("EXECUTING_STATEMENT"), SQLDataType.VARCHAR);
    private static final Table<Record> SESSIONS =
            DSL.table(DSL.name("INFORMATION_SCHEMA", "SESSIONS"));

    /** Takes seconds: each profile is asked hundreds of times for parts that it has not. */
    private static final TagRule SLOW =
            new TagRule.Any(
                    IntStream.range(0, 600)
                            .<TagRule>mapToObj(
                                    i -> new TagRule.Match("city", TagRule.Part.CONTAINS, "ab" + i))
                            .toList());

    private static final TagRule QUICK = new TagRule.Missing("city");

    private final ExecutorService askers = Executors.newThreadPerTaskExecutor(Thread::new);
    @TempDir private Path workspace;
    private ProfileSource source;
    private OpenSources databases;
    private AudienceReader reader;

    @BeforeEach
    void writeSource() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < PROFILES; i++) {
            rows.add(
                    new Row(
                            i % 10 == 0 ? Map.of() : Map.of("city", "aabab".repeat(8) + i),
                            Map.of()));
        }
        source = TestSource.write(workspace, "long", RandomRows.MODEL, rows, RandomRows.TODAY);
        databases = new OpenSources(workspace);
        reader = new SourceAudienceReader(source, databases, () -> RandomRows.TODAY);
    }

    @AfterEach
    void close() {
        askers.close();
        databases.close();
    }

    @Test
    void countIsCancelledWithinAQuarterSecondAndTheDatabaseAnswersAgain() throws Exception {
        assertThat(count(QUICK, new CancelSignal())).isEqualTo(PROFILES / 10);
        List<Duration> took = new ArrayList<>();
        try (Connection watcher = watcher()) {
            for (int i = 0; i < 5; i++) {
                CancelSignal signal = new CancelSignal();
                CompletableFuture<Long> counting = start(SLOW, signal);
                awaitStatement(watcher, counting);
                long begin = System.nanoTime();
                signal.cancel();
                assertThat(outcome(counting)).isInstanceOf(CancelSignal.Cancelled.class);
                took.add(Duration.ofNanos(System.nanoTime() - begin));
                assertThat(count(QUICK, new CancelSignal())).isEqualTo(PROFILES / 10);
            }
        }
        took.sort(null);
        assertThat(took.get(2)).as("median of %s", took).isLessThan(Duration.ofMillis(250));
    }

    @Test
    void hundredSupersededCountsLeaveOnlyTheLastOnesAnswer() throws Exception {
        // The file is looked at before it is opened, which the watcher's lock would forbid.
        assertThat(count(QUICK, new CancelSignal())).isEqualTo(PROFILES / 10);
        long begin = System.nanoTime();
        List<CompletableFuture<Long>> superseded = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            CancelSignal signal = new CancelSignal();
            superseded.add(start(SLOW, signal));
            if (i % 10 == 0) {
                // Now and then one gets as far as the database before it is cancelled.
                try (Connection watcher = watcher()) {
                    awaitStatement(watcher, superseded.getLast());
                }
            }
            signal.cancel();
        }
        CompletableFuture<Long> last = start(QUICK, new CancelSignal());
        assertThat(last.get(60, TimeUnit.SECONDS)).isEqualTo(PROFILES / 10);
        for (CompletableFuture<Long> one : superseded) {
            assertThat(outcome(one)).isInstanceOf(CancelSignal.Cancelled.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        try (Connection watcher = watcher()) {
            assertThat(statements(watcher)).isEmpty();
        }
        assertThat(count(QUICK, new CancelSignal())).isEqualTo(PROFILES / 10);
    }

    @Test
    void countCancelledBeforehandDoesNotAsk() {
        CancelSignal signal = new CancelSignal();
        signal.cancel();
        assertThat(outcome(start(SLOW, signal))).isInstanceOf(CancelSignal.Cancelled.class);
    }

    private CompletableFuture<Long> start(TagRule rule, CancelSignal signal) {
        return CompletableFuture.supplyAsync(() -> count(rule, signal), askers);
    }

    private long count(TagRule rule, CancelSignal signal) {
        return reader.count(rule, NO_TAGS, signal).audience();
    }

    private static Throwable outcome(CompletableFuture<Long> counting) {
        try {
            throw new AssertionError("counted " + counting.join());
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    /** Waits until the database works on the question. */
    private static void awaitStatement(Connection watcher, CompletableFuture<Long> counting) {
        while (statements(watcher).isEmpty()) {
            assertThat(counting).as("too quick to be cancelled").isNotDone();
            Thread.onSpinWait();
        }
    }

    private static List<String> statements(Connection watcher) {
        return DSL.using(watcher, SQLDialect.H2)
                .select(RUNNING)
                .from(SESSIONS)
                .where(RUNNING.contains("PROFILE"))
                .and(RUNNING.notLike("%SESSIONS%"))
                .fetch(RUNNING);
    }

    private Connection watcher() throws Exception {
        Path base = workspace.resolve("sources/long/profiles").toAbsolutePath().normalize();
        return DriverManager.getConnection(H2Engine.url(base), "sa", "");
    }
}
