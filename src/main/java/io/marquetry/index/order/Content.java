package io.marquetry.index.order;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.Sha256;

/**
 * What a set is a set of: one state of a source, and the order that its profiles stand in.
 *
 * @param profiles how many there are
 */
public record Content(Snapshot snapshot, long profiles, Order order) {

    /** Returns what the names of all files of the state begin with, whatever the order. */
    public static String prefix(Snapshot snapshot) {
        return Sha256.of(snapshot.fingerprint()).substring(0, 8) + "-";
    }

    /** Returns what the names of the sets begin with. */
    public String prefix() {
        return prefix(snapshot) + order.id().substring(0, 8) + "-";
    }

    /** Returns the hash of the state and the order. */
    public String hash() {
        return Sha256.of(snapshot.fingerprint() + "\n" + order.id());
    }

    /** Returns the same state in another order. */
    public Content in(Order other) {
        return new Content(snapshot, profiles, other);
    }
}
