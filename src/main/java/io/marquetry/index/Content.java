package io.marquetry.index;

import io.marquetry.audience.Snapshot;
import io.marquetry.base.Sha256;

/**
 * What a set is a set of: one state of a source, and the order that its profiles stand in.
 *
 * @param profiles how many there are
 */
record Content(Snapshot snapshot, long profiles, Order order) {

    /** Returns what the names of all files of the state begin with, whatever the order. */
    static String prefix(Snapshot snapshot) {
        return Sha256.of(snapshot.fingerprint()).substring(0, 8) + "-";
    }

    /** Returns what the names of the sets begin with. */
    String prefix() {
        return prefix(snapshot) + order.id().substring(0, 8) + "-";
    }

    /** Returns the hash of the state and the order. */
    String hash() {
        return Sha256.of(snapshot.fingerprint() + "\n" + order.id());
    }

    /** Returns the same state in another order. */
    Content in(Order other) {
        return new Content(snapshot, profiles, other);
    }
}
