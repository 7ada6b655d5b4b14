package io.marquetry.dispatch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;

import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.DemoChannel;
import io.marquetry.dispatch.channel.FileDropChannel;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.HttpApiChannel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.mail.SmtpChannel;
import io.marquetry.dispatch.channel.smpp.SmppChannel;
import io.marquetry.dispatch.channel.smpp.SmppServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who takes messages of the program's own channels, and counts how often it took each: an HTTP
 * gateway, a mail server and a message centre that outlive whoever sends, a folder, and the
 * demonstration's list.
 */
public final class OutsideProvider implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final Kind kind;
    private final Path folder;
    private final Map<String, Integer> taken;
    private @Nullable HttpServer http;
    private @Nullable GreenMail mail;
    private @Nullable MessageCentre centre;

    /** The channels of the program, and what each can promise. */
    public enum Kind {
        /** The demonstration: keys are honoured, one in fifty is refused. */
        DEMO(3_600, true),
        /** A folder: all that was written can be looked up. */
        FILE(0, true),
        /** A gateway that knows a key again. */
        HTTP_KEYS(3_600, false),
        /** A gateway that takes whatever comes. */
        HTTP(0, false),
        /** A mail server, which takes whatever comes. */
        MAIL(0, false),
        /** A centre for short messages, which takes whatever comes. */
        SMPP(0, false);

        private final int keySeconds;
        private final boolean looksUp;

        Kind(int keySeconds, boolean looksUp) {
            this.keySeconds = keySeconds;
            this.looksUp = looksUp;
        }

        /** Returns the account that says so. */
        public Account account() {
            return FrozenExample.account(keySeconds, looksUp);
        }

        /** Returns whether a message of an open claim may stay unknown. */
        public boolean mayBeUnknown() {
            return keySeconds == 0 && !looksUp;
        }
    }

    /**
     * Opens one.
     *
     * @param folder where its list lies, and where it says how it is reached
     * @param before how often it took each message before
     */
    public OutsideProvider(Kind kind, Path folder, Map<String, Integer> before)
            throws IOException, InterruptedException {
        this.kind = kind;
        this.folder = folder;
        this.taken = new ConcurrentHashMap<>(before);
        switch (kind) {
            case DEMO, FILE -> {}
            case HTTP, HTTP_KEYS -> serve();
            case MAIL -> post();
            case SMPP -> centre();
        }
    }

    private void serve() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    take(new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        Files.writeString(
                folder.resolve("reached.json"),
                """
                {"format": "marquetry/http-adapter-1", "name": "Ledger",
                 "send": {"url": "http://localhost:%d/",
                          "json": {"uid": "{key}", "text": "{text}"},
                          "answers": [{"means": "taken", "status": "200"}]}}
                """
                        .formatted(server.getAddress().getPort()));
        Files.writeString(folder.resolve("secret"), "none\n");
    }

    private void post() throws IOException, InterruptedException {
        GreenMail server = MailServers.start(ServerSetupTest.SMTP.dynamicPort());
        mail = server;
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (message, address) -> {
                            take(message.getMessage().getMessageID());
                            return server.getUserManager().getUserByEmail("all@example.com");
                        });
        server.setUser("all@example.com", "all", "none");
        Files.writeString(
                folder.resolve("reached.json"),
                """
                {"format": "marquetry/smtp-1",
                 "server": {"host": "127.0.0.1", "port": %d, "security": "NONE"},
                 "from": "news@shop.example",
                 "unsubscribeMail": "stop+{key}@shop.example"}
                """
                        .formatted(server.getSmtp().getPort()));
    }

    private void centre() throws IOException {
        MessageCentre opened =
                new MessageCentre(
                        (message, id, session) ->
                                take(
                                        new String(
                                                message.getShortMessage(),
                                                StandardCharsets.ISO_8859_1)));
        centre = opened;
        Files.writeString(
                folder.resolve("reached.json"),
                """
                {"format": "marquetry/smpp-1",
                 "server": {"host": "127.0.0.1", "port": %d, "security": "NONE", "user": "shop"},
                 "sender": "10690", "window": 64}
                """
                        .formatted(opened.port()));
        Files.writeString(folder.resolve("secret"), "right\n");
    }

    private void take(String text) {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new IllegalStateException("a message without a key");
        }
        boolean once = kind == Kind.HTTP_KEYS;
        taken.merge(key.group(), 1, (before, one) -> once ? before : before + one);
    }

    /** Opens the program's channel to a provider that was opened for a folder. */
    public static Channel channel(Kind kind, Path folder) throws IOException {
        InstantSource clock = InstantSource.system();
        Path reached = folder.resolve("reached.json");
        return switch (kind) {
            case DEMO -> new DemoChannel(folder.resolve("demo.txt"), clock);
            case FILE -> new FileDropChannel(folder.resolve("drop"), FrozenExample.ID);
            case HTTP, HTTP_KEYS ->
                    new HttpApiChannel(
                            HttpAdapter.read(Files.readString(reached)),
                            Files.readString(folder.resolve("secret")),
                            clock);
            case MAIL -> new SmtpChannel(MailServer.read(Files.readString(reached)), "", clock);
            case SMPP ->
                    new KeyInText(
                            new SmppChannel(
                                    SmppServer.read(Files.readString(reached)),
                                    Files.readString(folder.resolve("secret")),
                                    clock,
                                    new MemoryInbox()));
        };
    }

    /** SMPP carries no key: here the text is the key, and the number is one. */
    private record KeyInText(Channel to) implements Channel {

        @Override
        public Answer send(Message message) {
            return to.send(new Message(message.key(), "+8613800000000", message.key()));
        }

        @Override
        public Optional<Answer> lookUp(String key) {
            return to.lookUp(key);
        }

        @Override
        public List<Told> receipts() {
            return to.receipts();
        }

        @Override
        public void close() {
            to.close();
        }
    }

    /** Returns the files that are its list; none where it lies elsewhere. */
    public static List<Path> lists(Kind kind, Path folder) throws IOException {
        Path drop = folder.resolve("drop");
        if (kind == Kind.FILE && Files.exists(drop)) {
            try (Stream<Path> files = Files.list(drop)) {
                return files.sorted().toList();
            }
        }
        return Stream.of(folder.resolve("demo.txt")).filter(Files::exists).toList();
    }

    /** Returns how often it took each message, where its list lies in no file. */
    public Map<String, Integer> elsewhere() {
        return Map.copyOf(taken);
    }

    /** Returns how often it took each message. */
    public Map<String, Integer> taken() throws IOException {
        Map<String, Integer> all = new HashMap<>(taken);
        for (Path list : lists(kind, folder)) {
            for (String line : Files.readAllLines(list)) {
                Matcher key = KEY.matcher(line);
                // Half a line of a sudden end was answered to nobody.
                boolean whole = line.endsWith(kind == Kind.DEMO ? " ." : "\"");
                if (key.lookingAt() && whole) {
                    all.merge(key.group(), 1, Integer::sum);
                }
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        if (http != null) {
            http.stop(0);
        }
        if (mail != null) {
            mail.stop();
        }
        if (centre != null) {
            centre.close();
        }
    }
}
