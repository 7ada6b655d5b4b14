package io.marquetry.dispatch;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.SMPPServerSession;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Providers that answer in every way that there is, by the last digit of an address, and quote the
 * person, the text and the secret where they can.
 */
final class RudeProvider implements AutoCloseable {

    private final Way way;
    private final String text;
    private final String secret;
    private final AtomicInteger asked = new AtomicInteger();
    private String document = "";
    private AutoCloseable server = () -> {};
    private final AtomicInteger bounced = new AtomicInteger();
    private Box box = mail -> {};

    /** How they are spoken to. */
    enum Way {
        HTTP(ChannelKind.SMS, "phone"),
        SMPP(ChannelKind.SMS, "phone"),
        SMTP(ChannelKind.MAIL, "mail");

        private final ChannelKind channel;
        private final String column;

        Way(ChannelKind channel, String column) {
            this.channel = channel;
            this.column = column;
        }

        ChannelKind channel() {
            return channel;
        }

        /** Returns where the source has the address. */
        String column() {
            return column;
        }

        /** Returns the address of a person. */
        String address(int person) {
            return this == SMTP
                    ? "m138%06d@example.com".formatted(person)
                    : "+86138%08d".formatted(person);
        }
    }

    /** Where bounces come to. */
    private interface Box {
        void deliver(MimeMessage mail) throws MessagingException;
    }

    private RudeProvider(Way way, String text, String secret) {
        this.way = way;
        this.text = text;
        this.secret = secret;
    }

    static RudeProvider open(Way way, String text, String secret)
            throws IOException, InterruptedException {
        RudeProvider opened = new RudeProvider(way, text, secret);
        switch (way) {
            case HTTP -> opened.http();
            case SMPP -> opened.smpp();
            case SMTP -> opened.smtp();
        }
        return opened;
    }

    /** Returns whether a logger is that of a server of the tests. */
    static boolean isOfServers(String logger) {
        return logger.startsWith("org.jsmpp") || logger.startsWith("com.icegreen");
    }

    /** Returns what an account is added with. */
    String document() {
        return document;
    }

    /** Returns how often it was asked. */
    int asked() {
        return asked.get();
    }

