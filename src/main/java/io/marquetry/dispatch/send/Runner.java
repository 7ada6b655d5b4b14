package io.marquetry.dispatch.send;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.StateStep.Cause;
import io.marquetry.dispatch.channel.Channel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Sends one dispatch. Before anything goes out its claim is committed and on the disk, and the
 * results of a claim are written together with the one after the next; so a sudden end leaves at
 * most two claims of which it is not known what became of them. What such a claim left is sent
 * again with the same key where the channel honours keys, else looked up, else not known: never
 * sent again by itself.
 */
public final class Runner {

    /** Nothing is claimed that cannot be gone a minute before the window closes. */
    static final Duration MARGIN = Duration.ofSeconds(60);

    private static final long LISTEN_NANOS = 2_000_000_000L;

    private final DispatchFile file;
    private final Reach reach;
    private final InstantSource clock;
    private final ReceiptIntake receipts;
    private final Supplier<List<Channel.Told>> inbox;
    private final Dispatch dispatch;
    private final List<Way> ways;
    private final Backoff backoff;
    private final Objections objections;

    /**
     * One of the accounts of a dispatch.
     *
     * @param channel takes its messages
     */
    public record Way(Account account, Channel channel) {}

    /** Makes the runner of an open dispatch with one account. */
    public Runner(
            DispatchFile file,
            Account account,
            Channel channel,
            Reach reach,
            Objections objections,
            InstantSource clock,
            RandomGenerator random) {
        this(file, List.of(new Way(account, channel)), reach, objections, clock, random, List::of);
    }

    /**
     * Makes the runner of an open dispatch to which somebody may bring receipts while it runs.
     *
     * @param ways its accounts, in their order
     * @param inbox returns what was brought since it was asked last
     */
    public Runner(
            DispatchFile file,
            List<Way> ways,
            Reach reach,
            Objections objections,
            InstantSource clock,
            RandomGenerator random,
            Supplier<List<Channel.Told>> inbox) {
        this.file = file;
        this.reach = reach;
        this.objections = objections;
        this.clock = clock;
        this.backoff = new Backoff(random);
        this.receipts = new ReceiptIntake(file, reach, clock);
        this.inbox = inbox;
        this.dispatch = file.dispatch();
        this.ways = List.copyOf(ways);
        if (ways.size() != dispatch.routes().size()) {
            throw new IllegalArgumentException("not the accounts of the dispatch");
        }
    }

    /** How a run ended. */
    public sealed interface Ended {

        /** Nobody is left. */
        record Done() implements Ended {}

        /** Its time is over. */
        record Expired() implements Ended {}

        /**
         * Nothing can be sent now.
         *
         * @param note which limit is reached, or which account takes nothing
         */
        record Paused(Cause cause, Optional<String> note) implements Ended {

            /** Is paused by what needs no more words. */
            Paused(Cause cause) {
                this(cause, Optional.empty());
            }
        }

        /** Somebody is left, but not before this moment. */
        record Waiting(Instant until) implements Ended {}
    }

    /** Is told how far it is, after each claim. */
    @FunctionalInterface
    public interface Listener {
        /** Takes the progress; it must not be kept. */
        void progress(Progress progress);
    }

