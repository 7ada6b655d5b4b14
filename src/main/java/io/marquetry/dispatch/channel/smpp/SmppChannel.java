package io.marquetry.dispatch.channel.smpp;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;
import io.marquetry.dispatch.channel.Message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands short messages to a centre over SMPP 3.4, and hears receipts and replies over the same
 * line. The centre honours no keys and is asked for nothing: what was lost on its way is not known.
 */
public final class SmppChannel implements Channel {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int QUEUE_FULL = 0x14;
    private static final int THROTTLED = 0x58;
    private static final int SYSTEM_ERROR = 0x08;
    private static final int INTERNATIONAL = 1;
    private static final int ISDN = 1;
    private static final int LETTERS = 5;
    private static final int JOINED = 0x40;
    private static final int MOST_TRIES = 20;

    private final SmppServer server;
    private final String password;
    private final Incoming incoming;
    private final Semaphore window;
    private @Nullable SmppLine line;

    /**
     * Opens it; nothing is said to the centre yet.
     *
     * @param secret its first line is the password; empty: there is none
     * @param inbox keeps what the centre brings before the centre is told that it arrived
     */
    public SmppChannel(SmppServer server, String secret, InstantSource clock, Inbox inbox) {
        this.server = server;
        this.password = secret.lines().findFirst().orElse("");
        this.incoming = new Incoming(server, clock, inbox);
        this.window = new Semaphore(server.window());
    }

    /**
     * Signs in; sends nothing.
     *
     * @throws io.marquetry.base.ProblemException if the centre does not answer, or lets nobody in
     */
    public void greet() {
        try {
            line();
        } catch (IOException e) {
            throw Problem.of(
                            "problem.dispatch.smppServer",
                            server.host(),
                            Integer.toString(server.port()),
                            e instanceof SmppLine.Unbound
                                    ? String.valueOf(e.getMessage())
                                    : e.getClass().getSimpleName())
                    .asException();
        }
    }

    private synchronized SmppLine line() throws IOException {
        SmppLine known = line;
        if (known == null || known.isLost()) {
            if (known != null) {
                known.close();
            }
            known = SmppLine.open(server, password, PATIENCE_MILLIS, incoming::take);
            line = known;
        }
        return known;
    }

    @Override
    public Answer send(Message message) {
        SmsParts parts = SmsParts.of(server.whole(message.text()), message.key().hashCode() & 0xff);
        if (!parts.fits()) {
            return new Answer.Refused("smpp-too-long");
        }
        window.acquireUninterruptibly();
        try {
            return send(message, parts);
        } finally {
            window.release();
        }
    }

    private Answer send(Message message, SmsParts parts) {
        SmppLine over;
        try {
            over = line();
        } catch (SmppLine.Unbound e) {
            return new Answer.NotTaken(Optional.empty(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer.NotTaken(Optional.empty(), "smpp-connect");
        }
        Answer last = new Answer.Refused("smpp-empty");
        for (int i = 0; i < parts.parts().size(); i++) {
            boolean isLast = i == parts.parts().size() - 1;
            last = part(over, message, parts, i, isLast);
            // Once a part went out the message may be read: it is not begun anew.
            for (int tries = 1;
                    i > 0 && last instanceof Answer.NotTaken && tries < MOST_TRIES;
                    tries++) {
                pause(50L * tries);
                last = part(over, message, parts, i, isLast);
            }
            if (!(last instanceof Answer.Taken)) {
                return i == 0 ? last : new Answer.Perhaps("smpp-part");
            }
        }
        return last;
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private Answer part(
            SmppLine over, Message message, SmsParts parts, int number, boolean isLast) {
        byte[] part = parts.parts().get(number);
        String sender = server.sender();
        boolean plain = sender.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean world = sender.startsWith("+");
        byte[] body =
                new Pdu.Writer()
                        .text("")
                        .bytes(world ? INTERNATIONAL : plain ? 0 : LETTERS, world ? ISDN : 0)
                        .text(world ? sender.substring(1) : sender)
                        .bytes(INTERNATIONAL, ISDN)
                        .text(message.address().replace("+", ""))
                        .bytes(parts.parts().size() > 1 ? JOINED : 0, 0, 0)
                        .text("")
                        .text("")
                        // One receipt for all parts: the last arrives when all did.
                        .bytes(isLast ? 1 : 0, 0, parts.coding(), 0, part.length)
                        .bytes(part)
                        .done();
        try {
            return answer(over.ask(Pdu.SUBMIT, body, PATIENCE_MILLIS));
        } catch (IOException e) {
            return new Answer.Perhaps(
                    String.valueOf(e.getMessage()).startsWith("smpp-")
                            ? String.valueOf(e.getMessage())
                            : "smpp-lost");
        }
    }

    private Answer answer(Pdu said) {
        String code = "smpp-%x".formatted(said.status());
        return switch (said.status()) {
            case 0 -> new Answer.Taken(server.id(said.firstText()));
            case QUEUE_FULL -> new Answer.NotTaken(Optional.of(Duration.ofSeconds(5)), code);
            case THROTTLED -> new Answer.NotTaken(Optional.of(Duration.ofSeconds(1)), code);
            case SYSTEM_ERROR -> new Answer.Perhaps(code);
            default -> new Answer.Refused(code);
        };
    }

    @Override
    public Optional<Answer> lookUp(String key) {
        return Optional.empty();
    }

    /**
     * Returns what came to the account lately; at first also what came before, for a receipt may be
     * about a message of another dispatch, or be quicker than the answer to its message.
     */
    @Override
    public List<Told> receipts() {
        try {
            line().keep();
        } catch (IOException e) {
            // Nothing comes over a line that is not there; what came before is told all the same.
            return incoming.told();
        }
        return incoming.told();
    }

    @Override
    public synchronized void close() {
        if (line != null) {
            line.close();
        }
    }
}
