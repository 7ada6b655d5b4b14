package io.marquetry.dispatch.channel.mail;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.json.StrictJson;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes mails: the first line of a text is the subject, what follows the body. Each can be
 * unsubscribed from with one click (RFC 8058), says in its own number which message it is, and is
 * signed where there is a key.
 */
final class Mails {

    private static final String UTF_8 = "UTF-8";

    private final MailServer server;
    private final Session session;
    private final Optional<RSAPrivateKey> key;

    Mails(MailServer server, Session session) {
        this.server = server;
        this.session = session;
        this.key = server.dkim().map(dkim -> key(Path.of(dkim.keyFile())));
    }

    private static RSAPrivateKey key(Path file) {
        try {
            return (RSAPrivateKey)
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw Problem.of("problem.file.unreadable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        } catch (GeneralSecurityException e) {
            throw Problem.of("problem.dispatch.dkimKey", file.toString()).asException();
        }
    }

    /** A mail, and whether its first byte was written. */
    interface Written {
        /** Returns it. */
        MimeMessage message();

        /** Returns to whom it goes. */
        Address[] recipients();

        /** Returns whether the server may have some of it. */
        boolean isBegun();
    }

    /** Writes a mail. */
    Written write(Message message, Instant now) throws MessagingException {
        SMTPMessage mail = new Numbered(session, '<' + message.key() + '@' + domain() + '>');
        try {
            mail.setFrom(new InternetAddress(server.from(), server.name().orElse(null), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows " + UTF_8, e);
        }
        InternetAddress to = new InternetAddress(message.address(), true);
        mail.setRecipient(RecipientType.TO, to);
        if (server.replyTo().isPresent()) {
            mail.setReplyTo(new Address[] {new InternetAddress(server.replyTo().get(), true)});
        }
        mail.setSentDate(Date.from(now));
        int end = message.text().indexOf('\n');
        String subject = end < 0 ? message.text() : message.text().substring(0, end);
        String body = end < 0 ? message.text() : message.text().substring(end + 1).strip();
        mail.setSubject(oneLine(subject), UTF_8);
        boolean html = body.toLowerCase(Locale.ROOT).matches("(?s)<(!doctype html|html)\\b.*");
        mail.setText(body, UTF_8, html ? "html" : "plain");
        unsubscribing(mail, message.key());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Precedence", "bulk");
        mail.setEnvelopeFrom(
                server.bounces()
                        .map(address -> address.replace("{key}", message.key()))
                        .orElse(server.from()));
        mail.saveChanges();
        return key.isPresent() ? signed(mail, key.get(), to) : plain(mail, to);
    }

    private String domain() {
        return server.from().substring(server.from().lastIndexOf('@') + 1);
    }

    private void unsubscribing(MimeMessage mail, String messageKey) throws MessagingException {
        List<String> ways = new ArrayList<>();
        server.unsubscribeUrl()
                .ifPresent(url -> ways.add('<' + url.replace("{key}", messageKey) + '>'));
        server.unsubscribeMail()
                .ifPresent(
                        to ->
                                ways.add(
                                        "<mailto:"
                                                + to.replace("{key}", messageKey)
                                                + "?subject=unsubscribe>"));
        mail.setHeader("List-Unsubscribe", String.join(", ", ways));
        if (server.unsubscribeUrl().isPresent()) {
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /** A line break in a header would begin another one. */
    private static String oneLine(String text) {
        return MimeUtility.unfold(text).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private Written plain(SMTPMessage mail, Address to) throws MessagingException {
        Watched watched = new Watched(mail);
        return watched.to(to);
    }

    private Written signed(SMTPMessage mail, RSAPrivateKey secret, Address to)
            throws MessagingException {
        MailServer.Dkim dkim = server.dkim().orElseThrow();
        DkimSigner signer = new DkimSigner(dkim.domain(), dkim.selector(), secret);
        signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        signer.setCheckDomainKey(false);
        // Without these a mail that was altered on its way would still verify.
        signer.addHeaderToSign("List-Unsubscribe");
        signer.addHeaderToSign("List-Unsubscribe-Post");
        return new Signed(mail, signer, to);
    }

    /** Keeps the number that the key of the message gives. */
    private static final class Numbered extends SMTPMessage {
        private final String number;

        Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }

    /** A mail that tells whether its first byte was written. */
    private static final class Watched extends SMTPMessage implements Written {
        private Address[] recipients = new Address[0];
        private boolean begun;

        Watched(SMTPMessage mail) throws MessagingException {
            super(mail);
            setEnvelopeFrom(mail.getEnvelopeFrom());
        }

        Watched to(Address one) {
            recipients = new Address[] {one};
            return this;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored)
                throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignored);
        }

        @Override
        public MimeMessage message() {
            return this;
        }

        @Override
        public Address[] recipients() {
            return recipients.clone();
        }

        @Override
        public boolean isBegun() {
            return begun;
        }
    }

    /** The same, signed while it is written. */
    private static final class Signed extends DkimMessage implements Written {
        private final Address[] recipients;
        private boolean begun;

        Signed(SMTPMessage mail, DkimSigner signer, Address to) throws MessagingException {
            super(mail, signer);
            this.recipients = new Address[] {to};
            setEnvelopeFrom(mail.getEnvelopeFrom());
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored)
                throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, ignored);
        }

        @Override
        public MimeMessage message() {
            return this;
        }

        @Override
        public Address[] recipients() {
            return recipients.clone();
        }

        @Override
        public boolean isBegun() {
            return begun;
        }
    }
}