    /**
     * Sends until nobody is left who can be sent to now, it is asked to stop, or another runner
     * took over; what was begun is always ended.
     */
    public Ended run(Listener listener, CancelSignal signal) {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            lanes.add(new Lane(dispatch, i, ways.get(i), reach, backoff, clock));
        }
        try {
            return run(listener, signal, lanes);
        } catch (DispatchFile.LeaseLost e) {
            // What this one began is open for whoever took over, who finds out what became of it.
            return new Ended.Paused(Cause.LEASE_LOST);
        } finally {
            lanes.forEach(Lane::end);
        }
    }

    private Ended run(Listener listener, CancelSignal signal, List<Lane> lanes) {
        long lease = file.takeLease();
        Progress progress = Progress.read(file);
        GuardRails rails = new GuardRails(file);
        Listening listening = new Listening(lanes);
        Turn turn = new Turn(lanes);
        List<Result> finished = settle(progress, lanes);
        finished.forEach(progress::answered);
        finished.forEach(rails::answered);
        if (!finished.isEmpty()) {
            file.commit(lease, finished, Optional.empty());
            finished = new ArrayList<>();
        }
        @Nullable Open flight = null;
        @Nullable Open next = null;
        try {
            while (true) {
                listening.listen(rails);
                Optional<Ended> over = over(progress, rails, lanes, signal);
                Optional<Claimed> claim =
                        over.isPresent() ? Optional.empty() : turn.claim(progress, rails, lease);
                next = null;
                if (claim.isPresent()) {
                    Claim made = claim.get().claim();
                    List<Recipient> people = file.recipients(made.ordinals());
                    // Before the claim is written: where the source does not answer nobody is
                    // left of whom it is not known whether they were sent to.
                    Map<String, Late> late = objections.among(people);
                    file.commit(lease, finished, Optional.of(made));
                    progress.claimed(made);
                    Lane lane = claim.get().lane();
                    // From here on other dispatches count them, however this run ends.
                    reach.contacted(dispatch.id(), lane.route().channel(), made, people);
                    finished = new ArrayList<>();
                    next = new Open(lane, begin(lane, people, late, progress, finished));
                }
                if (flight != null) {
                    List<Result> landed = flight.lane().landed(flight.flight(), progress);
                    landed.forEach(rails::answered);
                    finished.addAll(landed);
                    listener.progress(progress);
                } else if (next == null) {
                    if (!finished.isEmpty()) {
                        file.commit(lease, finished, Optional.empty());
                    }
                    return over.orElseGet(() -> rest(progress, rails, lanes));
                }
                flight = next;
            }
        } finally {
            for (@Nullable Open open : Arrays.asList(flight, next)) {
                if (open != null) {
                    open.flight().awaitEnd();
                }
            }
        }
    }

    /** What is on its way, and over which account. */
    private record Open(Lane lane, Flight flight) {}

    /** People of one account who are about to be sent to. */
    private record Claimed(Lane lane, Claim claim) {}

    /** Returns what is known of those who were claimed when the last run ended suddenly. */
    private List<Result> settle(Progress progress, List<Lane> lanes) {
        List<Result> settled = new ArrayList<>();
        int[] open = progress.in(RecipientState.CLAIMED);
        if (open.length == 0) {
            return settled;
        }
        Instant now = clock.instant();
        Map<Long, Instant> made = new HashMap<>();
        file.claims(claim -> made.put(claim.number(), claim.at()));
        for (int ordinal : open) {
            Instant claimed = made.getOrDefault(progress.claimOf(ordinal), Instant.EPOCH);
            Lane lane = lanes.get(progress.route(ordinal));
            settled.add(lane.settled(ordinal, claimed, progress, now));
        }
        return settled;
    }

    /** Asks now and then what happened to what went out, for as long as that is quick. */
    private final class Listening {
        private final List<Lane> lanes;
        private long next;

        Listening(List<Lane> lanes) {
            this.lanes = lanes;
        }

        void listen(GuardRails rails) {
            List<Channel.Told> brought = inbox.get();
            long begin = System.nanoTime();
            boolean asks = next == 0 || begin - next >= 0;
            receipts.again();
            receipts.take(brought).forEach(rails::told);
            if (asks) {
                for (Lane lane : lanes) {
                    receipts.take(lane.channel().receipts(), lane.number()).forEach(rails::told);
                }
            }
            if (asks) {
                long took = System.nanoTime() - begin;
                next = System.nanoTime() + Math.max(LISTEN_NANOS, 20 * took);
            }
        }
    }

    private Optional<Ended> over(
            Progress progress, GuardRails rails, List<Lane> lanes, CancelSignal signal) {
        if (signal.isCancelled()) {
            return Optional.of(new Ended.Paused(Cause.PERSON));
        }
        Optional<Lane> stuck = lanes.stream().filter(Lane::isStuck).findFirst();
        if (stuck.isPresent()) {
            return Optional.of(
                    new Ended.Paused(Cause.ACCOUNT, Optional.of(stuck.get().route().account())));
        }
        Optional<Limits.Kind> broken = rails.broken();
        if (broken.isPresent() && progress.nextDue().isPresent()) {
            return Optional.of(new Ended.Paused(Cause.GUARD_RAIL, broken.map(Enum::name)));
        }
        Instant now = clock.instant();
        if (now.plus(MARGIN).isAfter(dispatch.until()) && progress.nextDue().isPresent()) {
            return Optional.of(new Ended.Expired());
        }
        return lanes.stream().allMatch(lane -> lane.blockedUntil(now).isPresent())
                ? next(progress, lanes, now).map(Ended.Waiting::new)
                : Optional.empty();
    }

    /** Returns when an account may take somebody who is left; empty where nobody is. */
    private static Optional<Instant> next(Progress progress, List<Lane> lanes, Instant now) {
        return lanes.stream()
                .flatMap(
                        lane ->
                                progress
                                        .nextDue(lane.number())
                                        .map(due -> later(due, lane.blockedUntil(now)))
                                        .stream())
                .min(Instant::compareTo);
    }

    private static Instant later(Instant due, Optional<Instant> blocked) {
        return blocked.filter(due::isBefore).orElse(due);
    }

    private Ended rest(Progress progress, GuardRails rails, List<Lane> lanes) {
        Instant now = clock.instant();
        Optional<Instant> next = next(progress, lanes, now);
        boolean waits = next.filter(due -> !due.isAfter(now)).isPresent();
        if (waits && rails.left(progress).orElse(1) == 0) {
            return new Ended.Paused(Cause.GUARD_RAIL, Optional.of(rails.reached(progress).name()));
        }
        return next.<Ended>map(Ended.Waiting::new).orElseGet(Ended.Done::new);
    }

    /** Claims people of one account after the other, so that all of them have something to do. */
    private final class Turn {
        private final List<Lane> lanes;
        private int last;

        Turn(List<Lane> lanes) {
            this.lanes = lanes;
            this.last = lanes.size() - 1;
        }

        Optional<Claimed> claim(Progress progress, GuardRails rails, long lease) {
            Instant now = clock.instant();
            for (int i = 1; i <= lanes.size(); i++) {
                Lane lane = lanes.get((last + i) % lanes.size());
                int most = lane.most(dispatch.terms().limits());
                int[] ordinals =
                        lane.blockedUntil(now).isPresent()
                                ? new int[0]
                                : progress.claimable(
                                        now,
                                        (int) Math.min(most, rails.left(progress).orElse(most)),
                                        lane.number());
                if (ordinals.length > 0) {
                    last = lane.number();
                    Claim claim = new Claim(progress.lastClaim() + 1, lease, ordinals, now);
                    return Optional.of(new Claimed(lane, claim));
                }
            }
            return Optional.empty();
        }
    }

    /** Sends to all but those who must not be written to any more, of whom the result is known. */
    private static Flight begin(
            Lane lane,
            List<Recipient> people,
            Map<String, Late> late,
            Progress progress,
            List<Result> known) {
        Predicate<String> suppressed = lane.suppressed();
        List<Recipient> left = new ArrayList<>(people.size());
        for (Recipient person : people) {
            @Nullable Late why =
                    suppressed.test(person.address().orElseThrow())
                            ? Late.SUPPRESSED
                            : late.get(person.key());
            if (why != null) {
                known.add(
                        lane.last(
                                person.ordinal(),
                                progress,
                                RecipientState.LATE_EXCLUDED,
                                why.code()));
            } else {
                left.add(person);
            }
        }
        known.forEach(progress::answered);
        return lane.begin(left);
    }
}
