package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What became of each person who is to get the message, worked out from what the file holds: the
 * state is stored nowhere, so nothing can contradict it. For one thread.
 */
public final class Progress {

    // Nothing stands for somebody who is sent nothing.
    private @Nullable RecipientState[] states = new RecipientState[1024];
    private int[] tries = new int[1024];
    private long[] claims = new long[1024];
    private long[] next = new long[1024];
    private short[] routes = new short[1024];
    private int people;
    private int[] fronts = new int[1];
    private final Map<RecipientState, Integer> counts = new EnumMap<>(RecipientState.class);
    private final Map<Late, Long> late = new EnumMap<>(Late.class);
    private int retries;
    private long lastClaim;

    private Progress() {}

    /** Reads the progress of a dispatch. */
    public static Progress read(DispatchFile file) {
        Progress progress = new Progress();
        progress.fronts = new int[file.dispatch().routes().size()];
        file.recipients(progress::add);
        file.claims(progress::claimed);
        file.results(progress::answered);
        return progress;
    }

    private void add(Recipient person) {
        int at = person.ordinal();
        if (at >= states.length) {
            int length = Math.max(at + 1, 2 * states.length);
            states = Arrays.copyOf(states, length);
            tries = Arrays.copyOf(tries, length);
            claims = Arrays.copyOf(claims, length);
            next = Arrays.copyOf(next, length);
            routes = Arrays.copyOf(routes, length);
        }
        people = at + 1;
        states[at] = person.arm() == Arm.SEND ? RecipientState.WAITING : null;
        count(states[at], 1);
        next[at] = person.due().toEpochMilli();
        routes[at] = (short) person.route();
    }

    /** Takes note of a claim. */
    public void claimed(Claim claim) {
        lastClaim = claim.number();
        for (int ordinal : claim.ordinals()) {
            move(ordinal, RecipientState.CLAIMED);
            claims[ordinal] = claim.number();
            tries[ordinal]++;
        }
    }

    /** Takes note of a result; one of an older claim of a person changes nothing. */
    public void answered(Result result) {
        int at = result.ordinal();
        if (result.claim() == claims[at]) {
            move(at, result.outcome());
            Late.of(result).ifPresent(why -> late.merge(why, 1L, Long::sum));
            result.next().ifPresent(when -> next[at] = when.toEpochMilli());
        }
    }

    private void move(int ordinal, RecipientState to) {
        if (ordinal >= people || states[ordinal] == null) {
            throw new IllegalStateException("nobody to send to: " + ordinal);
        }
        count(states[ordinal], -1);
        count(to, 1);
        retries -= states[ordinal] == RecipientState.RETRY ? 1 : 0;
        retries += to == RecipientState.RETRY ? 1 : 0;
        states[ordinal] = to;
    }

    private void count(@Nullable RecipientState state, int more) {
        if (state != null) {
            counts.merge(state, more, Integer::sum);
        }
    }

    /** Returns why people were left out when it was their turn, and how many; never changes. */
    public Map<Late, Long> late() {
        return Map.copyOf(late);
    }

    /** Returns how many are in a state. */
    public int count(RecipientState state) {
        return counts.getOrDefault(state, 0);
    }

    /** Returns the number of the last claim; 0: there was none. */
    public long lastClaim() {
        return lastClaim;
    }

    /** Returns the number of the last claim of a person; 0: there was none. */
    public long claimOf(int ordinal) {
        return claims[ordinal];
    }

    /** Returns how often a person was claimed. */
    public int tries(int ordinal) {
        return tries[ordinal];
    }

    /** Returns the state of a person; empty for somebody who is sent nothing. */
    public Optional<RecipientState> state(int ordinal) {
        return ordinal < 0 || ordinal >= people
                ? Optional.empty()
                : Optional.ofNullable(states[ordinal]);
    }

    /** Returns who is in a state. */
    public int[] in(RecipientState state) {
        return IntStream.range(0, people).filter(i -> states[i] == state).toArray();
    }

    /** Returns which account a person takes, from 0. */
    int route(int ordinal) {
        return routes[ordinal];
    }

    /**
     * Returns at most so many who take an account and can be claimed at a moment, in the order of
     * their ordinals.
     *
     * @param route the account, from 0
     */
    public int[] claimable(Instant now, int most, int route) {
        long until = now.toEpochMilli();
        int[] found = new int[most];
        int n = 0;
        int from = cursor(route);
        for (int i = from; i < people && n < most; i++) {
            if (routes[i] == route && isLeft(i) && next[i] <= until) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    // Claims go from the front, so those behind the first who waits need not be looked at again;
    // whoever is to be tried once more is looked for from the beginning.
    private int cursor(int route) {
        if (retries > 0) {
            return 0;
        }
        while (fronts[route] < people && !waits(fronts[route], route)) {
            fronts[route]++;
        }
        return fronts[route];
    }

    private boolean waits(int ordinal, int route) {
        return routes[ordinal] == route && states[ordinal] == RecipientState.WAITING;
    }

    /** Returns when the next person can be claimed; empty where nobody is left. */
    public Optional<Instant> nextDue() {
        return nextDue(IntStream.range(0, people));
    }

    /** Returns when the next person of an account can be claimed; empty where nobody is left. */
    Optional<Instant> nextDue(int route) {
        return nextDue(IntStream.range(0, people).filter(i -> routes[i] == route));
    }

    private Optional<Instant> nextDue(IntStream ordinals) {
        return ordinals.filter(this::isLeft)
                .mapToObj(i -> next[i])
                .reduce(Math::min)
                .map(Instant::ofEpochMilli);
    }

    /**
     * Counts the states; they add up to those who are to get the message.
     *
     * @param dispatch where the dispatch is: who was left when it ended is so for ever
     */
    public Map<RecipientState, Long> counts(DispatchState dispatch) {
        Map<RecipientState, Long> counts = new EnumMap<>(RecipientState.class);
        for (Map<RecipientState, Long> route : countsByRoute(dispatch)) {
            route.forEach((state, count) -> counts.merge(state, count, Long::sum));
        }
        return counts;
    }

    /** Counts the states of the people of each account, in the order of the accounts. */
    @SuppressWarnings("EnumOrdinal") // Within this call only.
    public List<Map<RecipientState, Long>> countsByRoute(DispatchState dispatch) {
        long[][] counts = new long[fronts.length][RecipientState.values().length];
        for (int i = 0; i < people; i++) {
            RecipientState state = states[i];
            if (state != null) {
                counts[routes[i]][seen(state, dispatch).ordinal()]++;
            }
        }
        return Arrays.stream(counts).map(Progress::byState).toList();
    }

    @SuppressWarnings("EnumOrdinal") // Within this call only.
    private static Map<RecipientState, Long> byState(long[] counts) {
        Map<RecipientState, Long> found = new EnumMap<>(RecipientState.class);
        for (RecipientState state : RecipientState.values()) {
            found.put(state, counts[state.ordinal()]);
        }
        return found;
    }

    private boolean isLeft(int ordinal) {
        return states[ordinal] == RecipientState.WAITING || states[ordinal] == RecipientState.RETRY;
    }

    private static RecipientState seen(RecipientState state, DispatchState dispatch) {
        boolean left = state == RecipientState.WAITING || state == RecipientState.RETRY;
        return switch (dispatch) {
            case CANCELLED -> left ? RecipientState.CANCELLED : state;
            case EXPIRED -> left ? RecipientState.EXPIRED : state;
            case PLANNED, SCHEDULED, RUNNING, PAUSED, DONE -> state;
        };
    }
}
