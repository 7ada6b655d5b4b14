package io.marquetry.dispatch.desk;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Dispatch;

import java.util.Optional;

/** Knows which sources dispatches still ask about their people. Blocks. */
public record Unended(Dispatches dispatches) {

    /** Returns why a source has to stay: a dispatch that has not ended; empty without one. */
    public Optional<Problem> of(SourceName source) {
        return dispatches.list().stream()
                .filter(status -> !status.state().isLast())
                .map(Status::dispatch)
                .filter(dispatch -> dispatch.snapshot().source().equals(source))
                .findFirst()
                .map(dispatch -> keeps(dispatch, source));
    }

    private static Problem keeps(Dispatch dispatch, SourceName source) {
        return Problem.of(
                "problem.source.sends",
                source.value(),
                String.valueOf(dispatch.id().number()),
                dispatch.pack().value());
    }
}
