package io.marquetry.dispatch.channel;

import io.marquetry.dispatch.Receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What takes messages. Blocks. {@link #send} for many threads, all else for one. */
public interface Channel extends AutoCloseable {

    /** Hands a message over. Never throws for what a provider or a network does. */
    Answer send(Message message);

    /** Makes what was taken outlive a sudden end, before it counts as sent. */
    default void settle() {}

    /** Returns what became of a key; empty where the channel cannot tell. Changes nothing. */
    Optional<Answer> lookUp(String key);

    /** Returns what happened to messages that were taken; the same event may come again. */
    List<Told> receipts();

    @Override
    void close();

    /**
     * What a provider says later.
     *
     * @param eventId what makes it one
     * @param about the key of the message, what the provider called it, or the address
     * @param detail the status of a bounce, or what somebody replied; kept nowhere
     */
    record Told(String eventId, String about, Receipt.Kind kind, Instant at, String detail) {

        /** Tells what needs no more words. */
        public Told(String eventId, String about, Receipt.Kind kind, Instant at) {
            this(eventId, about, kind, at, "");
        }

        /** Names the kind only: an address or a reply stands in no log. */
        @Override
        public String toString() {
            return "Told[" + kind + ' ' + at + ']';
        }
    }
}
