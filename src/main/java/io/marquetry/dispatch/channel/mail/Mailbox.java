package io.marquetry.dispatch.channel.mail;

import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.channel.Channel.Told;

import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;

import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what came back to a mailbox: bounces (RFC 3464), complaints (RFC 5965), mails that
 * unsubscribe, and replies. Changes nothing there, for several dispatches share it.
 */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** Bounces come for days, complaints for weeks. */
    private static final Duration LOOKS_BACK = Duration.ofDays(60);

    private static final int MOST = 20_000;
    private static final int MOST_BYTES = 256 << 10;
    private static final Pattern TAGGED = Pattern.compile("([A-Za-z0-9.-]*)\\+([0-9a-f]{32})@");
    private static final Pattern NUMBER = Pattern.compile("<([0-9a-f]{32})@");

    private final MailServer.Host box;
    private final String password;
    private final InstantSource clock;

    Mailbox(MailServer.Host box, String password, InstantSource clock) {
        this.box = box;
        this.password = password;
        this.clock = clock;
    }

    /** Returns what is told there; nothing where it does not answer now. */
    List<Told> told() {
        Session session = Session.getInstance(SmtpChannel.properties(box, "imap"));
        List<Told> told = new ArrayList<>();
        try (Store store = session.getStore("imap")) {
            store.connect(box.host(), box.port(), box.user().orElse(""), password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                Message[] found =
                        inbox.search(
                                new ReceivedDateTerm(
                                        ComparisonTerm.GE,
                                        Date.from(clock.instant().minus(LOOKS_BACK))));
                for (int i = Math.max(0, found.length - MOST); i < found.length; i++) {
                    told(found[i]).ifPresent(told::add);
                }
            }
        } catch (MessagingException e) {
            // It is asked again later; what it says may quote an address, so only its kind stands.
            LOG.warn("a mailbox does not answer: {}", e.getClass().getSimpleName());
        }
        return told;
    }

    private Optional<Told> told(Message mail) {
        try {
            Instant at =
                    Optional.ofNullable(mail.getReceivedDate())
                            .map(Date::toInstant)
                            .orElseGet(clock::instant);
            String type = mail.getContentType().toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/report")) {
                return report(mail, type, at);
            }
            Optional<String> stop = tagged(mail, false);
            if (stop.isPresent()) {
                return Optional.of(
                        new Told(id("u", mail), stop.get(), Receipt.Kind.UNSUBSCRIBED, at));
            }
            Optional<String> answers = number(header(mail, "In-Reply-To"));
            if (answers.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Told(
                            id("r", mail),
                            answers.get(),
                            Receipt.Kind.REPLIED,
                            at,
                            firstLine(mail)));
        } catch (MessagingException | IOException e) {
            // One mail that cannot be read does not hide the others.
            LOG.debug("a mail is not understood: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<Told> report(Message mail, String type, Instant at)
            throws MessagingException, IOException {
        List<Part> parts = parts(mail);
        Optional<String> about = tagged(mail, true);
        String status = "";
        boolean failed = false;
        boolean arrived = false;
        for (Part part : parts) {
            String kind = part.getContentType().toLowerCase(Locale.ROOT);
            byte[] bytes = bytes(part);
            if (kind.startsWith("message/delivery-status")) {
                DeliveryStatus found = new DeliveryStatus(new ByteArrayInputStream(bytes));
                for (int i = 0; i < found.getRecipientDSNCount(); i++) {
                    InternetHeaders headers = found.getRecipientDSN(i);
                    String action = value(headers, "Action").toLowerCase(Locale.ROOT);
                    failed |= action.equals("failed");
                    arrived |= action.equals("delivered");
                    status = value(headers, "Status");
                }
            }
            if (about.isEmpty() && !kind.startsWith("text/plain")) {
                about = number(new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        Receipt.Kind kind = Receipt.Kind.BOUNCED;
        if (type.contains("feedback-report")) {
            kind = Receipt.Kind.COMPLAINED;
        } else if (!failed) {
            if (!arrived) {
                return Optional.empty();
            }
            kind = Receipt.Kind.DELIVERED;
        }
        return about.isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(id("b", mail), about.get(), kind, at, status));
    }

    private static List<Part> parts(Part part) throws MessagingException, IOException {
        List<Part> found = new ArrayList<>();
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                found.add(several.getBodyPart(i));
            }
        }
        return found;
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private static String value(InternetHeaders headers, String name) {
        String found = headers.getHeader(name, null);
        return found == null ? "" : found.strip();
    }

    private static String header(Message mail, String name) throws MessagingException {
        String[] found = mail.getHeader(name);
        return found == null ? "" : String.join(" ", found);
    }

    /** Returns the key in an address to which a mail came, of bounces or of others. */
    private static Optional<String> tagged(Message mail, boolean any) throws MessagingException {
        StringBuilder all = new StringBuilder(header(mail, "Delivered-To")).append(' ');
        Address[] recipients = mail.getAllRecipients();
        if (recipients != null) {
            for (Address one : recipients) {
                all.append(one).append(' ');
            }
        }
        Matcher found = TAGGED.matcher(all);
        return found.find() && (any || !found.group(1).toLowerCase(Locale.ROOT).contains("bounce"))
                ? Optional.of(found.group(2))
                : Optional.empty();
    }

    private static Optional<String> number(String text) {
        Matcher found = NUMBER.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Returns the first line of what somebody wrote. */
    private static String firstLine(Message mail) throws MessagingException, IOException {
        Part part = mail;
        if (mail.getContent() instanceof Multipart several && several.getCount() > 0) {
            part = several.getBodyPart(0);
        }
        return part.getContent() instanceof String text
                ? text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("")
                : "";
    }

    private static String id(String kind, Message mail) throws MessagingException {
        String number = header(mail, "Message-ID");
        return kind
                + '-'
                + (number.isEmpty()
                        ? mail.getFolder().getName() + mail.getMessageNumber() + mail.getSentDate()
                        : Sha256.of(number));
    }
}
