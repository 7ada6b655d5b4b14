package io.marquetry.dispatch;

import io.marquetry.base.Problem;

import java.util.EnumSet;
import java.util.Set;

/** What became of a person who is to get the message; follows from claims and results. */
public enum RecipientState {
    /** Was never claimed. */
    WAITING,
    /** Is about to be sent, or was when the program ended. */
    CLAIMED,
    /** Was surely not taken; is sent again. */
    RETRY,
    /** May have been taken; never sent again by itself. */
    UNKNOWN,
    /** Was taken. */
    SENT,
    /** Was refused for good. */
    FAILED,
    /** Must not be written to any more, as was found when it was their turn. */
    LATE_EXCLUDED,
    /** The time of the dispatch was over. */
    EXPIRED,
    /** The dispatch was stopped for good. */
    CANCELLED;

    /** Returns what it can become. */
    public Set<RecipientState> next() {
        return switch (this) {
            case WAITING, RETRY -> EnumSet.of(CLAIMED, LATE_EXCLUDED, EXPIRED, CANCELLED);
            // CLAIMED again: the same key and the same bytes, where the channel honours the key.
            case CLAIMED -> EnumSet.of(CLAIMED, RETRY, UNKNOWN, SENT, FAILED);
            case UNKNOWN -> EnumSet.of(SENT, RETRY);
            case SENT, FAILED, LATE_EXCLUDED, EXPIRED, CANCELLED ->
                    EnumSet.noneOf(RecipientState.class);
        };
    }

    /** Returns whether the runner has nothing more to do for them by itself. */
    public boolean isSettled() {
        return switch (this) {
            case WAITING, CLAIMED, RETRY -> false;
            case UNKNOWN, SENT, FAILED, LATE_EXCLUDED, EXPIRED, CANCELLED -> true;
        };
    }

    /** Returns the word for it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.recipientState." + this);
    }
}
