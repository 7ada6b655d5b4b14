package io.marquetry.dispatch.channel;

import java.time.Instant;
import java.util.List;

/**
 * What a provider brought by itself, and brings once: it is told so only when it is kept here. It
 * belongs to the account, for it may be about messages of any dispatch. For many threads.
 */
public interface Inbox {

    /** Keeps it until it is forgotten, the same event once; durable when it returns. */
    void keep(List<Channel.Told> told);

    /** Returns what happened since, and is still kept, the oldest first. */
    List<Channel.Told> since(Instant moment);

    /**
     * Forgets what happened before a moment, for numbers of people stand in it; nowhere in the file
     * any more when that is closed.
     */
    void forget(Instant before);
}
