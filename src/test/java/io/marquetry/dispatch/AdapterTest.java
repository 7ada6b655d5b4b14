package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.json.LooseJson;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider that no code of ours knows takes messages and tells receipts, as a document says. */
class AdapterTest {

    private static final String SECRET = "s3cret-of-the-provider";

    /** A gateway as there are many: signed in a header, its own codes in a 200, its own numbers. */
    private static final String DOCUMENT =
            """
            {"format": "marquetry/http-adapter-1",
             "name": "Gateway",
             "values": {"app": "shop"},
             "send": {
               "url": "URL/send?app={app}",
               "headers": {"X-Signature": "{signature}", "X-Time": "{seconds}"},
               "json": {"mobile": "{digits}", "content": "【Shop】{text}", "uid": "{key}",
                        "options": {"urgent": false, "try": 1}},
               "work": [{"name": "signature", "algorithm": "hmac-sha256",
                         "of": "{app}.{seconds}.{body}", "key": "{secret}", "as": "hex"}],
               "answers": [
                 {"means": "taken", "status": "200", "at": "/code", "is": ["0"]},
                 {"means": "refused", "status": "200", "at": "/code", "is": ["1005"]},
                 {"means": "not-taken", "status": "200", "at": "/code", "is": ["9"]}],
               "id": "/data/msgid"},
             "receipts": {
               "call": {"url": "URL/reports?app={app}",
                        "headers": {"Authorization": "Bearer {secret}"}},
               "items": "/list", "about": "/msgid", "kind": "/stat", "at": "/time",
               "event": "/id", "detail": "/text",
               "kinds": {"DELIVRD": "delivered", "MO": "replied"}}}
            """;

