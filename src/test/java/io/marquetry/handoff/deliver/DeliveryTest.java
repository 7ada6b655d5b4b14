package io.marquetry.handoff.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.cli.CliRun;
import io.marquetry.workspace.SmallWorkspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of the JDK takes what is posted, or behaves as receivers do. */
class DeliveryTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir private Path folder;

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private HttpServer server;

    /** One request. */
    private static final class Seen {

        private final Map<String, List<String>> headers;
        private final byte[] body;

        Seen(Map<String, List<String>> headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }

        byte[] body() {
            return body;
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    @BeforeEach
    void receiverListens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void receiverStops() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Seen one = new Seen(Map.copyOf(exchange.getRequestHeaders()), body);
            seen.add(one);
            int status = answers.isEmpty() ? 202 : answers.poll();
            if (status == 0) {
                return;
            }
            if (status / 100 == 2) {
                taken.add(one.header("Webhook-id"));
            }
            if (status / 100 == 3) {
                exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** The example of the specification, and of its reference library. */
    @Test
    void signatureIsThatOfStandardWebhooks() {
        assertThat(
                        WebhookSignature.of(
                                Endpoint.parse("https://example.com", SECRET).secret(),
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                Instant.ofEpochSecond(1_614_265_330),
                                "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void documentIsPostedSignedAndKnownByItsId() {
        byte[] document = "{\"a\":1}".getBytes(UTF_8);
        Delivery.Delivered done = post(document);

        Seen one = seen.getFirst();
        assertThat(done.tries()).isEqualTo(1);
        assertThat(one.body()).isEqualTo(document);
        assertThat(one.header("Webhook-id")).isEqualTo("msg_" + Sha256.of(document));
        assertThat(one.header("Idempotency-key")).isEqualTo(one.header("Webhook-id"));
        assertThat(one.header("Webhook-signature"))
                .isEqualTo(
                        WebhookSignature.of(endpoint().secret(), done.id(), CliRun.NOW, document));
        assertThat(one.header("Webhook-timestamp"))
                .isEqualTo(Long.toString(CliRun.NOW.getEpochSecond()));
        post(document);
        assertThat(taken).hasSize(1);
    }

    @Test
    void busyBrokenAndSilentReceiversAreTriedAgain() {
        answers.addAll(List.of(503, 429, 0));
        assertThat(post(new byte[] {'1'}).tries()).isEqualTo(4);
        answers.addAll(List.of(500, 500, 500, 500));
        refused("problem.deliver.refused", 500, 4);
        answers.addAll(List.of(0, 0, 0, 0));
        assertThatThrownBy(() -> post(new byte[] {'1'}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("problem.deliver.silent"));
        assertThat(seen.stream().map(one -> one.header("Webhook-id")).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 404, 410, 422})
    void refusalAndRedirectAreFinal(int status) {
        answers.add(status);
        refused("problem.deliver.refused", status, 1);
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/x",
                "ftp://example.com",
                "file:///etc/passwd",
                "https://user:secret@example.com",
                "https:///x",
                "example.com",
                "https://exa mple.com",
                "http://localhost.example.com",
                "",
            })
    void addressThatIsNotEncryptedOrNoneIsRefused(String address) {
        assertThatThrownBy(() -> Endpoint.parse(address, SECRET))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("problem.deliver.address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!"})
    void secretThatIsNoneIsRefusedAndNeverTold(String secret) {
        assertThatThrownBy(() -> Endpoint.parse("https://example.com", secret))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("problem.deliver.secret"));
        assertThat(endpoint().toString()).doesNotContain("whsec");
    }

    @Test
    void commandsPostWriteAllPrintAndTakeWhatIsDropped() throws IOException {
        SmallWorkspace.open(folder).close();
        run("package", "create", "pack_one", "--name", "One", "--expression", "user_level_gold");
        run("package", "create", "pack_two", "--name", "Two", "--expression", "user_city_beijing");
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        CliRun posted =
                run(
                        "package",
                        "post",
                        "pack_one",
                        "--to",
                        address(),
                        "--secret-file",
                        secret.toString());
        assertThat(posted.err()).isEmpty();
        assertThat(posted.out())
                .contains("Package pack_one, version 1 was taken by")
                .doesNotContain("whsec");
        String body = new String(seen.getFirst().body(), UTF_8);
        assertThat(run("package", "export", "pack_one", "--out", "-").out().strip())
                .isEqualTo(body);

        Path drop = Files.createDirectories(folder.resolve("drop"));
        assertThat(run("package", "export", "--all", "--out", drop.toString()).code()).isZero();
        assertThat(Files.readString(drop.resolve("pack_one.json"))).isEqualTo(body);
        assertThat(run("package", "export").err()).contains("--all");
        Files.writeString(drop.resolve("broken.json"), "{");
        Files.writeString(drop.resolve("later.json.part"), "{");
        CliRun watched =
                CliRun.of(
                        SmallWorkspace.wiring(folder, "ann"),
                        "package",
                        "watch",
                        drop.toString(),
                        "--once",
                        "--workspace",
                        folder.resolve("other").toString());
        assertThat(watched.code()).isEqualTo(1);
        assertThat(watched.out())
                .contains("pack_one.json: one package", "pack_two.json: one package");
        assertThat(watched.err()).contains("broken.json is not taken");
        assertThat(drop.resolve("taken/pack_one.json")).exists();
        assertThat(drop.resolve("refused/broken.json")).exists();
        assertThat(drop.resolve("later.json.part")).exists();
    }

    private void refused(String key, int status, int tries) {
        assertThatThrownBy(() -> post(new byte[] {'1'}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().key()).isEqualTo(key);
                            assertThat(e.problem().args())
                                    .containsExactly(address(), status, tries);
                        });
    }

    private Delivery.Delivered post(byte[] document) {
        List<Duration> waits = List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        try (Delivery delivery = new Delivery(InstantSource.fixed(CliRun.NOW), waits)) {
            return delivery.post(endpoint(), document);
        }
    }

    private Endpoint endpoint() {
        return Endpoint.parse(address(), SECRET);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private CliRun run(String... arguments) {
        return CliRun.in(
                SmallWorkspace.wiring(folder, "ann"), folder.resolve("workspace"), arguments);
    }
}
