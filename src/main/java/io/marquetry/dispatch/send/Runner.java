package io.marquetry.dispatch.send;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.EvenPace;
import io.marquetry.dispatch.Late;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.StateStep.Cause;
import io.marquetry.dispatch.channel.Answer;
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
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    // What a disk takes to write a claim down is what so many messages take to go out, at 5,000 a
    // second; with keys all of them may be sent again.
    private static final int LARGE = 2_048;

    /** Where somebody set limits, fewer, so that not much goes out after one is broken. */
    private static final int WATCHED = 512;

    private static final int SMALL = 64;
    private static final int IN_FLIGHT = 64;
    private static final long LISTEN_NANOS = 2_000_000_000L;

    private final DispatchFile file;
    private final Account account;
    private final Channel channel;
    private final Reach reach;
    private final InstantSource clock;
    private final Answered answered;
    private final ReceiptIntake receipts;
    private final Supplier<List<Channel.Told>> inbox;
    private final Dispatch dispatch;
    private final MessageKey keys;
    private final Sender sender;
    private final Objections objections;

    /** Makes the runner of an open dispatch. */
    public Runner(
            DispatchFile file,
            Account account,
            Channel channel,
            Reach reach,
            Objections objections,
            InstantSource clock,
            RandomGenerator random) {
        this(file, account, channel, reach, objections, clock, random, List::of);
    }

    /**
     * Makes the runner of an open dispatch to which somebody may bring receipts while it runs.
     *
     * @param inbox returns what was brought since it was asked last
     */
    public Runner(
            DispatchFile file,
            Account account,
            Channel channel,
            Reach reach,
            Objections objections,
            InstantSource clock,
            RandomGenerator random,
            Supplier<List<Channel.Told>> inbox) {
        this.file = file;
        this.account = account;
        this.channel = channel;
        this.reach = reach;
        this.objections = objections;
        this.clock = clock;
        Backoff backoff = new Backoff(random);
        this.answered = new Answered(account.keyLife().isPositive(), backoff, clock);
        this.receipts = new ReceiptIntake(file, account, reach, clock);
        this.inbox = inbox;
        this.dispatch = file.dispatch();
        this.keys = new MessageKey(dispatch.salt(), dispatch.id(), dispatch.channel());
        this.sender =
                new Sender(
                        dispatch, keys, channel, new EvenPace(account.perSecond()), backoff, clock);
    }

    /** How a run ended. */
    public sealed interface Ended {

        /** Nobody is left. */
        record Done() implements Ended {}

        /** Its time is over. */
        record Expired() implements Ended {}

        /** Nothing can be sent now. */
        record Paused(Cause cause, Optional<Limits.Kind> limit) implements Ended {

            /** Is paused by something else than a guard rail. */
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
        ExecutorService senders =
                Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory());
        try {
            return run(listener, signal, senders);
        } catch (DispatchFile.LeaseLost e) {
            // What this one began is open for whoever took over, who finds out what became of it.
            return new Ended.Paused(Cause.LEASE_LOST);
        } finally {
            // All that was begun has landed: nobody works any more.
            senders.shutdown();
        }
    }

    private Ended run(Listener listener, CancelSignal signal, Executor senders) {
        long lease = file.takeLease();
        Progress progress = Progress.read(file);
        GuardRails rails = new GuardRails(file);
        Listening listening = new Listening();
        List<Result> finished = settle(progress);
        finished.forEach(progress::answered);
        finished.forEach(rails::answered);
        if (!finished.isEmpty()) {
            file.commit(lease, finished, Optional.empty());
            finished = new ArrayList<>();
        }
        @Nullable Flight flight = null;
        @Nullable Flight next = null;
        try {
            while (true) {
                listening.listen(rails);
                Optional<Ended> over = over(progress, rails, signal);
                Optional<Claim> claim =
                        over.isPresent() ? Optional.empty() : claim(progress, rails, lease);
                next = null;
                if (claim.isPresent()) {
                    List<Recipient> people = file.recipients(claim.get().ordinals());
                    // Before the claim is written: where the source does not answer nobody is
                    // left of whom it is not known whether they were sent to.
                    Map<String, Late> late = objections.among(people);
                    file.commit(lease, finished, claim);
                    progress.claimed(claim.get());
                    // From here on other dispatches count them, however this run ends.
                    reach.contacted(dispatch.id(), dispatch.channel(), claim.get(), people);
                    finished = new ArrayList<>();
                    next = begin(people, late, progress, finished, senders);
                }
                if (flight != null) {
                    List<Result> landed = landed(flight, progress);
                    landed.forEach(rails::answered);
                    finished.addAll(landed);
                    listener.progress(progress);
                } else if (next == null) {
                    if (!finished.isEmpty()) {
                        file.commit(lease, finished, Optional.empty());
                    }
                    return over.orElseGet(() -> rest(progress, rails));
                }
                flight = next;
            }
        } finally {
            for (@Nullable Flight open : Arrays.asList(flight, next)) {
                if (open != null) {
                    open.awaitEnd();
                }
            }
        }
    }

    private List<Result> landed(Flight flight, Progress progress) {
        List<Result> results = new ArrayList<>();
        List<Flight.Said> all = flight.land();
        channel.settle();
        for (Flight.Said said : all) {
            results.add(answered.of(said.ordinal(), progress, said.answer(), said.again()));
        }
        results.forEach(progress::answered);
        Instant blocked = sender.blockedUntil();
        if (blocked.isAfter(clock.instant())) {
            reach.notBefore(account.name(), blocked);
        }
        return results;
    }

    /** Returns what is known of those who were claimed when the last run ended suddenly. */
    private List<Result> settle(Progress progress) {
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
            boolean alive = now.isBefore(claimed.plus(account.keyLife()));
            Answer answer =
                    alive
                            ? new Answer.NotTaken(Optional.of(Duration.ZERO), "same-key")
                            : account.looksUp()
                                    ? channel.lookUp(keys.of(ordinal))
                                            .orElse(new Answer.Perhaps("ended"))
                                    : new Answer.Perhaps("ended");
            settled.add(answered.of(ordinal, progress, answer, alive ? now : null));
        }
        return settled;
    }

    /** Asks now and then what happened to what went out, for as long as that is quick. */
    private final class Listening {
        private long next;

        void listen(GuardRails rails) {
            List<Channel.Told> told = new ArrayList<>(inbox.get());
            long begin = System.nanoTime();
            boolean asks = next == 0 || begin - next >= 0;
            if (asks) {
                told.addAll(channel.receipts());
            }
            if (!told.isEmpty()) {
                receipts.again();
                receipts.take(told).forEach(rails::told);
            }
            if (asks) {
                long took = System.nanoTime() - begin;
                next = System.nanoTime() + Math.max(LISTEN_NANOS, 20 * took);
            }
        }
    }

    private Optional<Ended> over(Progress progress, GuardRails rails, CancelSignal signal) {
        if (signal.isCancelled()) {
            return Optional.of(new Ended.Paused(Cause.PERSON));
        }
        if (sender.isStuck()) {
            return Optional.of(new Ended.Paused(Cause.ACCOUNT));
        }
        Optional<Limits.Kind> broken = rails.broken();
        if (broken.isPresent() && progress.nextDue().isPresent()) {
            return Optional.of(new Ended.Paused(Cause.GUARD_RAIL, broken));
        }
        Instant now = clock.instant();
        if (now.plus(MARGIN).isAfter(dispatch.until()) && progress.nextDue().isPresent()) {
            return Optional.of(new Ended.Expired());
        }
        return reach.notBefore(account.name())
                .filter(until -> until.isAfter(now))
                .map(Ended.Waiting::new);
    }

    private Ended rest(Progress progress, GuardRails rails) {
        boolean waits = progress.nextDue().filter(due -> !due.isAfter(clock.instant())).isPresent();
        if (waits && rails.left(progress).orElse(1) == 0) {
            return new Ended.Paused(Cause.GUARD_RAIL, Optional.of(rails.reached(progress)));
        }
        return progress.nextDue().<Ended>map(Ended.Waiting::new).orElseGet(Ended.Done::new);
    }

    private Optional<Claim> claim(Progress progress, GuardRails rails, long lease) {
        Instant now = clock.instant();
        int large = dispatch.terms().limits().equals(Limits.NONE) ? LARGE : WATCHED;
        int most =
                account.keyLife().isPositive()
                        ? Math.clamp(account.perSecond(), 1, large)
                        : Math.clamp(account.perSecond() / 5, 1, SMALL);
        int[] ordinals =
                progress.claimable(now, (int) Math.min(most, rails.left(progress).orElse(most)));
        return ordinals.length == 0
                ? Optional.empty()
                : Optional.of(new Claim(progress.lastClaim() + 1, lease, ordinals, now));
    }

    /** Sends to all but those who must not be written to any more, of whom the result is known. */
    private Flight begin(
            List<Recipient> people,
            Map<String, Late> late,
            Progress progress,
            List<Result> known,
            Executor senders) {
        Predicate<String> suppressed = reach.suppressed(dispatch.channel());
        List<Recipient> left = new ArrayList<>(people.size());
        for (Recipient person : people) {
            @Nullable Late why =
                    suppressed.test(person.address().orElseThrow())
                            ? Late.SUPPRESSED
                            : late.get(person.key());
            if (why != null) {
                known.add(
                        answered.last(
                                person.ordinal(),
                                progress,
                                RecipientState.LATE_EXCLUDED,
                                why.code()));
            } else {
                left.add(person);
            }
        }
        known.forEach(progress::answered);
        return Flight.begin(left, senders, sender::send);
    }
}
