package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import com.sun.net.httpserver.HttpServer;

import io.marquetry.base.CancelSignal;
import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.FileDropChannel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Files that are dropped, endpoints that are posted to, and the list of who must not be. */
class ChannelsTest {

    private static final int PEOPLE = 120;
    private static final byte[] SECRET = new byte[32];

    @TempDir private Path folder;

    private CliRun run(String who, String... arguments) {
        return ReadyToSend.run(folder, "workspace", who, ReadyToSend.NOW, arguments);
    }

    private CliRun plan(String account) {
        return run(
                "li",
                ReadyToSend.plan(
                        "--quiet",
                        "none",
                        "--zone",
                        "UTC",
                        "--address",
                        "phone",
                        "--consent",
                        "agrees",
                        "--account",
                        account));
    }

    @Test
    void fileHoldsEachMessageOnceAndNothingThatASpreadsheetRuns() throws IOException {
        Path drop = folder.resolve("drop");
        Message formula = new Message("a".repeat(32), "+8613800001111", "=HYPERLINK(\"x\")");
        try (FileDropChannel channel = new FileDropChannel(drop, new DispatchId(7))) {
            assertThat(channel.send(formula)).isInstanceOf(Answer.Taken.class);
            channel.settle();
            assertThat(drop.resolve("dispatch-7-1.csv")).doesNotExist();
        }
        try (FileDropChannel channel = new FileDropChannel(drop, new DispatchId(7))) {
            assertThat(channel.send(formula)).isInstanceOf(Answer.Taken.class);
            assertThat(channel.lookUp("b".repeat(32)).orElseThrow())
                    .isInstanceOf(Answer.NotTaken.class);
        }
        try (Stream<Path> files = Files.list(drop)) {
            assertThat(files).hasSize(1);
        }
        assertThat(Files.readString(drop.resolve("dispatch-7-1.csv")))
                .isEqualTo(
                        "key,address,text\n"
                                + "a".repeat(32)
                                + ",\"+8613800001111\",\"'=HYPERLINK(\"\"x\"\")\"\n");
    }