    private void http() throws IOException {
        HttpServer opened =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = () -> opened.stop(0);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    String to = exchange.getRequestURI().getQuery();
                    int digit = to.charAt(to.length() - 1) - '0';
                    if (digit == 9) {
                        exchange.close();
                        return;
                    }
                    int[] statuses = {200, 200, 200, 422, 400, 404, 500, 503, 200};
                    byte[] answer = quote(to).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(statuses[digit], answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        opened.start();
        document =
                """
                {"format": "marquetry/http-adapter-1", "name": "Rude",
                 "send": {"url": "http://localhost:%d/?to={digits}",
                          "headers": {"Authorization": "{secret}"},
                          "form": {"text": "{text}"},
                          "answers": [{"means": "refused", "status": "422", "at": "/m"}]}}
                """
                        .formatted(opened.getAddress().getPort());
    }

    private String quote(String to) {
        return "{\"m\": \"%s said %s with %s\"}".formatted(to, text, secret);
    }

    private void smpp() throws IOException {
        MessageCentre centre = new MessageCentre(secret, this::take);
        server = centre;
        document =
                """
                {"format": "marquetry/smpp-1",
                 "server": {"host": "127.0.0.1", "port": %d, "security": "NONE", "user": "shop"},
                 "sender": "10690"}
                """
                        .formatted(centre.port());
    }

    private void take(SubmitSm message, String id, SMPPServerSession session)
            throws ProcessRequestException, IOException {
        asked.incrementAndGet();
        String to = message.getDestAddress();
        switch (to.charAt(to.length() - 1)) {
            // A receipt that is none, a reply, one in half letters, and one that quotes all.
            case '1' -> say(session, to, true, 0, "id:" + " stat:" + text + secret + to);
            case '2' -> say(session, to, false, 0, text + " " + to);
            case '3' -> say(session, to, false, 8, text + "x");
            case '4' -> say(session, to, true, 0, "id:" + id + " stat:REJECTD text:" + text);
            case '5' -> throw new ProcessRequestException(quote(to), 0x0B);
            case '6' -> throw new ProcessRequestException(quote(to), 0x58);
            case '7' -> throw new ProcessRequestException(quote(to), 0x08);
            case '8' -> say(session, to, false, 0, "TD");
            case '9' -> throw new IOException("hangs up");
            default -> {}
        }
    }

    private static void say(
            SMPPServerSession session, String from, boolean receipt, int coding, String said) {
        MessageCentre.deliver(
                session, from, receipt, coding, said.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns how many mails lie in the box to which bounces come. */
    int bounces() {
        return bounced.get();
    }

    private void smtp() throws IOException, InterruptedException {
        GreenMail mails = MailServers.start(ServerSetupTest.IMAP.dynamicPort());
        GreenMailUser owner = mails.setUser("bounce@shop.example", "box", secret);
        box = owner::deliver;
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server =
                () -> {
                    listening.close();
                    mails.stop();
                };
        Thread.ofVirtual()
                .start(
                        () -> {
                            while (!listening.isClosed()) {
                                try {
                                    Socket socket = listening.accept();
                                    Thread.ofVirtual().start(() -> converse(socket));
                                } catch (IOException e) {
                                    return;
                                }
                            }
                        });
        document =
                """
                {"format": "marquetry/smtp-1",
                 "server": {"host": "127.0.0.1", "port": %d, "security": "NONE", "user": "shop"},
                 "from": "news@shop.example",
                 "unsubscribeMail": "stop+{key}@shop.example",
                 "bounces": "bounce+{key}@shop.example",
                 "mailbox": {"host": "127.0.0.1", "port": %d, "security": "NONE", "user": "box"}}
                """
                        .formatted(listening.getLocalPort(), mails.getImap().getPort());
    }

    private void converse(Socket opened) {
        try (Socket socket = opened) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = socket.getOutputStream();
            String answer = "220 ready";
            String to = "";
            String from = "";
            boolean writes = false;
            while (!answer.equals("hang up")) {
                if (!answer.isEmpty()) {
                    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                }
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                if (writes) {
                    writes = !line.equals(".");
                    answer = writes ? "" : end(to);
                    if (!writes) {
                        bounce(from, to);
                    }
                } else if (line.startsWith("EHLO")) {
                    answer = "250-rude\r\n250 AUTH PLAIN";
                } else if (line.startsWith("AUTH")) {
                    // The second is not believed.
                    boolean second = asked.getAndIncrement() == 1;
                    answer = second ? "535 5.7.8 not " + secret + " " + line : "235 ok";
                } else if (line.startsWith("MAIL")) {
                    from = line.replaceAll(".*<(.*)>.*", "$1");
                    answer = "250 ok";
                } else if (line.startsWith("RCPT")) {
                    to = line;
                    answer = recipient(to);
                } else if (line.startsWith("DATA")) {
                    writes = true;
                    answer = "354 go";
                } else {
                    answer = "250 ok";
                }
            }
        } catch (IOException e) {
            // The other side hung up.
            return;
        }
    }

    /**
     * Some come back, and say of whom, what and with which password in all places that there are.
     */
    private void bounce(String key, String to) {
        String whom = to.replaceAll(".*<(.*)>.*", "$1");
        switch (digit(to)) {
            case '0' -> report(key, whom, "5.1.1", "failed");
            case '1' -> report(key, whom, "5.1.1 " + quote(whom), "failed");
            case '2' -> report(key, whom, quote(whom), quote(whom));
            case '3' -> deliver(key, "Content-Type: multipart/report; boundary=" + quote(whom));
            default -> {}
        }
    }

    private void report(String key, String whom, String status, String action) {
        deliver(
                key,
                """
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b

                %3$s
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; %1$s

                Final-Recipient: rfc822; %1$s
                Action: %4$s
                Status: %2$s
                Diagnostic-Code: smtp; %3$s

                --b--
                """
                        .formatted(whom, status, quote(whom), action));
    }

    private void deliver(String to, String rest) {
        String head =
                "To: %s\nFrom: <mailer-daemon@example.com>\nMessage-ID: <b%d@example.com>\nMIME-Version: 1.0\n"
                        .formatted(to, bounced.getAndIncrement());
        try {
            box.deliver(
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(
                                    (head + rest)
                                            .replace("\n", "\r\n")
                                            .getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String recipient(String to) {
        asked.incrementAndGet();
        return switch (digit(to)) {
            case '4' -> "550 5.1.1 nobody " + quote(to);
            case '5' -> "451 4.7.1 later " + quote(to);
            case '9' -> "hang up";
            default -> "250 ok " + quote(to);
        };
    }

    private String end(String to) {
        return switch (digit(to)) {
            case '6' -> "554 5.7.1 spam " + quote(to);
            case '7' -> "452 4.2.2 full " + quote(to);
            case '8' -> "hang up";
            default -> "250 queued " + quote(to);
        };
    }

    private static char digit(String to) {
        return to.charAt(Math.max(0, to.indexOf('@') - 1));
    }

    @Override
    public void close() throws IOException {
        try {
            server.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(way.name(), e);
        }
    }
}
