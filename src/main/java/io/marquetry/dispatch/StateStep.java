package io.marquetry.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * A dispatch went from one state to another.
 *
 * @param cause what made it, for pauses
 * @param who the login of whoever did it
 * @param note what they said
 */
public record StateStep(
        DispatchState state, Optional<Cause> cause, String who, Optional<String> note, Instant at) {

    /** Why a dispatch is paused. */
    public enum Cause {
        /** Somebody wanted it. */
        PERSON,
        /** The program ended while it ran. */
        STOPPED,
        /** The channel refused several times in a row to take anything. */
        ACCOUNT,
        /** Too many were refused, or not known. */
        GUARD_RAIL,
        /** Another runner took over. */
        LEASE_LOST,
        /** Its file is a copy, or was brought back. */
        COPIED
    }
}