    @Test
    void dispatchIntoAFolder() throws IOException {
        ReadyToSend.fill(folder, PEOPLE, SourceEngine.H2);
        Path drop = Files.createDirectories(folder.resolve("drop"));
        CliRun added =
                run(
                        "li",
                        "account",
                        "add",
                        "files",
                        "--channel",
                        "PUSH",
                        "--folder",
                        drop.toString());
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(run("li", "account", "check", "files").out()).contains("can be opened");
        assertThat(run("li", "account", "list").out()).contains("files").contains("demo");
        assertThat(plan("files").code()).isZero();
        CliRun needed = run("li", "account", "remove", "files");
        assertThat(needed.code()).isEqualTo(1);
        assertThat(needed.err()).contains("dispatch 1 is not over").contains("planned");
        run("chen", "dispatch", "approve", "1");
        assertThat(run("chen", "dispatch", "run", "1").out()).contains("done");
        assertThat(run("li", "account", "remove", "demo").code()).isEqualTo(1);
        assertThat(run("li", "account", "remove", "files").code()).isZero();
        assertThat(run("li", "account", "list").out()).doesNotContain("files").contains("demo");
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            long sent = workspace.dispatches().status(new DispatchId(1)).in(RecipientState.SENT);
            assertThat(Files.readAllLines(drop.resolve("dispatch-1-1.csv")))
                    .hasSize((int) sent + 1);
        }
    }

    /** Whoever was put on the list after the plan gets nothing, and can be read nowhere. */
    @Test
    void suppressedAfterThePlanIsSentNothingAndStandsInNoFile() throws IOException {
        ReadyToSend.fill(folder, PEOPLE, SourceEngine.H2);
        assertThat(plan("demo").code()).isZero();
        String address = "+8613800000007";
        assertThat(
                        run("li", "suppress", "add", address, "--channel", "PUSH", "--because", "T")
                                .err())
                .contains("on the list");
        CliRun list = run("li", "suppress", "list");
        assertThat(list.out()).contains("push").doesNotContain("0007");
        run("chen", "dispatch", "approve", "1");
        run("chen", "dispatch", "run", "1");
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            Status status = workspace.dispatches().status(new DispatchId(1));
            assertThat(status.in(RecipientState.LATE_EXCLUDED)).isEqualTo(1);
        }
        run("li", "workspace", "erase-person", "p7");
        assertThat(content("reach.mv.db")).doesNotContain("13800000007");
        assertThat(plan("demo").code()).isZero();
        assertThat(
                        run(
                                        "li",
                                        "suppress",
                                        "remove",
                                        address,
                                        "--channel",
                                        "PUSH",
                                        "--because",
                                        "R")
                                .code())
                .isZero();
        assertThat(run("li", "suppress", "list").err()).contains("Nobody");
    }

    @Test
    void withoutTheKeyOfTheListNothingIsSent() throws IOException {
        ReadyToSend.fill(folder, 20, SourceEngine.H2);
        run("li", "suppress", "add", "x1", "--channel", "PUSH", "--because", "T");
        Files.delete(folder.resolve("workspace/reach.key"));
        assertThat(plan("demo").err()).contains("reach.key");
    }

    private String content(String file) throws IOException {
        return Files.readString(
                folder.resolve("workspace").resolve(file), StandardCharsets.ISO_8859_1);
    }

    /**
     * Signed after Standard Webhooks, with the key as id; 429 is waited for, 400 fails for good.
     */
    @Test
    void endpointGetsSignedMessagesAndNothingOfPeopleIsLogged()
            throws IOException, GeneralSecurityException {
        ReadyToSend.fill(folder, PEOPLE, SourceEngine.H2);
        Map<String, String> taken = new ConcurrentHashMap<>();
        List<String> wrong = new ArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    String id = exchange.getRequestHeaders().getFirst("webhook-id");
                    String at = exchange.getRequestHeaders().getFirst("webhook-timestamp");
                    String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
                    if (!signature.equals(signature(id, at, body))) {
                        wrong.add(id);
                    }
                    boolean refused = id.charAt(0) == '0';
                    if (!refused) {
                        taken.put(id, new String(body, StandardCharsets.UTF_8));
                    }
                    exchange.sendResponseHeaders(refused ? 400 : 204, -1);
                    exchange.close();
                });
        server.start();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("io.marquetry");
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        heard.start();
        root.addAppender(heard);
        StringBuilder said = new StringBuilder();
        String secret = "whsec_" + Base64.getEncoder().encodeToString(SECRET);
        try {
            Path file = Files.writeString(folder.resolve("secret"), secret + "\n");
            CliRun added =
                    run(
                            "li",
                            "account",
                            "add",
                            "hook",
                            "--channel",
                            "PUSH",
                            "--url",
                            "http://localhost:" + server.getAddress().getPort() + "/",
                            "--secret-file",
                            file.toString(),
                            "--rate",
                            "2000");
            assertThat(added.code()).as(added.err()).isZero();
            for (CliRun one :
                    List.of(
                            plan("hook"),
                            run("chen", "dispatch", "approve", "1"),
                            run("chen", "dispatch", "run", "1"),
                            run("chen", "dispatch", "status", "1", "--reasons", "--unknown"),
                            run("chen", "dispatch", "receipts", "1"),
                            run("chen", "dispatch", "list"))) {
                said.append(one.out()).append(one.err());
            }
        } finally {
            root.detachAppender(heard);
            root.setLevel(before);
            server.stop(0);
        }
        assertThat(wrong).isEmpty();
        assertThat(taken).isNotEmpty();
        try (Workspace workspace = ReadyToSend.open(folder, "li", ReadyToSend.NOW)) {
            Status status = workspace.dispatches().status(new DispatchId(1));
            assertThat(status.in(RecipientState.SENT)).isEqualTo(taken.size());
            assertThat(status.in(RecipientState.SENT) + status.in(RecipientState.FAILED))
                    .isEqualTo(status.dispatch().counts().net());
        }
        for (ILoggingEvent event : heard.list) {
            said.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                said.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        assertThat(said.toString()).doesNotContain("1380000", "Dear N", secret, "whsec_");
        assertThat(content("dispatches/1.status")).doesNotContain("1380000", "p7\"");
    }

    private static String signature(String id, String at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            mac.update((id + '.' + at + '.').getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endpointOfAnotherMachineHasToBeEncrypted() throws IOException {
        ReadyToSend.fill(folder, 20, SourceEngine.H2);
        Path file =
                Files.writeString(
                        folder.resolve("secret"),
                        "whsec_" + Base64.getEncoder().encodeToString(SECRET));
        CliRun refused =
                run(
                        "li",
                        "account",
                        "add",
                        "hook",
                        "--channel",
                        "PUSH",
                        "--url",
                        "http://example.com/",
                        "--secret-file",
                        file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).doesNotContain("whsec_");
        assertThat(run("li", "account", "list").out()).doesNotContain("hook");
    }

    /** Who took consent back since the plan is found when it is their turn. */
    @Test
    void whoDoesNotAgreeAnyMoreIsSentNothing() throws IOException {
        Files.createDirectories(folder.resolve("alone"));
        H2DispatchFiles files = FrozenExample.freeze(folder.resolve("alone"), 50, ReadyToSend.NOW);
        List<String> asked = new ArrayList<>();
        try (H2Reach reach = new H2Reach(folder.resolve("alone"));
                DispatchFile file = files.open(FrozenExample.ID);
                FileDropChannel channel =
                        new FileDropChannel(folder.resolve("drop"), FrozenExample.ID)) {
            new Runner(
                            file,
                            FrozenExample.account(3_600, false),
                            channel,
                            reach,
                            people -> {
                                people.forEach(person -> asked.add(person.key()));
                                return Map.of("key-3", Late.NO_CONSENT);
                            },
                            () -> ReadyToSend.NOW.plusSeconds(1),
                            new Random(1))
                    .run(progress -> {}, new CancelSignal());
            Progress progress = Progress.read(file);
            assertThat(progress.state(3)).contains(RecipientState.LATE_EXCLUDED);
            assertThat(progress.in(RecipientState.SENT)).hasSize(44);
        }
        assertThat(asked).hasSize(45);
        assertThat(Files.readString(folder.resolve("drop/dispatch-1-1.csv")))
                .doesNotContain("address-3@")
                .contains("address-4@");
    }
}
