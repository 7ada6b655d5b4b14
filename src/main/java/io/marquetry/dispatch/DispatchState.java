package io.marquetry.dispatch;

import io.marquetry.base.Problem;

import java.util.EnumSet;
import java.util.Set;

/** Where a dispatch is. */
public enum DispatchState {
    /** Its people are frozen; nobody agreed to the start yet. */
    PLANNED,
    /** Somebody agreed to the start; it waits for its time. */
    SCHEDULED,
    /** It sends. */
    RUNNING,
    /** It sends nothing until somebody takes it up again. */
    PAUSED,
    /** Everybody has a last state, or is not known. */
    DONE,
    /** It was stopped for good. */
    CANCELLED,
    /** Its time is over. */
    EXPIRED;

    /** Returns where it can go from here: whatever is not listed is refused. */
    public Set<DispatchState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(SCHEDULED, CANCELLED, EXPIRED);
            case SCHEDULED -> EnumSet.of(RUNNING, PAUSED, CANCELLED, EXPIRED);
            case RUNNING -> EnumSet.of(PAUSED, DONE, CANCELLED, EXPIRED);
            case PAUSED -> EnumSet.of(RUNNING, CANCELLED, EXPIRED);
            case DONE, CANCELLED, EXPIRED -> EnumSet.noneOf(DispatchState.class);
        };
    }

    /** Returns whether nothing is sent any more. */
    public boolean isLast() {
        return next().isEmpty();
    }

    /** Returns the word for it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.dispatchState." + this);
    }
}