    @TempDir private Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean slow;
    private HttpServer server;
    private Instant now = ReadyToSend.NOW;
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/send", this::take);
        server.createContext(
                "/reports",
                exchange ->
                        answer(
                                exchange,
                                "{\"list\": ["
                                        + reports.values().stream().collect(Collectors.joining(","))
                                        + "], \"next\": null, \"cost\": 1.5}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.incrementAndGet();
        if (slow) {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
            return;
        }
        String at = exchange.getRequestHeaders().getFirst("X-Time");
        String text = "shop." + at + '.' + new String(body, StandardCharsets.UTF_8);
        LooseJson json = LooseJson.of(body);
        String key = json.text("/uid").orElseThrow();
        if (!exchange.getRequestHeaders().getFirst("X-Signature").equals(hmac(text))
                || !"shop".equals(exchange.getRequestURI().getQuery().substring(4))) {
            wrong.add(key);
        }
        if (key.charAt(0) == '0') {
            answer(exchange, "{\"code\": 1005, \"message\": \"13800000001 is blocked\"}");
            return;
        }
        if (key.charAt(1) == '0' && !taken.containsKey("busy " + key)) {
            taken.put("busy " + key, "");
            answer(exchange, "{\"code\": 9}");
            return;
        }
        taken.put(key, json.text("/mobile").orElse("") + ' ' + json.text("/content").orElse(""));
        answer(
                exchange,
                "{\"code\": 0, \"data\": {\"msgid\": \"m-" + key.substring(2, 20) + "\"}}");
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private CliRun run(String who, String... arguments) {
        now = now.plusSeconds(60);
        return ReadyToSend.run(folder, "workspace", who, now, arguments);
    }

    private CliRun add(String document) throws IOException {
        String url = "http://localhost:" + server.getAddress().getPort();
        Path adapter = folder.resolve("gateway.json");
        Files.writeString(adapter, document.replace("URL", url));
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        return run(
                "li",
                "account",
                "add",
                "gate",
                "--channel",
                "SMS",
                "--adapter",
                adapter.toString(),
                "--secret-file",
                secret.toString(),
                "--rate",
                "2000");
    }

    private void plan() {
        CliRun planned =
                run(
                        "li",
                        ReadyToSend.plan(
                                "--quiet",
                                "none",
                                "--zone",
                                "UTC",
                                "--address",
                                "phone",
                                "--account",
                                "gate",
                                "--text",
                                "hello",
                                "--limit",
                                "refused=none"));
        assertThat(planned.code()).as(planned.err()).isZero();
        assertThat(run("chen", "dispatch", "approve", "1").code()).isZero();
    }

    /** What was not taken is due again later; some programs later all is done. */
    private void untilDone() {
        for (int i = 0; i < 20 && status().state() == DispatchState.RUNNING; i++) {
            run("chen", "dispatch", "run", "--due");
        }
        assertThat(status().state())
                .as(() -> status().steps() + " " + status().people())
                .isEqualTo(DispatchState.DONE);
    }

    private Status status() {
        try (Workspace workspace = ReadyToSend.open(folder, "li", now)) {
            return workspace.dispatches().status(new DispatchId(1));
        }
    }

    @Test
    void signedPostedAnsweredAndToldAsTheDocumentSays() throws IOException {
        ReadyToSend.fill(folder, 120, SourceEngine.H2);
        CliRun added = add(DOCUMENT);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(run("li", "account", "list").out()).contains("Gateway").doesNotContain(SECRET);
        plan();
        run("chen", "dispatch", "run", "1");
        untilDone();
        assertThat(wrong).isEmpty();
        Map<String, String> sent =
                taken.entrySet().stream()
                        .filter(e -> !e.getKey().startsWith("busy"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(status().in(RecipientState.SENT)).isEqualTo(sent.size());
        assertThat(status().in(RecipientState.FAILED)).isPositive();
        assertThat(status().in(RecipientState.UNKNOWN)).isZero();
        assertThat(sent.values()).allMatch(text -> text.matches("86138\\d{8} 【Shop】Dear N.*"));
        List<String> keys = sent.keySet().stream().sorted().toList();
        report(keys.get(0), "DELIVRD", "");
        report(keys.get(1), "UNDELIV", "");
        report(keys.get(2), "MO", " 回Ｔ退订 ");
        report(keys.get(3), "MO", "thank you");
        report("f".repeat(32), "DELIVRD", "");
        CliRun told = run("li", "dispatch", "receipts", "1", "--json");
        assertThat(told.json().get("newReceipts").asInt()).isEqualTo(4);
        assertThat(
                        run("li", "dispatch", "receipts", "1", "--json")
                                .json()
                                .get("newReceipts")
                                .asInt())
                .isZero();
        assertThat(status().receipts())
                .isEqualTo(
                        Map.of(
                                Receipt.Kind.DELIVERED, 1L,
                                Receipt.Kind.UNDELIVERED, 1L,
                                Receipt.Kind.UNSUBSCRIBED, 1L,
                                Receipt.Kind.REPLIED, 1L));
        CliRun list = run("li", "suppress", "list", "--json");
        assertThat(list.json()).hasSize(1);
        assertThat(list.json().get(0).get("reason").asString()).isEqualTo("unsubscribed");
    }

    private void report(String key, String word, String text) {
        reports.put(
                key,
                "{\"id\": \"r-%s\", \"msgid\": \"m-%s\", \"stat\": \"%s\", \"time\":"
                                .formatted(key, key.substring(2, 20), word)
                        + " \"2026-11-23 12:00:00\", \"text\": \"%s\"}".formatted(text));
    }

    /** What the provider said is known to the next program that starts. */
    @Test
    void whoeverSaysSlowDownIsLeftInPeaceAlsoByTheNextStart() throws IOException {
        ReadyToSend.fill(folder, 40, SourceEngine.H2);
        slow = true;
        assertThat(add(DOCUMENT).code()).isZero();
        plan();
        run("chen", "dispatch", "run", "1");
        int before = calls.get();
        assertThat(before).isBetween(1, 64);
        slow = false;
        for (int i = 0; i < 3; i++) {
            run("chen", "dispatch", "run", "--due");
        }
        assertThat(calls).hasValue(before);
        now = now.plusSeconds(3_600);
        untilDone();
        assertThat(status().in(RecipientState.SENT)).isPositive();
        assertThat(status().in(RecipientState.UNKNOWN)).isZero();
    }

    @Test
    void anAnswerThatTheDocumentDoesNotKnowMayHaveBeenTaken() throws IOException {
        ReadyToSend.fill(folder, 20, SourceEngine.H2);
        assertThat(add(DOCUMENT.replace("\"is\": [\"0\"]", "\"is\": [\"ok\"]")).code()).isZero();
        plan();
        run("chen", "dispatch", "run", "1");
        assertThat(status().in(RecipientState.SENT)).isZero();
        assertThat(status().in(RecipientState.UNKNOWN)).isPositive();
    }

    @Test
    void whatIsNoDocumentIsRefusedWithItsPlace() throws IOException {
        ReadyToSend.fill(folder, 5, SourceEngine.H2);
        assertThat(add(DOCUMENT.replace("URL/send", "http://example.com/send")).err())
                .contains("/send/url");
        assertThat(add(DOCUMENT.replace("\"taken\"", "\"perfect\"")).err()).contains("/answers/0");
        assertThat(add(DOCUMENT.replace("\"/stat\"", "\"stat\"")).err()).contains("/receipts/kind");
        assertThat(add(DOCUMENT.replace("adapter-1", "adapter-9")).err()).contains("adapter-1");
        assertThat(run("li", "account", "list").out()).doesNotContain("gate");
    }
}
