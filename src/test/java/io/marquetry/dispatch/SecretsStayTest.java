package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import com.sun.net.httpserver.HttpServer;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Whatever goes wrong, no address, text, code or secret is said, logged or carried by a failure:
 * all are planted, and looked for in all that came out.
 */
class SecretsStayTest {

    private static final String ADDRESS = "138000000";
    private static final String TEXT = "planted greeting";
    private static final String CODE = "PLANTED-";
    private static final String SECRET = "planted-secret";

    @TempDir private Path folder;
    private final StringBuilder said = new StringBuilder();
    private Instant now = ReadyToSend.NOW;

    private CliRun run(String who, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", folder.resolve("workspace").toString()));
        now = now.plusSeconds(60);
        CliRun run =
                CliRun.of(
                        ReadyToSend.wiring(folder, who, now),
                        Locale.ENGLISH,
                        all.toArray(String[]::new));
        said.append(run.out()).append(run.err());
        return run;
    }

    @Test
    void nothingOfAPersonIsSaidOrLoggedWhateverTheProviderDoes() throws IOException {
        ReadyToSend.fill(folder, 120, SourceEngine.H2, TEXT + " {name} {code}");
        Path codes = folder.resolve("codes.txt");
        Files.write(codes, IntStream.range(0, 200).mapToObj(i -> CODE + i).toList());
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.marquetry");
        Level before = ours.getLevel();
        HttpServer server = rude();
        try {
            ours.setLevel(Level.TRACE);
            heard.start();
            root.addAppender(heard);
            run("li", "coupons", "import", "spring", codes.toString());
            Path adapter =
                    Files.writeString(
                            folder.resolve("adapter.json"),
                            """
                            {"format": "marquetry/http-adapter-1", "name": "Rude",
                             "send": {"url": "http://localhost:%d/?to={digits}",
                                      "headers": {"Authorization": "{secret}"},
                                      "form": {"text": "{text}"},
                                      "answers": [{"means": "refused", "status": "422", "at": "/m"}]}}
                            """
                                    .formatted(server.getAddress().getPort()));
            assertThat(
                            run(
                                            "li",
                                            "account",
                                            "add",
                                            "rude",
                                            "--channel",
                                            "SMS",
                                            "--adapter",
                                            adapter.toString(),
                                            "--secret-file",
                                            secret.toString(),
                                            "--rate",
                                            "2000")
                                    .code())
                    .isZero();
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
                            "rude",
                            "--text",
                            "hello",
                            "--coupons",
                            "spring"));
            run("li", "dispatch", "test", "1", "--to", "+8613800000077");
            run("chen", "dispatch", "approve", "1");
            for (int i = 0; i < 4; i++) {
                run("chen", "dispatch", i == 0 ? "run" : "resume", "1");
            }
            run("chen", "dispatch", "status", "1", "--reasons", "--unknown", "--json");
            Path receipts =
                    Files.writeString(
                            folder.resolve("receipts.csv"),
                            "phone,status,text\n+8613800000041,MO,T\n+8613800000042,nonsense,"
                                    + TEXT
                                    + "\n");
            run("li", "dispatch", "receipts", "1", "--import", receipts.toString());
            run("li", "suppress", "list");
            run("li", "coupons", "list");
            run("li", "coupons", "import", "spring", receipts.toString());
            run("li", "workspace", "erase-person", "p7");
            damage();
            run("chen", "dispatch", "status", "1");
        } finally {
            root.detachAppender(heard);
            ours.setLevel(before);
            server.stop(0);
        }
        for (ILoggingEvent event : heard.list) {
            said.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                said.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        assertThat(said).contains("Dispatch 1");
        assertThat(said.toString()).doesNotContain(ADDRESS, TEXT, CODE, SECRET);
        assertThat(ProcessHandle.current().info().commandLine().orElse(""))
                .doesNotContain(ADDRESS, TEXT, CODE, SECRET);
    }

    /** Answers in every way that there is, and quotes the person where it can. */
    private static HttpServer rude() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    String to = exchange.getRequestURI().getQuery();
                    int way = to.charAt(to.length() - 1) - '0';
                    if (way == 9) {
                        exchange.close();
                        return;
                    }
                    int[] statuses = {200, 200, 200, 422, 400, 404, 500, 503, 200};
                    byte[] answer =
                            "{\"m\": \"%s said %s\"}"
                                    .formatted(to, TEXT)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(statuses[way], answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }

    /** A database that cannot read its file quotes what it read. */
    private void damage() throws IOException {
        Path file = folder.resolve("workspace/dispatches/1.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 8_192; i < bytes.length; i += 7) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        Files.deleteIfExists(folder.resolve("workspace/dispatches/1.status"));
    }

    /** What a crash report shows of a value is what the value says of itself. */
    @Test
    void valuesOfPeopleNameNobody() {
        H2DispatchFiles files = FrozenExample.freeze(folder, 30, ReadyToSend.NOW);
        StringWriter report = new StringWriter();
        try (DispatchFile file = files.open(FrozenExample.ID)) {
            file.recipients(person -> report.append(person.toString()));
            report.append(file.dispatch().toString());
        }
        report.append(new Message("key", "+8613800000001", TEXT).toString());
        report.append(
                new Channel.Told("e", "+8613800000001", Receipt.Kind.REPLIED, now, TEXT)
                        .toString());
        report.append(
                new Reach.Suppression(ChannelKind.SMS, "+8613800000001", "r", "s", now).toString());
        new IllegalStateException(report.toString()).printStackTrace(new PrintWriter(report));
        assertThat(report.toString()).doesNotContain(ADDRESS, TEXT, "key-3", "address-3");
    }
}
