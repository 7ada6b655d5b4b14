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
     * @param key the key of the message
     */
    record Told(String eventId, String key, Receipt.Kind kind, Instant at) {}
}
