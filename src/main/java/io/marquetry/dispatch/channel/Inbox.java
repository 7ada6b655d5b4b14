package io.marquetry.dispatch.channel;

import java.time.Instant;
import java.util.List;

/**
 * What a provider brought by itself, and brings once: it is told so only when it is kept here. It
 * belongs to the account, for it may be about messages of any dispatch. For many threads.
 */
public interface Inbox {

    /** Keeps it for some days, the same event once; durable when it returns. */
    void keep(List<Channel.Told> told);

    /** Returns what happened since, and is still kept, the oldest first. */
    List<Channel.Told> since(Instant moment);
}
