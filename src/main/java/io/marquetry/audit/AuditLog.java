package io.marquetry.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The audit as a workspace keeps it; blocks, so never call it on the FX thread. */
public interface AuditLog {

    /**
     * Returns the next entries, in their order.
     *
     * @param after the entry before the first of them, 0 for the beginning
     * @param most how many
     */
    List<AuditEntry> read(long after, int most);

    /** Returns the last entries about a package, the newest first. */
    List<AuditEntry> about(String subject, int most);

    /** Returns what the database says of the newest entry and of itself, all at one moment. */
    State state();

    /**
     * Hands out the seal that each row has now, with what {@link AuditEntry#subject} calls the row;
     * one after the other, for there may be millions.
     */
    void rows(String table, BiConsumer<String, String> taker);

    /**
     * What the database says.
     *
     * @param head the newest entry as its head names it; empty where nothing was ever written
     * @param newest the newest entry that is there
     * @param generation the number of the last save
     * @param digests exclusive or of the seals of each table's rows, as its ledger states it
     */
    record State(Optional<Head> head, long newest, long generation, Map<String, String> digests) {

        /** Copies the digests. */
        public State {
            digests = Map.copyOf(digests);
        }
    }

    /** The newest entry, as the head names it. */
    record Head(long seq, String hash) {}
}
