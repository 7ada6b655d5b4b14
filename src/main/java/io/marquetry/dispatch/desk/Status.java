package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.StateStep;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a dispatch stands.
 *
 * @param steps the oldest first; not empty
 * @param people how many are in each state; they add up to the net
 * @param late why people were left out when it was their turn, and how many
 * @param receipts how many people each kind of receipt is known of
 * @param next from when on it can go on by itself; empty while it sends, and where it cannot or is
 *     not known
 * @param evaluated whether all windows are closed and what was achieved is written
 */
public record Status(
        Dispatch dispatch,
        List<StateStep> steps,
        Map<RecipientState, Long> people,
        Map<Late, Long> late,
        Map<Receipt.Kind, Long> receipts,
        Optional<Instant> next,
        boolean evaluated) {

    /** Copies, and holds that everybody who is to get the message is in one state. */
    public Status {
        steps = List.copyOf(steps);
        people = Collections.unmodifiableMap(new EnumMap<>(people));
        Map<Late, Long> why = new EnumMap<>(Late.class);
        why.putAll(late);
        late = Collections.unmodifiableMap(why);
        Map<Receipt.Kind, Long> kinds = new EnumMap<>(Receipt.Kind.class);
        kinds.putAll(receipts);
        receipts = Collections.unmodifiableMap(kinds);
        long sum = people.values().stream().mapToLong(Long::longValue).sum();
        if (sum != dispatch.counts().net()) {
            throw new IllegalArgumentException(sum + " is not " + dispatch.counts().net());
        }
    }

    /** Returns where it is. */
    public DispatchState state() {
        return steps.getLast().state();
    }

    /** Returns how many people are in a state. */
    public long in(RecipientState state) {
        return people.getOrDefault(state, 0L);
    }

    /** Returns whether somebody was refused, or is not known. */
    public boolean hasTrouble() {
        return in(RecipientState.FAILED) > 0 || in(RecipientState.UNKNOWN) > 0;
    }
}
