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
 * @param byRoute the same of each account, in the order of the accounts
 * @param late why people were left out when it was their turn, and how many
 * @param receipts how many people each kind of receipt is known of
 * @param next the moment from which on the dispatch can go on by itself; empty while it sends,
 *     where it cannot, and where the moment is not known
 * @param evaluated whether all windows are closed and what was achieved is written
 */
public record Status(
        Dispatch dispatch,
        List<StateStep> steps,
        Map<RecipientState, Long> people,
        List<Map<RecipientState, Long>> byRoute,
        Map<Late, Long> late,
        Map<Receipt.Kind, Long> receipts,
        Optional<Instant> next,
        boolean evaluated) {

    /** Copies, and holds that everybody who is to get the message is in one state. */
    public Status {
        steps = List.copyOf(steps);
        people = Collections.unmodifiableMap(new EnumMap<>(people));
        byRoute = byRoute.stream().map(Status::copy).toList();
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
        if (byRoute.size() != dispatch.routes().size()) {
            throw new IllegalArgumentException("not the accounts of the dispatch");
        }
        for (int i = 0; i < byRoute.size(); i++) {
            long part = byRoute.get(i).values().stream().mapToLong(Long::longValue).sum();
            if (part != dispatch.netByRoute().get(i)) {
                throw new IllegalArgumentException(part + " is not the net of account " + i);
            }
        }
    }

    private static Map<RecipientState, Long> copy(Map<RecipientState, Long> counts) {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** Returns the same while it sends: it waits for nothing. */
    Status sending() {
        return new Status(
                dispatch, steps, people, byRoute, late, receipts, Optional.empty(), evaluated);
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
