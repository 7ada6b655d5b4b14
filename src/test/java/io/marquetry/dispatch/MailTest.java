package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import io.marquetry.base.ProblemException;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.mail.SmtpChannel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Mails go to a real server, can be unsubscribed from, verify, and what bounces is understood. */
class MailTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir private Path folder;

    private GreenMail mail;
    private GreenMailUser bounces;
    private KeyPair pair;
    private SmtpChannel channel;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, InterruptedException {
        mail =
                MailServers.start(
                        ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort());
        bounces = mail.setUser("bounce@shop.example", "box", "pass-word");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        Path key = Files.write(folder.resolve("dkim.der"), pair.getPrivate().getEncoded());
        channel = channel(mail.getSmtp().getPort(), key);
    }

    private SmtpChannel channel(int port, Path key) throws IOException {
        return new SmtpChannel(
                MailServer.read(document(port, key)), "pass-word\n", InstantSource.system());
    }

    private String document(int port, Path key) {
        return """
        {"format": "marquetry/smtp-1",
         "server": {"host": "127.0.0.1", "port": %d, "security": "NONE"},
         "from": "news@shop.example", "name": "Shop 商店",
         "unsubscribeUrl": "https://shop.example/stop/{key}",
         "unsubscribeMail": "stop+{key}@shop.example",
         "bounces": "bounce+{key}@shop.example",
         "dkim": {"domain": "shop.example", "selector": "s1", "keyFile": "%s"},
         "mailbox": {"host": "127.0.0.1", "port": %d, "security": "NONE", "user": "box"}}
        """
                .formatted(port, key.toString().replace("\\", "/"), mail.getImap().getPort());
    }

    @AfterEach
    void stop() {
        channel.close();
        mail.stop();
    }

    private static Message message(String address, String text) {
        return new Message(KEY, address, text);
    }

    @Test
    void signedWithOneClickAndTheKeyInItsNumberAndItsEnvelope()
            throws MessagingException, IOException, FailException {
        channel.greet();
        assertThat(channel.send(message("wang@example.com", "春季 news\nDear Wang,\n你好")))
                .isEqualTo(new Answer.Taken(KEY));
        MimeMessage got = mail.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("春季 news");
        assertThat(got.getContent().toString()).contains("Dear Wang").contains("你好");
        assertThat(got.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(got.getHeader("List-Unsubscribe")[0])
                .contains("<https://shop.example/stop/" + KEY + ">")
                .contains("<mailto:stop+" + KEY + "@shop.example");
        assertThat(got.getMessageID()).isEqualTo("<" + KEY + "@shop.example>");
        assertThat(got.getHeader("Return-Path")[0]).contains("bounce+" + KEY + "@shop.example");
        List<SignatureRecord> signatures = verify(raw(got));
        assertThat(signatures).hasSize(1);
        assertThat(signatures.getFirst().getHeaders().stream().map(Object::toString))
                .anyMatch(name -> name.equalsIgnoreCase("List-Unsubscribe-Post"));
        String altered = raw(got).replace("https://shop.example/stop/", "https://evil.example/x/");
        Assertions.assertThatThrownBy(() -> verify(altered)).isInstanceOf(FailException.class);
    }

    private static String raw(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private List<SignatureRecord> verify(String mail) throws FailException, IOException {
        String record =
                "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return new DKIMVerifier((method, selector, domain) -> List.of(record))
                .verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aLineBreakInASubjectBeginsNoHeader() throws MessagingException {
        channel.send(message("wang@example.com", "Hi\rBcc: evil@example.com\u2028X: y\nbody"));
        MimeMessage got = mail.getReceivedMessages()[0];
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getSubject()).contains("Bcc: evil");
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void bouncesComplaintsStopsAndRepliesAreRead() throws MessagingException, FolderException {
        deliver(
                "bounce+" + KEY + "@shop.example",
                """
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It did not arrive.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com

                Final-Recipient: rfc822; wang@example.com
                Action: failed
                Status: 5.1.1

                --b--
                """);
        deliver(
                "abuse@shop.example",
                """
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: text/plain

                This is spam.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s@shop.example>
                --b--
                """
                        .formatted("1" + KEY.substring(1)));
        deliver("stop+2" + KEY.substring(1) + "@shop.example", "Content-Type: text/plain\n\n");
        deliver(
                "news@shop.example",
                "In-Reply-To: <3"
                        + KEY.substring(1)
                        + "@shop.example>\nContent-Type: text/plain; charset=UTF-8\n"
                        + "Content-Transfer-Encoding: 8bit\n\n退订\n");
        deliver(
                "bounce+4" + KEY.substring(1) + "@shop.example",
                """
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com

                Final-Recipient: rfc822; late@example.com
                Action: delayed
                Status: 4.4.1

                --b--
                """);
        List<Channel.Told> told = channel.receipts();
        assertThat(told)
                .extracting(one -> one.kind() + " " + one.about().charAt(0) + " " + one.detail())
                .containsExactlyInAnyOrder(
                        "BOUNCED 0 5.1.1", "COMPLAINED 1 ", "UNSUBSCRIBED 2 ", "REPLIED 3 退订");
        assertThat(channel.receipts())
                .extracting(Channel.Told::eventId)
                .containsExactlyInAnyOrderElementsOf(
                        told.stream().map(Channel.Told::eventId).toList());
        assertThat(StopWords.isNobody("5.1.1")).isTrue();
        assertThat(StopWords.isNobody("5.7.1")).isFalse();
        assertThat(StopWords.isNobody("4.1.1")).isFalse();
    }

    private int delivered;

    private void deliver(String to, String rest) throws MessagingException {
        String head =
                "To: %s\nFrom: <mailer-daemon@example.com>\nMessage-ID: <n%d@example.com>\nMIME-Version: 1.0\n"
                        .formatted(to, delivered++);
        bounces.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(
                                (head + rest)
                                        .replace("\n", "\r\n")
                                        .getBytes(StandardCharsets.UTF_8))));
    }

    /** A server that says one thing and hangs up at a moment of our choice. */
    private Answer against(String rcpt, String data, String end) throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread server = Thread.ofVirtual().start(() -> converse(listening, rcpt, data, end));
        Path key = folder.resolve("dkim.der");
        try (SmtpChannel other = channel(listening.getLocalPort(), key)) {
            return other.send(message("wang@example.com", "Hi\nbody"));
        } finally {
            listening.close();
            join(server);
        }
    }

    private static void join(Thread server) {
        try {
            server.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void converse(ServerSocket listening, String rcpt, String data, String end) {
        try (Socket socket = listening.accept()) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = socket.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean writes = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = "250 ok";
                if (writes) {
                    if (!line.equals(".")) {
                        continue;
                    }
                    writes = false;
                    answer = end;
                } else if (line.startsWith("RCPT")) {
                    answer = rcpt;
                } else if (line.startsWith("DATA")) {
                    answer = data;
                    writes = data.startsWith("354");
                }
                if (answer.isEmpty()) {
                    return;
                }
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The other side hung up, which is what was tried.
            return;
        }
    }

    @Test
    void onlyWhatWasLostAfterTheFirstByteMayHaveBeenTaken() throws IOException {
        assertThat(against("250 ok", "354 go", "250 taken")).isInstanceOf(Answer.Taken.class);
        assertThat(against("250 ok", "354 go", "")).isEqualTo(new Answer.Perhaps("smtp-lost"));
        assertThat(against("250 ok", "", "")).isInstanceOf(Answer.NotTaken.class);
        assertThat(against("", "", "")).isInstanceOf(Answer.NotTaken.class);
        assertThat(against("550 no such user wang@example.com", "354 go", "250 ok"))
                .isEqualTo(new Answer.Refused("smtp-550"));
        assertThat(against("451 later", "354 go", "250 ok")).isInstanceOf(Answer.NotTaken.class);
        assertThat(against("250 ok", "354 go", "554 spam")).isInstanceOf(Answer.Refused.class);
        assertThat(against("250 ok", "354 go", "452 full")).isInstanceOf(Answer.NotTaken.class);
    }

    @Test
    void nobodyThereTakesNothing() throws IOException {
        try (NobodyThere nobody = new NobodyThere();
                SmtpChannel other = channel(nobody.port(), folder.resolve("dkim.der"))) {
            assertThat(other.send(message("wang@example.com", "Hi")))
                    .isInstanceOf(Answer.NotTaken.class);
            Assertions.assertThatThrownBy(other::greet).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void noServerElsewhereInPlainTextAndNoMailWithoutAWayOut() {
        String document = document(25, folder.resolve("dkim.der"));
        Assertions.assertThatThrownBy(
                        () ->
                                MailServer.read(
                                        document.replaceFirst("127.0.0.1", "mail.example.com")))
                .isInstanceOf(ProblemException.class);
        Assertions.assertThatThrownBy(
                        () ->
                                MailServer.read(
                                        document.replaceAll(
                                                "\"unsubscribe(Url|Mail)\": \"[^\"]*\",", "")))
                .isInstanceOf(ProblemException.class);
    }
}
