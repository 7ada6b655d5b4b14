package io.marquetry.dispatch.channel.mail;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * Hands mails to a server over SMTP, over a few connections that are kept. What is not known once
 * the first byte of a mail was written may have been taken.
 */
public final class SmtpChannel implements Channel {

    private static final int CONNECTIONS = 4;
    private static final String PATIENCE_MILLIS = "60000";
    private static final String CONNECT_MILLIS = "10000";
    private static final int NONE = -1;

    private final MailServer server;
    private final Mails mails;
    private final String password;
    private final Session session;
    private final InstantSource clock;
    private final Semaphore free = new Semaphore(CONNECTIONS);
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    /**
     * Opens it; nothing is said to the server yet.
     *
     * @param secret its first line is the password; empty: there is none
     * @throws io.marquetry.base.ProblemException if the key cannot be read
     */
    public SmtpChannel(MailServer server, String secret, InstantSource clock) {
        this.server = server;
        this.password = secret.lines().findFirst().orElse("");
        this.clock = clock;
        this.session = Session.getInstance(properties(server.server(), "smtp"));
        this.mails = new Mails(server, session);
        for (int i = 0; i < CONNECTIONS; i++) {
            lines.add(new Line());
        }
    }

    /** Time-outs are for ever where nobody sets them, and any certificate would do. */
    static Properties properties(MailServer.Host host, String protocol) {
        Properties all = new Properties();
        String mail = "mail." + protocol + ".";
        all.setProperty(mail + "host", host.host());
        all.setProperty(mail + "port", Integer.toString(host.port()));
        all.setProperty(mail + "connectiontimeout", CONNECT_MILLIS);
        all.setProperty(mail + "timeout", PATIENCE_MILLIS);
        all.setProperty(mail + "writetimeout", PATIENCE_MILLIS);
        all.setProperty(mail + "ssl.checkserveridentity", "true");
        all.setProperty(mail + "quitwait", "false");
        all.setProperty(mail + "auth", Boolean.toString(host.user().isPresent()));
        switch (host.security()) {
            case NONE -> {}
            case STARTTLS -> {
                all.setProperty(mail + "starttls.enable", "true");
                all.setProperty(mail + "starttls.required", "true");
            }
            case TLS -> all.setProperty(mail + "ssl.enable", "true");
        }
        return all;
    }

    /**
     * Greets the server and signs in; sends nothing.
     *
     * @throws io.marquetry.base.ProblemException if it does not answer, or lets nobody in
     */
    public void greet() {
        try (Line line = new Line()) {
            line.open();
        } catch (MessagingException e) {
            throw Problem.of(
                            "problem.dispatch.mailServer",
                            server.host(),
                            Integer.toString(server.server().port()),
                            e.getClass().getSimpleName())
                    .asException();
        }
    }

    @Override
    public Answer send(Message message) {
        // As many may pass as there are connections, so one is free.
        free.acquireUninterruptibly();
        Line line = Objects.requireNonNull(lines.poll());
        try {
            return line.send(message);
        } finally {
            lines.add(line);
            free.release();
        }
    }

    /** A connection that is kept. For one thread at a time. */
    private final class Line implements AutoCloseable {

        private Optional<Transport> open = Optional.empty();

        private Transport open() throws MessagingException {
            Optional<Transport> known = open.filter(Transport::isConnected);
            if (known.isPresent()) {
                return known.get();
            }
            Transport transport = session.getTransport("smtp");
            MailServer.Host host = server.server();
            if (host.user().isPresent()) {
                transport.connect(host.host(), host.port(), host.user().get(), password);
            } else {
                transport.connect(host.host(), host.port(), null, null);
            }
            open = Optional.of(transport);
            return transport;
        }

        Answer send(Message message) {
            Mails.Written mail;
            try {
                mail = mails.write(message, clock.instant());
            } catch (MessagingException e) {
                return new Answer.Refused("mail-not-written");
            }
            Transport transport;
            try {
                transport = open();
            } catch (MessagingException e) {
                close();
                return new Answer.NotTaken(Optional.empty(), "smtp-connect");
            }
            try {
                transport.sendMessage(mail.message(), mail.recipients());
                return new Answer.Taken(message.key());
            } catch (MessagingException e) {
                int code = code(e);
                if (code < 400) {
                    close();
                    return mail.isBegun()
                            ? new Answer.Perhaps("smtp-lost")
                            : new Answer.NotTaken(Optional.empty(), "smtp-lost");
                }
                if (code == 421) {
                    close();
                }
                return code >= 500
                        ? new Answer.Refused("smtp-" + code)
                        : new Answer.NotTaken(Optional.empty(), "smtp-" + code);
            }
        }

        @Override
        public void close() {
            Optional<Transport> known = open;
            open = Optional.empty();
            try {
                if (known.isPresent()) {
                    known.get().close();
                }
            } catch (MessagingException e) {
                // It is gone, which is what was wanted.
                open = Optional.empty();
            }
        }
    }

    /** Returns what the server said last; -1 where it said nothing. */
    private static int code(MessagingException failure) {
        int code = NONE;
        for (Throwable t = failure; t != null; t = next(t)) {
            if (t instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (t instanceof SMTPSendFailedException sent && code < 400) {
                code = sent.getReturnCode();
            }
        }
        return code;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    @Override
    public Optional<Answer> lookUp(String key) {
        return Optional.empty();
    }

    @Override
    public List<Told> receipts() {
        return server.mailbox()
                .map(box -> new Mailbox(box, password, clock).told())
                .orElse(List.of());
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
    }
}
