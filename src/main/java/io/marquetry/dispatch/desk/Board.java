package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.DispatchId;

import java.util.Optional;

/**
 * Remembers how dispatches stood when their files were closed, so that a list of them opens none.
 * Nothing is decided by it. Blocks.
 */
public interface Board {

    /** Returns how a dispatch stands; empty where its file changed since, or nothing is known. */
    Optional<Status> find(DispatchId id);

    /** Remembers how a dispatch stands whose file is closed. */
    void put(Status status);
}
