package io.marquetry.source.local;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.local.rejected.RejectedRows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an import did. Closing it lets go of the list of rejected rows.
 *
 * @param source the new source; empty if no row could be accepted, and then nothing was kept
 * @param profiles rows in = accepted + rejected
 * @param events one per file of events
 * @param rejected every rejected row of all files
 * @param took from the first byte to the finished source
 */
public record ImportResult(
        Optional<ProfileSource> source,
        TableResult profiles,
        List<TableResult> events,
        RejectedRows rejected,
        Duration took)
        implements AutoCloseable {

    /** Copies the list. */
    public ImportResult {
        events = List.copyOf(events);
    }

    @Override
    public void close() {
        rejected.close();
    }
}
