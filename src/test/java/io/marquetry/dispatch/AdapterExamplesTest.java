package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.HttpApiChannel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.json.LooseJson;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The documents to begin with, each spoken to something that answers as the provider says it does.
 */
class AdapterExamplesTest {

    private static final Path DOCUMENTS = Path.of("docs", "adapters");
    private static final String SECRET = "token-of-today";
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/YOUR-APP-ID/push/single/cid", this::push);
        server.createContext("/cgi-bin/message/template/send", this::template);
        server.createContext("/v1/places/home/items", this::recommend);
        server.createContext("/v1/items/", this::item);
        server.createContext(
                "/v1/places/home/events",
                exchange ->
                        answer(
                                exchange,
                                200,
                                """
                                {"events": [
                                  {"event": "e1", "id": "%s", "what": "shown"},
                                  {"event": "e2", "id": "%s", "what": "opened"},
                                  {"event": "e3", "id": "%s", "what": "hidden"},
                                  {"event": "e4", "id": "%s", "what": "sorted"}]}"""
                                        .formatted(KEY, KEY, KEY, KEY)));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpApiChannel open(String file) throws IOException {
        return open(file, SECRET);
    }

    private HttpApiChannel open(String file, String secret) throws IOException {
        String here = "http://localhost:" + server.getAddress().getPort();
        String document =
                Files.readString(DOCUMENTS.resolve(file))
                        .replaceAll("https://[a-z.]+(?=/(v1|v2|cgi-bin)/)", here);
        return new HttpApiChannel(HttpAdapter.read(document), secret, InstantSource.system());
    }

    private static Message to(String address) {
        return new Message(KEY, address, "Two for one “today”\n只限今天");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static LooseJson body(HttpExchange exchange) throws IOException {
        return LooseJson.of(exchange.getRequestBody().readAllBytes());
    }

    /** Getui: a code in the answer, and what comes again with the same number is dropped. */
    private void push(HttpExchange exchange) throws IOException {
        LooseJson body = body(exchange);
        String number = body.text("/request_id").orElse("");
        if (!SECRET.equals(exchange.getRequestHeaders().getFirst("token"))) {
            answer(exchange, 200, "{\"code\": 10001, \"msg\": \"token is expired\"}");
        } else if (number.length() < 10
                || number.length() > 32
                || body.text("/push_message/notification/body").isEmpty()
                || body.text("/push_message/notification/title").isEmpty()) {
            answer(exchange, 400, "{\"code\": 20001, \"msg\": \"param error\"}");
        } else {
            String device = body.text("/audience/cid/0").orElseThrow();
            taken.putIfAbsent(
                    number, device + ' ' + body.text("/push_message/notification/body").get());
            answer(
                    exchange,
                    200,
                    "{\"code\": 0, \"msg\": \"success\", \"data\": {\"task\": {\"%s\": \"ok\"}}}"
                            .formatted(device));
        }
    }

    /** WeChat: always 200, and a code that says it all. */
    private void template(HttpExchange exchange) throws IOException {
        LooseJson body = body(exchange);
        String person = body.text("/touser").orElse("");
        int code =
                !("access_token=" + SECRET).equals(exchange.getRequestURI().getQuery())
                        ? 42001
                        : switch (person) {
                            case "stranger" -> 40003;
                            case "left" -> 43004;
                            case "many" -> 45009;
                            case "busy" -> -1;
                            default -> 0;
                        };
        if (code == 0) {
            taken.putIfAbsent(
                    body.text("/client_msg_id").orElseThrow(),
                    person + ' ' + body.text("/data/thing1/value").orElseThrow());
            answer(exchange, 200, "{\"errcode\": 0, \"errmsg\": \"ok\", \"msgid\": 200228332}");
        } else {
            answer(exchange, 200, "{\"errcode\": %d, \"errmsg\": \"no\"}".formatted(code));
        }
    }

    private void recommend(HttpExchange exchange) throws IOException {
        LooseJson body = body(exchange);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (body.text("/user").orElse("").equals("stranger")) {
            answer(exchange, 404, "{}");
        } else if (taken.putIfAbsent(key, body.text("/text").orElseThrow()) == null) {
            answer(exchange, 201, "{\"item\": \"i-7\"}");
        } else {
            answer(exchange, 200, "{\"item\": \"i-7\"}");
        }
    }

    private void item(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean known = taken.containsKey(path.substring(path.lastIndexOf('/') + 1));
        answer(exchange, known ? 200 : 404, known ? "{\"item\": \"i-7\"}" : "{}");
    }

    @Test
    void pushIsTakenOnceHoweverOftenItComes() throws IOException {
        try (HttpApiChannel channel = open("push.json")) {
            assertThat(channel.send(to("device-1"))).isInstanceOf(Answer.Taken.class);
            assertThat(channel.send(to("device-1"))).isInstanceOf(Answer.Taken.class);
            assertThat(taken).containsOnlyKeys(KEY);
            assertThat(taken.get(KEY)).isEqualTo("device-1 Two for one “today”\n只限今天");
        }
        try (HttpApiChannel late = open("push.json", "token-of-yesterday")) {
            assertThat(late.send(to("device-1"))).isInstanceOf(Answer.NotTaken.class);
        }
    }

    @Test
    void templateMessagesSayWhatEachCodeMeans() throws IOException {
        try (HttpApiChannel channel = open("wechat-template.json")) {
            assertThat(channel.send(to("openid-1"))).isEqualTo(new Answer.Taken("200228332"));
            assertThat(taken.get(KEY)).isEqualTo("openid-1 Two for one “today”\n只限今天");
            assertThat(channel.send(to("stranger"))).isEqualTo(new Answer.Refused("code-40003"));
            assertThat(channel.send(to("left"))).isEqualTo(new Answer.Refused("code-43004"));
            assertThat(channel.send(to("many"))).isInstanceOf(Answer.NotTaken.class);
            // The system is busy: whether the message went out it does not say.
            assertThat(channel.send(to("busy"))).isInstanceOf(Answer.Perhaps.class);
        }
    }

    @Test
    void recommendationIsTakenOnceLookedUpAndToldOf() throws IOException {
        try (HttpApiChannel channel = open("recommendation.json")) {
            assertThat(channel.lookUp(KEY))
                    .hasValueSatisfying(
                            none -> assertThat(none).isInstanceOf(Answer.NotTaken.class));
            assertThat(channel.send(to("u1"))).isEqualTo(new Answer.Taken("i-7"));
            assertThat(channel.send(to("u1"))).isEqualTo(new Answer.Taken("i-7"));
            assertThat(channel.lookUp(KEY)).isEqualTo(Optional.of(new Answer.Taken("i-7")));
            assertThat(channel.send(to("stranger"))).isInstanceOf(Answer.Refused.class);
            assertThat(channel.receipts())
                    .extracting(Channel.Told::kind)
                    .containsExactlyElementsOf(
                            List.of(
                                    Receipt.Kind.DELIVERED,
                                    Receipt.Kind.CLICKED,
                                    Receipt.Kind.UNSUBSCRIBED));
        }
    }
}
