package io.marquetry.dispatch.send;

import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.StateStep;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Watches over a dispatch since somebody took it up: what happened before was seen by whoever did.
 * For one thread.
 */
public final class GuardRails {

    private final Limits limits;
    private final Instant since;
    private final BitSet before = new BitSet();
    private final BitSet sent = new BitSet();
    private final BitSet refused = new BitSet();
    private final BitSet unknown = new BitSet();
    private final BitSet bounced = new BitSet();
    private final BitSet out = new BitSet();

    /** Reads what happened so far. */
    public GuardRails(DispatchFile file) {
        this.limits = file.dispatch().terms().limits();
        this.since =
                file.steps().stream()
                        .filter(step -> step.state() == DispatchState.RUNNING)
                        .map(StateStep::at)
                        .reduce((first, second) -> second)
                        .orElse(Instant.EPOCH);
        if (!limits.equals(Limits.NONE)) {
            file.results(this::answered);
            file.receipts(this::told);
        }
    }

    /** Takes note of a result. */
    void answered(Result result) {
        int at = result.ordinal();
        boolean taken =
                result.outcome() == RecipientState.SENT
                        || result.outcome() == RecipientState.UNKNOWN;
        if (result.at().isBefore(since)) {
            before.set(at, taken || before.get(at));
            return;
        }
        sent.set(at, result.outcome() == RecipientState.SENT);
        refused.set(at, result.outcome() == RecipientState.FAILED);
        unknown.set(at, result.outcome() == RecipientState.UNKNOWN);
    }

    /** Takes note of a receipt. */
    void told(Receipt receipt) {
        if (receipt.at().isBefore(since)) {
            return;
        }
        switch (receipt.kind()) {
            case UNDELIVERED, BOUNCED -> bounced.set(receipt.ordinal());
            case UNSUBSCRIBED, COMPLAINED -> out.set(receipt.ordinal());
            case DELIVERED, REPLIED, CLICKED -> {}
        }
    }

    /** Returns what went wrong more often than somebody expected. */
    public Optional<Limits.Kind> broken() {
        int taken = sent.cardinality();
        int answered = taken + refused.cardinality() + unknown.cardinality();
        if (isOver(Limits.Kind.REFUSED, refused.cardinality(), answered)) {
            return Optional.of(Limits.Kind.REFUSED);
        }
        if (isOver(Limits.Kind.UNKNOWN, unknown.cardinality(), answered)) {
            return Optional.of(Limits.Kind.UNKNOWN);
        }
        if (isOver(Limits.Kind.BOUNCED, bounced.cardinality(), taken)) {
            return Optional.of(Limits.Kind.BOUNCED);
        }
        return isOver(Limits.Kind.OPTED_OUT, out.cardinality(), taken)
                ? Optional.of(Limits.Kind.OPTED_OUT)
                : Optional.empty();
    }

    private boolean isOver(Limits.Kind kind, int wrong, int all) {
        return all >= Limits.FEWEST
                && limits.share(kind).isPresent()
                && wrong > limits.share(kind).getAsDouble() * all;
    }

    /** Returns how many more may be claimed; empty where nobody set a number. */
    OptionalLong left(Progress progress) {
        long taken =
                (long) progress.count(RecipientState.SENT)
                        + progress.count(RecipientState.UNKNOWN)
                        + progress.count(RecipientState.CLAIMED);
        long earlier = before.cardinality();
        long left = Long.MAX_VALUE;
        if (limits.most().isPresent()) {
            left = limits.most().getAsLong() - (taken - earlier);
        }
        if (isFirst()) {
            left = Math.min(left, limits.first().getAsLong() - taken);
        }
        return left == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(Math.max(0, left));
    }

    private boolean isFirst() {
        return limits.first().isPresent() && before.cardinality() < limits.first().getAsLong();
    }

    /** Returns which number of messages is reached. */
    Limits.Kind reached(Progress progress) {
        long taken =
                (long) progress.count(RecipientState.SENT) + progress.count(RecipientState.UNKNOWN);
        return isFirst() && taken >= limits.first().getAsLong()
                ? Limits.Kind.FIRST
                : Limits.Kind.MOST;
    }
}
