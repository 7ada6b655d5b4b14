package io.marquetry.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Product;
import io.marquetry.handoff.sign.SignerKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Nobody is asked without leave, and no answer is believed that our key did not sign. */
class UpdatesTest {

    private static final String PAGE = "https://marquetry.example/new";

    @TempDir private Path folder;

    private final List<HttpExchange> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private Instant now = Instant.parse("2026-11-29T06:00:00Z");
    private KeyPair key;
    private HttpServer server;
    private HttpHandler answer;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange);
                    answer.handle(exchange);
                });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void nobodyIsAskedUntilTheUserAllowsIt() {
        answer = says(signed("9.0", key));
        assertThat(updates().isAllowed()).isFalse();
        assertThat(updates().checkQuietly()).isEmpty();
        refuses("problem.update.forbidden");
        updates().allow(true);
        updates().allow(false);
        assertThat(updates().checkQuietly()).isEmpty();
        refuses("problem.update.forbidden");
        assertThat(asked).isEmpty();
    }

    @Test
    void aNewerVersionIsToldAndNothingOfTheUserIs() {
        answer = says(signed("0.3.0", key));
        updates().allow(true);
        assertThat(updates().check()).contains(new Release("0.3.0", URI.create(PAGE)));
        assertThat(asked).hasSize(1);
        HttpExchange request = asked.getFirst();
        assertThat(request.getRequestMethod() + " " + request.getRequestURI())
                .isEqualTo("GET /release.json");
        assertThat(request.getRequestHeaders().get("User-Agent")).containsExactly("Marquetry");
        assertThat(request.getRequestHeaders().keySet())
                .isSubsetOf("Host", "User-agent", "Content-length", "Connection");
    }

    @Test
    void theSameAndAnOlderVersionAreNoNews() {
        updates().allow(true);
        answer = says(signed("0.2.0", key));
        assertThat(updates().check()).isEmpty();
        answer = says(signed("0.1.9", key));
        assertThat(updates().check()).isEmpty();
        assertThat(new Release("0.2.0", URI.create(PAGE)).isNewerThan("0.2.0-SNAPSHOT")).isTrue();
        assertThat(new Release("0.10", URI.create(PAGE)).isNewerThan("0.9")).isTrue();
    }

    @Test
    void aWindowAsksOnceADay() {
        answer = says(signed("0.3.0", key));
        updates().allow(true);
        assertThat(updates().checkQuietly()).isPresent();
        now = now.plus(Duration.ofHours(23));
        assertThat(updates().checkQuietly()).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(updates().checkQuietly()).isPresent();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatOurKeyDidNotSignIsNotBelieved() throws GeneralSecurityException {
        updates().allow(true);
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        for (String file :
                List.of(
                        signed("9.0", other),
                        signed("9.0", key).replace("\"9.0\"", "\"9.1\""),
                        signed("9.0", key).replace("/new", "/evil"),
                        signed("9.0", key).replace("\"signature\"", "\"other\""),
                        "",
                        "<html>",
                        "null")) {
            answer = says(file);
            refuses("problem.update.signature");
        }
        // Signed, but nothing to show to people.
        answer = says(signed("9.0\u202e", key));
        refuses("problem.update.signature");
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        updates().allow(true);
        answer = says(signed("9.0", key) + " ".repeat(5 << 20));
        refuses("problem.update.silent");
    }

    @Test
    void aRedirectIsNotFollowed() {
        updates().allow(true);
        answer =
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                };
        refuses("problem.update.answer");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoAnswersTooSlowlyIsLeft() {
        updates().allow(true);
        answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    await();
                };
        refuses("problem.update.silent");
        assertThat(updates().checkQuietly()).isEmpty();
    }

    @Test
    void aDamagedChoiceAllowsNothing() throws IOException {
        Files.writeString(folder.resolve("updates.json"), "{\"allowed\":true}");
        assertThat(updates().isAllowed()).isFalse();
    }

    @Test
    void theProgramAsksOverAnEncryptedLineAndKnowsAKey() {
        assertThat(Product.releases()).startsWith("https://");
        assertThat(Base64.getDecoder().decode(Product.releaseKey())).hasSize(44);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuses(String problem) {
        assertThatThrownBy(() -> updates().check())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo(problem));
    }

    private Updates updates() {
        return new Updates(
                folder,
                InstantSource.tick(() -> now, Duration.ofSeconds(1)),
                "0.2.0",
                URI.create("http://localhost:" + server.getAddress().getPort() + "/release.json"),
                new SignerKey(Base64.getEncoder().encodeToString(key.getPublic().getEncoded())),
                Duration.ofMillis(1_500));
    }

    private static HttpHandler says(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            try (exchange) {
                if (bytes.length > 0) {
                    exchange.getResponseBody().write(bytes);
                }
            }
        };
    }

    private static String signed(String version, KeyPair key) {
        String begin = "{\"format\":\"marquetry/release\",\"formatVersion\":1,\"page\":\"" + PAGE;
        String end = "\"version\":\"" + version + "\"}";
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update((begin + "\"," + end).getBytes(StandardCharsets.UTF_8));
            return begin
                    + "\",\"signature\":\""
                    + Base64.getEncoder().encodeToString(signature.sign())
                    + "\","
                    + end;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
