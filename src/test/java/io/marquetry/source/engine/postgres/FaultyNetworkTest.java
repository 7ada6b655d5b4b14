package io.marquetry.source.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceQuery;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceAudienceReader;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.source.engine.FaultProxy;
import io.marquetry.source.engine.PlainEvaluator;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.RandomRules;
import io.marquetry.source.engine.Row;
import io.marquetry.source.engine.TestTags;
import io.marquetry.source.engine.jdbc.ServerRoom;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Faults between us and a server, at bytes of no choice, while it is asked. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyNetworkTest {

    /** A multiple of the kinds, each while something is counted and while it is indexed. */
    private static final int FAULTS = Integer.getInteger("marquetry.contract", 0) > 0 ? 100 : 16;

    private static final List<FaultProxy.Fault> KINDS = List.of(FaultProxy.Fault.values());

    /** Who connects waits ten seconds for an answer, whatever happens. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final List<CompletableFuture<Duration>> SILENT = new ArrayList<>();

    @TempDir private Path folder;

    @Test
    @Order(1)
    void noFaultMakesANumberWrongOrIsWaitedForForEver() throws Exception {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        System.out.println("faulty network: -Dmarquetry.seed=" + seed);
        Random random = new Random(seed);
        List<Row> rows =
                new RandomRows(random).rows(2_000).stream().map(Row::toMicroseconds).toList();
        ProfileSource direct =
                TestPostgres.write("faulty", RandomRows.MODEL, rows, RandomRows.TODAY);
        RandomRules rules = new RandomRules(random, RandomRows.MODEL);
        Map<TagKey, TagRule> tags = rules.tags(20);
        TagCatalog catalog = TestTags.catalog(tags);
        TagKey key = tags.keySet().iterator().next();
        AudienceExpression asked = new AudienceExpression.TagRef(key);
        long right = new PlainEvaluator(rows, tags, RandomRows.TODAY).count(asked);
        int spoilt = 0;
        long slowest = 0;
        try (FaultProxy proxy = new FaultProxy(TestPostgres.server());
                OpenSources databases = new OpenSources(folder, TestPostgres::login)) {
            ProfileSource source = through(proxy, direct);
            assertThat(count(source, databases, asked, catalog, new CancelSignal()))
                    .isEqualTo(right);
            for (int i = 0; i < FAULTS; i++) {
                FaultProxy.Fault fault = KINDS.get(i % KINDS.size());
                boolean index = i / 4 % 2 == 0;
                proxy.spoil(fault, random.nextInt(index ? 40_000 : 6_000));
                long begin = System.nanoTime();
                OptionalLong found =
                        patiently(
                                signal ->
                                        index
                                                ? index(source, databases, asked, catalog, signal)
                                                : count(source, databases, asked, catalog, signal));
                slowest = Math.max(slowest, System.nanoTime() - begin);
                spoilt += found.isEmpty() ? 1 : 0;
                assertThat(found.orElse(right)).as("seed %d, fault %d", seed, i).isEqualTo(right);
                proxy.heal();
                assertThat(count(source, databases, asked, catalog, new CancelSignal()))
                        .as("seed %d, after fault %d", seed, i)
                        .isEqualTo(right);
            }
        }
        System.out.println(
                FAULTS
                        + " faults: "
                        + spoilt
                        + " questions failed and said so, the slowest after "
                        + TimeUnit.NANOSECONDS.toMillis(slowest)
                        + " ms");
        assertThat(Duration.ofNanos(slowest)).isLessThan(PATIENCE);
        assertThat(spoilt).isGreaterThan(FAULTS / 16);
    }

    @Test
    @Order(2)
    void openingIsNotWaitedForForEver() throws Exception {
        for (CompletableFuture<Duration> waited : SILENT) {
            assertThat(waited.get(30, TimeUnit.SECONDS)).isLessThan(PATIENCE);
        }
    }

    /** Begun first: who opens a connection that falls silent waits while the others are spoilt. */
    @BeforeAll
    static void openConnectionsThatFallSilent() throws Exception {
        RemoteServer server = TestPostgres.server();
        long whole;
        try (FaultProxy proxy = new FaultProxy(server)) {
            PostgresConnections.open(
                            through(proxy, server),
                            TestPostgres.login(server),
                            ServerRoom.TO_ANSWER)
                    .close();
            whole = proxy.answered();
        }
        for (long part = 0; part < 10; part++) {
            long after = whole * part / 10;
            SILENT.add(
                    CompletableFuture.supplyAsync(
                            () -> waited(server, after), Thread.ofPlatform().daemon()::start));
        }
    }

    private static Duration waited(RemoteServer server, long after) {
        long begin = System.nanoTime();
        try (FaultProxy proxy = new FaultProxy(server)) {
            proxy.spoil(FaultProxy.Fault.HALF_OPEN, after);
            assertThatThrownBy(
                            () ->
                                    PostgresConnections.open(
                                            through(proxy, server),
                                            TestPostgres.login(server),
                                            ServerRoom.TO_ANSWER))
                    .isInstanceOf(SQLException.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Asks, and gives up after a second, as people do. */
    private static OptionalLong patiently(Question question) throws Exception {
        CancelSignal signal = new CancelSignal();
        CountDownLatch answered = new CountDownLatch(1);
        Thread user =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                if (!answered.await(1, TimeUnit.SECONDS)) {
                                    signal.cancel();
                                }
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        try {
            return OptionalLong.of(question.ask(signal));
        } catch (ProblemException | CancelSignal.Cancelled e) {
            return OptionalLong.empty();
        } finally {
            answered.countDown();
            user.join();
        }
    }

    private interface Question {
        long ask(CancelSignal signal) throws Exception;
    }

    private static long count(
            ProfileSource source,
            OpenSources databases,
            AudienceExpression asked,
            TagCatalog catalog,
            CancelSignal signal) {
        return new SourceAudienceReader(source, databases, () -> RandomRows.TODAY)
                .count(new AudienceQuery(new AllOf(List.of(asked)), catalog), signal)
                .audience();
    }

    private long index(
            ProfileSource source,
            OpenSources databases,
            AudienceExpression asked,
            TagCatalog catalog,
            CancelSignal signal)
            throws Exception {
        Path empty = Files.createTempDirectory(folder, "index");
        return new AudienceIndexes(
                        empty,
                        name -> new SourceMembershipReader(source, databases, RandomRows.TODAY))
                .index(source.name(), catalog, done -> {}, signal)
                .count(asked);
    }

    private static ProfileSource through(FaultProxy proxy, ProfileSource direct) {
        SourcePlace.Remote place = (SourcePlace.Remote) direct.place();
        RemoteServer server = through(proxy, place.server());
        return new ProfileSource(
                direct.name(),
                direct.title(),
                new SourcePlace.Remote(server, place.tables(), place.zone()),
                direct.fingerprint(),
                direct.asOf(),
                direct.fixedToday(),
                direct.profiles(),
                direct.model());
    }

    private static RemoteServer through(FaultProxy proxy, RemoteServer direct) {
        return new RemoteServer(direct.engine(), "localhost", proxy.port(), direct.database());
    }
}
