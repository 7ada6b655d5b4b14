package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import io.marquetry.cli.CliRun;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.source.SourceEngine;
import io.marquetry.store.dispatch.H2DispatchFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whatever goes wrong, no address, text, code or secret is said, logged or carried by a failure:
 * all are planted, and looked for in all that came out.
 */
class SecretsStayTest {

    private static final String ADDRESS = "138000000";
    private static final String TEXT = "planted greeting";
    private static final String CODE = "PLANTED-";

    /** No longer than SMPP allows. */
    private static final String SECRET = "plnt-key";

    private static final String MAIL = "m1380000";
    private static final String[] PLANTED = {
        ADDRESS,
        MAIL,
        TEXT,
        CODE,
        SECRET,
        Base64.getEncoder().encodeToString(("\0shop\0" + SECRET).getBytes(StandardCharsets.UTF_8))
    };

    @TempDir private Path folder;
    private final StringBuilder said = new StringBuilder();
    private Instant now = ReadyToSend.NOW;

    private CliRun run(String who, String... arguments) {
        now = now.plusSeconds(60);
        CliRun run =
                CliRun.in(
                        ReadyToSend.wiring(folder, who, now),
                        folder.resolve("workspace"),
                        arguments);
        said.append(run.out()).append(run.err());
        return run;
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAPersonIsSaidOrLoggedWhateverTheProviderDoes(RudeProvider.Way way)
            throws IOException, InterruptedException {
        ReadyToSend.fill(folder, 60, SourceEngine.H2, TEXT + " {name} {code}");
        Path codes = folder.resolve("codes.txt");
        Files.write(codes, IntStream.range(0, 200).mapToObj(i -> CODE + i).toList());
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.marquetry");
        Level before = ours.getLevel();
        try (RudeProvider provider = RudeProvider.open(way, TEXT, SECRET)) {
            ours.setLevel(Level.TRACE);
            heard.start();
            root.addAppender(heard);
            run("li", "coupons", "import", "spring", codes.toString());
            Path adapter = Files.writeString(folder.resolve("adapter.json"), provider.document());
            CliRun added =
                    run(
                            "li",
                            "account",
                            "add",
                            "rude",
                            "--channel",
                            way.channel().name(),
                            "--adapter",
                            adapter.toString(),
                            "--secret-file",
                            secret.toString(),
                            "--rate",
                            "2000");
            assertThat(added.code()).as(added.err()).isZero();
            run("li", "account", "check", "rude");
            CliRun planned =
                    run(
                            "li",
                            ReadyToSend.plan(
                                    "--quiet",
                                    "none",
                                    "--zone",
                                    "UTC",
                                    "--address",
                                    way.column(),
                                    "--account",
                                    "rude",
                                    "--text",
                                    "hello",
                                    "--coupons",
                                    "spring"));
            assertThat(planned.code()).as(planned.err()).isZero();
            run("li", "dispatch", "test", "1", "--to", way.address(77));
            run("chen", "dispatch", "approve", "1");
            for (int i = 0; i < 3; i++) {
                run("chen", "dispatch", i == 0 ? "run" : "resume", "1");
            }
            run("chen", "dispatch", "status", "1", "--reasons", "--unknown", "--json");
            Path receipts =
                    Files.writeString(
                            folder.resolve("receipts.csv"),
                            "address,status,text\n%s,MO,T\n%s,nonsense,%s\n"
                                    .formatted(way.address(41), way.address(42), TEXT));
            run("li", "dispatch", "receipts", "1");
            run("li", "dispatch", "receipts", "1", "--import", receipts.toString());
            run("chen", "dispatch", "cancel", "1");
            run("li", "suppress", "list");
            run("li", "coupons", "list");
            run("li", "coupons", "import", "spring", receipts.toString());
            run("li", "workspace", "erase-person", "p7");
            assertThat(provider.asked()).isGreaterThan(10);
            assertThat(provider.bounces())
                    .isGreaterThanOrEqualTo(way == RudeProvider.Way.SMTP ? 10 : 0);
            assertThat(elsewhere()).isEmpty();
            damage();
            run("chen", "dispatch", "status", "1");
        } finally {
            root.detachAppender(heard);
            ours.setLevel(before);
        }
        assertThat(said).contains("Dispatch 1");
        assertThat(said.toString()).doesNotContain(PLANTED);
        assertThat(logged(heard)).doesNotContain(PLANTED);
        assertThat(processes()).doesNotContain(PLANTED);
    }

    /** Returns all that was logged, with what failures said, as no log file of ours has it. */
    private static String logged(ListAppender<ILoggingEvent> heard) {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(heard.list)) {
            if (!RudeProvider.isOfServers(event.getLoggerName())) {
                all.append(event.getFormattedMessage()).append('\n');
                if (event.getThrowableProxy() != null) {
                    all.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        }
        return all.toString();
    }

    /** A search that would find nothing wherever it lies proves nothing: each place is tried. */
    @Test
    void whatLiesInAnyOfThePlacesIsFoundThere() throws IOException {
        ReadyToSend.fill(folder, 6, SourceEngine.H2);
        run("li", "account", "check", SECRET);
        assertThat(said).contains(SECRET);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("io.marquetry.planted");
        heard.start();
        logger.addAppender(heard);
        try {
            logger.warn("{}", MAIL);
            logger.warn("", new IllegalStateException("", new IllegalStateException(CODE)));
        } finally {
            logger.detachAppender(heard);
        }
        assertThat(logged(heard)).contains(MAIL, CODE);
        ProcessBuilder asked =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + ADDRESS,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName());
        asked.environment().put("PLANTED", SECRET);
        Process child = asked.start();
        try {
            assertThat(child.getInputStream().read()).isPositive();
            assertThat(processes()).contains(ADDRESS);
            if (Files.isReadable(Path.of("/proc/self/environ"))) {
                assertThat(processes()).contains(SECRET);
            }
        } finally {
            child.destroyForcibly();
        }
        assertThat(elsewhere()).isEmpty();
        Path exports = Files.createDirectories(folder.resolve("workspace/exports"));
        Files.writeString(exports.resolve("audience.csv"), "key\n" + CODE + "1\n");
        Files.writeString(folder.resolve("workspace/sources/x.log"), SECRET);
        assertThat(elsewhere())
                .containsExactlyInAnyOrder(
                        "exports/audience.csv: " + CODE, "sources/x.log: " + SECRET);
    }

    /** Is there until its parent ends it. */
    static final class Waiting {

        private Waiting() {}

        /** Says that it is there. */
        public static void main(String[] arguments) throws IOException {
            System.out.write('x');
            System.out.flush();
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** What the system shows everybody of this program and of those that it started. */
    private static String processes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (ProcessHandle one :
                Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                ProcessHandle.current().descendants())
                        .toList()) {
            all.append(one.info().commandLine().orElse(""));
            for (String name : List.of("cmdline", "environ")) {
                Path shown = Path.of("/proc", Long.toString(one.pid()), name);
                if (Files.isReadable(shown)) {
                    all.append(Files.readString(shown, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    /**
     * People stand in the source, in the file of the dispatch and, with their codes, in that of the
     * reach: nowhere else, outcomes and backups included; the secret nowhere at all. Returns where
     * else something is.
     */
    private List<String> elsewhere() throws IOException {
        List<String> found = new ArrayList<>();
        Path workspace = folder.resolve("workspace");
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = workspace.relativize(file).toString().replace('\\', '/');
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                boolean theirs = name.matches("(dispatches/[0-9]+|reach)\\.mv\\.db|sources/.*");
                for (String one : theirs ? List.of(SECRET) : List.of(SECRET, ADDRESS, MAIL, CODE)) {
                    if (content.contains(one)) {
                        found.add(name + ": " + one);
                    }
                }
            }
        }
        return found;
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
