package io.marquetry.dispatch.channel.smpp;

import io.marquetry.base.Sha256;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.ReceiptWords;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a centre delivers: receipts and replies. Kept for some days, because a receipt may come
 * before the answer to the message that it is about, or be about a message of another dispatch; the
 * same event counts once.
 */
final class Incoming {

    private static final int RECEIPT = 0x04;
    private static final int MESSAGE_STATE = 0x0427;
    private static final int RECEIPTED_ID = 0x001E;
    private static final int PAYLOAD = 0x0424;
    private static final int USER_DATA_HEADER = 0x40;
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** Numbers of people stand in what came, so no longer than a dispatch needs to look. */
    private static final Duration KEPT = Duration.ofDays(3);

    private static final Pattern ID =
            Pattern.compile("\\bid:([^\\s]{1,64})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE =
            Pattern.compile("\\bstat:([A-Za-z]{1,16})", Pattern.CASE_INSENSITIVE);

    private final SmppServer server;
    private final InstantSource clock;
    private final Inbox inbox;
    private boolean asked;

    Incoming(SmppServer server, InstantSource clock, Inbox inbox) {
        this.server = server;
        this.clock = clock;
        this.inbox = inbox;
    }

    /** Takes what was delivered; what tells nothing is left. Durable when it returns. */
    void take(List<Pdu> units) {
        inbox.keep(units.stream().flatMap(unit -> told(unit).stream()).toList());
    }

    private Optional<Channel.Told> told(Pdu unit) {
        Pdu.Reader body = new Pdu.Reader(unit.body());
        body.text();
        body.bytes(2);
        String from = body.text();
        body.bytes(2);
        body.text();
        int esm = body.number();
        body.bytes(2);
        body.text();
        body.text();
        body.bytes(2);
        int coding = body.number();
        body.number();
        byte[] text = body.bytes(body.number());
        Pdu.Reader options = body;
        boolean receipt = (esm & 0x3c) == RECEIPT;
        return receipt ? receipt(text, options) : reply(from, coding, esm, text, options);
    }

    private Optional<Channel.Told> receipt(byte[] text, Pdu.Reader options) {
        String written = new String(text, StandardCharsets.ISO_8859_1);
        Matcher id = ID.matcher(written);
        Matcher state = STATE.matcher(written);
        String about = id.find() ? server.receiptId(id.group(1)) : "";
        Optional<Receipt.Kind> kind =
                state.find() ? ReceiptWords.kind(state.group(1)) : Optional.empty();
        if (about.isEmpty() || kind.isEmpty()) {
            byte[] value = options.parameter(about.isEmpty() ? RECEIPTED_ID : MESSAGE_STATE);
            if (about.isEmpty() && value.length > 1) {
                about =
                        server.receiptId(
                                new String(
                                        value, 0, value.length - 1, StandardCharsets.ISO_8859_1));
            } else if (value.length == 1) {
                kind = state(value[0]);
            }
        }
        String event = about + ' ' + kind.map(Enum::name).orElse("");
        // What stands for "on its way" says nothing of what became of it.
        return about.isEmpty() || kind.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Channel.Told(
                                Sha256.of(event).substring(0, 32),
                                about,
                                kind.get(),
                                clock.instant()));
    }

    private static Optional<Receipt.Kind> state(int state) {
        return switch (state) {
            case 2 -> Optional.of(Receipt.Kind.DELIVERED);
            case 3, 4, 5, 8 -> Optional.of(Receipt.Kind.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    private Optional<Channel.Told> reply(
            String from, int coding, int esm, byte[] text, Pdu.Reader options) {
        byte[] written = text.length == 0 ? options.parameter(PAYLOAD) : text;
        if ((esm & USER_DATA_HEADER) != 0 && written.length > 0) {
            int header = 1 + (written[0] & 0xff);
            written = Arrays.copyOfRange(written, Math.min(header, written.length), written.length);
        }
        Charset charset =
                coding == SmsParts.UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        Instant now = clock.instant();
        String said = new String(written, charset);
        String about = from.startsWith("+") ? from : '+' + from;
        String event = about + ' ' + said + ' ' + now.getEpochSecond() / 60;
        return Optional.of(
                new Channel.Told(
                        Sha256.of(event).substring(0, 32), about, Receipt.Kind.REPLIED, now, said));
    }

    /** Returns what is kept; later what came within the last minutes. */
    synchronized List<Channel.Told> told() {
        Instant now = clock.instant();
        if (!asked) {
            inbox.forget(now.minus(KEPT));
        }
        Instant since = asked ? now.minus(LATELY) : Instant.EPOCH;
        asked = true;
        return inbox.since(since);
    }
}
