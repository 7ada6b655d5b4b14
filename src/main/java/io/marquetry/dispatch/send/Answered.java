package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.channel.Answer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Says what an answer of a channel makes of a person. For one thread. */
final class Answered {

    private final boolean keys;
    private final Backoff backoff;
    private final InstantSource clock;

    /**
     * Makes it for an account.
     *
     * @param keys whether the same message sent again with its key does nothing
     */
    Answered(boolean keys, Backoff backoff, InstantSource clock) {
        this.keys = keys;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Returns the result of an answer.
     *
     * @param again when it is tried again, where that is known
     */
    Result of(int ordinal, Progress progress, Answer answer, @Nullable Instant again) {
        return switch (answer) {
            case Answer.Taken taken ->
                    new Result(
                            ordinal,
                            progress.claimOf(ordinal),
                            RecipientState.SENT,
                            Optional.of(taken.providerId()),
                            "",
                            clock.instant(),
                            Optional.empty());
            case Answer.NotTaken no ->
                    retried(
                            ordinal,
                            progress,
                            no.detail(),
                            again != null
                                    ? again
                                    : backoff.next(
                                            clock.instant(), progress.tries(ordinal), no.pause()));
            case Answer.Refused refused ->
                    last(ordinal, progress, RecipientState.FAILED, refused.detail());
            case Answer.Perhaps perhaps ->
                    keys
                            ? retried(
                                    ordinal,
                                    progress,
                                    perhaps.detail(),
                                    backoff.next(
                                            clock.instant(),
                                            progress.tries(ordinal),
                                            Optional.empty()))
                            : last(ordinal, progress, RecipientState.UNKNOWN, perhaps.detail());
        };
    }

    private Result retried(int ordinal, Progress progress, String detail, Instant next) {
        return new Result(
                ordinal,
                progress.claimOf(ordinal),
                RecipientState.RETRY,
                Optional.empty(),
                detail,
                clock.instant(),
                Optional.of(next));
    }

    /** Returns the result of somebody to whom nothing more is sent by itself. */
    Result last(int ordinal, Progress progress, RecipientState state, String detail) {
        return new Result(
                ordinal,
                progress.claimOf(ordinal),
                state,
                Optional.empty(),
                detail,
                clock.instant(),
                Optional.empty());
    }
}
