package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.channel.WebhookChannel;
import io.marquetry.dispatch.plan.PlanRequest;
import io.marquetry.dispatch.plan.Planned;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.ask.SourceMembershipReader;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What sending in earnest takes; figures depend on the machine, so they have a run of their own.
 */
@Tag("reliability")
class DispatchFiguresTest {

    private static final int MILLION = 1_000_000;
    private static final int MESSAGES = 30_000;

    @TempDir private Path folder;

    @Test
    void aMillionFromTheAudienceToTheMessageAndFrozen() {
        ReadyToSend.fill(folder, MILLION, SourceEngine.DUCKDB);
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            PlanRequest wanted =
                    new PlanRequest(
                            ReadyToSend.PACK,
                            1,
                            Account.DEMO.name(),
                            new Dispatch.Columns(
                                    Optional.of("phone"),
                                    Optional.of(new Dispatch.Consent("agrees", Optional.empty())),
                                    Optional.of("zone")),
                            Optional.empty(),
                            Locale.ENGLISH,
                            0.1,
                            ReadyToSend.NOW,
                            ReadyToSend.NOW.plus(Duration.ofDays(3)),
                            QuietHours.USUAL,
                            ZoneId.of("UTC"),
                            Optional.of(new Dispatch.Cap(2, 7)),
                            Optional.empty(),
                            Map.of(),
                            Terms.NONE,
                            List.of());
            workspace.dispatches().plan(wanted, new CancelSignal());
            long best = Long.MAX_VALUE;
            Planned planned = null;
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                planned = workspace.dispatches().plan(wanted, new CancelSignal());
                best = Math.min(best, System.nanoTime() - begin);
            }
            long begin = System.nanoTime();
            workspace.dispatches().freeze(planned);
            long froze = System.nanoTime() - begin;
            System.out.printf(
                    "gross to net of %d: %.2f s; frozen in %.1f s; net %d%n",
                    planned.counts().gross(), best / 1e9, froze / 1e9, planned.counts().net());
            assertThat(planned.counts().gross()).isEqualTo(MILLION);
            assertThat(best / 1e9).isLessThan(2);
            assertThat(froze / 1e9).isLessThan(60);
        }
    }

    /** A triggered series names hundreds: the million others are not read for them. */
    @Test
    void hundredsThatAreNamedAmongAMillion() {
        for (SourceEngine engine : List.of(SourceEngine.DUCKDB, SourceEngine.H2)) {
            Path there = folder.resolve(engine.name());
            ReadyToSend.fill(there, MILLION, engine);
            ProfileSource source;
            try (Workspace workspace = ReadyToSend.open(there, "li", ReadyToSend.NOW)) {
                source = workspace.sources().get(new SourceName("people"));
            }
            Set<String> keys =
                    IntStream.range(0, 500)
                            .mapToObj(i -> "p" + i * 1_999)
                            .collect(Collectors.toSet());
            List<String> attributes = List.of("name", "level", "phone", "agrees", "zone");
            CancelSignal signal = new CancelSignal();
            try (OpenSources databases = new OpenSources(there.resolve("workspace"))) {
                SourceMembershipReader reader =
                        new SourceMembershipReader(source, databases, LocalDate.EPOCH);
                double everybody = Double.MAX_VALUE;
                double named = Double.MAX_VALUE;
                for (int i = 0; i < 3; i++) {
                    int[] found = {0};
                    long begin = System.nanoTime();
                    reader.people(
                            List.of(),
                            (key, values) -> found[0] += keys.contains(key) ? 1 : 0,
                            signal);
                    reader.people(
                            attributes,
                            (key, values) -> found[0] += keys.contains(key) ? 1 : 0,
                            signal);
                    long between = System.nanoTime();
                    reader.named(keys, attributes, (ordinal, key, values) -> found[0]++, signal);
                    long end = System.nanoTime();
                    assertThat(found[0]).isEqualTo(3 * 500);
                    everybody = Math.min(everybody, (between - begin) / 1e6);
                    named = Math.min(named, (end - between) / 1e6);
                }
                System.out.printf(
                        "%s: 500 of %d, by reading everybody twice %.0f ms, by name %.0f ms%n",
                        engine, MILLION, everybody, named);
                assertThat(named).isLessThan(everybody / 2);
            }
        }
    }

    @Test
    void asQuickAsABareClientOrNearly() throws IOException, InterruptedException {
        AtomicLong taken = new AtomicLong();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    taken.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/";
            Path secret = folder.resolve("secret");
            Files.writeString(
                    secret, "whsec_" + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
            double best = 0;
            double bare = 0;
            double ours = 0;
            for (int round = 0; round < 3; round++) {
                bare = bare(url);
                ours = ours(url, secret, folder.resolve("round" + round));
                best = Math.max(best, ours / bare);
                System.out.printf(
                        "bare %.0f/s, dispatch %.0f/s, ratio %.2f%n", bare, ours, ours / bare);
            }
            assertThat(best).isGreaterThan(0.7);
        } finally {
            server.stop(0);
        }
    }

    private static double bare(String url) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Semaphore slots = new Semaphore(64);
            CountDownLatch open = new CountDownLatch(MESSAGES);
            List<CompletableFuture<HttpResponse<Void>>> all = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < MESSAGES; i++) {
                slots.acquire();
                CompletableFuture<HttpResponse<Void>> sent =
                        client.sendAsync(
                                        HttpRequest.newBuilder(URI.create(url))
                                                .POST(
                                                        HttpRequest.BodyPublishers.ofString(
                                                                "{\"key\":\"" + i + "\"}"))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .whenComplete(
                                        (answer, failure) -> {
                                            slots.release();
                                            open.countDown();
                                        });
                all.add(sent);
            }
            open.await();
            assertThat(all).noneMatch(CompletableFuture::isCompletedExceptionally);
            return MESSAGES / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static double ours(String url, Path secret, Path workspace) throws IOException {
        Files.createDirectories(workspace);
        H2DispatchFiles files = FrozenExample.freeze(workspace, MESSAGES, Instant.now());
        try (H2Reach reach = new H2Reach(workspace);
                DispatchFile file = files.open(FrozenExample.ID);
                WebhookChannel channel =
                        new WebhookChannel(url, Files.readString(secret), InstantSource.system())) {
            long begin = System.nanoTime();
            Runner.Ended ended =
                    new Runner(
                                    file,
                                    FrozenExample.account(3_600, false),
                                    channel,
                                    reach,
                                    Objections.NONE,
                                    InstantSource.system(),
                                    new Random(1))
                            .run(progress -> {}, new CancelSignal());
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(ended).isInstanceOf(Runner.Ended.Done.class);
            return (MESSAGES - MESSAGES / 10) / seconds;
        }
    }
}
