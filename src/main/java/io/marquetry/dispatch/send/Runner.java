package io.marquetry.dispatch.send;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.EvenPace;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.StateStep.Cause;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;

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
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
    private static final Duration MARGIN = Duration.ofSeconds(60);

    // What a disk takes to write a claim down is what so many messages take to go out, at 5,000 a
    // second; with keys all of them may be sent again.
    private static final int LARGE = 2_048;

    /** Where somebody set limits, fewer, so that not much goes out after one is broken. */
    private static final int WATCHED = 512;

    private static final int SMALL = 64;
    private static final int IN_FLIGHT = 64;
    private static final long LISTEN_NANOS = 2_000_000_000L;
    private static final int NOT_TAKEN_IN_A_ROW = 10;

    private final DispatchFile file;
    private final Account account;
    private final Channel channel;
    private final Reach reach;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Answered answered;
    private final ReceiptIntake receipts;
    private final Supplier<List<Channel.Told>> inbox;
    private final Dispatch dispatch;
    private final MessageKey keys;
    private final EvenPace pace;
    private final Consents consents;
    private final AtomicInteger notTakenInARow = new AtomicInteger();
    private volatile Instant blockedUntil = Instant.MIN;

    /** Makes the runner of an open dispatch. */
    public Runner(
            DispatchFile file,
            Account account,
            Channel channel,
            Reach reach,
            Consents consents,
            InstantSource clock,
            RandomGenerator random) {
        this(file, account, channel, reach, consents, clock, random, List::of);
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
            Consents consents,
            InstantSource clock,
            RandomGenerator random,
            Supplier<List<Channel.Told>> inbox) {
        this.file = file;
        this.account = account;
        this.channel = channel;
        this.reach = reach;
        this.consents = consents;
        this.clock = clock;
        this.backoff = new Backoff(random);
        this.answered = new Answered(account.keyLife().isPositive(), backoff, clock);
        this.receipts = new ReceiptIntake(file, account, reach, clock);
        this.inbox = inbox;
        this.dispatch = file.dispatch();
        this.keys = new MessageKey(dispatch.salt(), dispatch.id(), dispatch.channel());
        this.pace = new EvenPace(account.perSecond());
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
     * Sends until nobody is left who can be sent to now, or it is asked to stop; what was begun is
     * always ended.
     *
     * @throws DispatchFile.LeaseLost if another runner took over
     */
    public Ended run(Listener listener, CancelSignal signal) {
        // All that was begun has landed when it is closed, so nobody is interrupted.
        try (ExecutorService senders =
                Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory())) {
            return run(listener, signal, senders);
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
                    file.commit(lease, finished, claim);
                    progress.claimed(claim.get());
                    // From here on other dispatches count them, however this run ends.
                    reach.contacted(dispatch.id(), dispatch.channel(), claim.get(), people);
                    finished = new ArrayList<>();
                    next = begin(people, progress, finished, senders);
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
        Instant blocked = blockedUntil;
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
        if (notTakenInARow.get() >= NOT_TAKEN_IN_A_ROW) {
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
            List<Recipient> people, Progress progress, List<Result> known, Executor senders) {
        Predicate<String> suppressed = reach.suppressed(dispatch.channel());
        Set<String> refusing = consents.refusing(people);
        List<Recipient> left = new ArrayList<>(people.size());
        for (Recipient person : people) {
            boolean listed = suppressed.test(person.address().orElseThrow());
            if (listed || refusing.contains(person.key())) {
                known.add(
                        answered.last(
                                person.ordinal(),
                                progress,
                                RecipientState.LATE_EXCLUDED,
                                listed ? "suppressed" : "no-consent"));
            } else {
                left.add(person);
            }
        }
        known.forEach(progress::answered);
        return Flight.begin(left, senders, this::send);
    }

    private Flight.Said send(Recipient person) {
        long wait = slot();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        Optional<Instant> open = notBefore(person);
        if (open.isPresent()) {
            return not(person, "quiet", open.get());
        }
        Instant blocked = blockedUntil;
        if (notTakenInARow.get() >= NOT_TAKEN_IN_A_ROW || blocked.isAfter(clock.instant())) {
            Instant now = clock.instant();
            return not(person, "not-tried", blocked.isAfter(now) ? blocked : now);
        }
        Answer answer =
                channel.send(
                        new Message(
                                keys.of(person.ordinal()),
                                person.address().orElseThrow(),
                                dispatch.text().fill(person.filling())));
        if (answer instanceof Answer.NotTaken no) {
            // Who says when it takes more is in order, and is asked again then.
            if (no.pause().isPresent()) {
                block(no);
            } else {
                notTakenInARow.incrementAndGet();
            }
        } else {
            notTakenInARow.set(0);
        }
        return new Flight.Said(person.ordinal(), answer, null);
    }

    private static Flight.Said not(Recipient person, String why, Instant again) {
        return new Flight.Said(person.ordinal(), new Answer.NotTaken(Optional.empty(), why), again);
    }

    private synchronized long slot() {
        return pace.take(System.nanoTime());
    }

    private synchronized void block(Answer.NotTaken no) {
        Instant until = backoff.next(clock.instant(), 1, no.pause());
        blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
    }

    /** Returns when somebody may be written to whose hours are quiet now, or soon will be. */
    private Optional<Instant> notBefore(Recipient person) {
        Instant now = clock.instant();
        Instant gone = now.plus(MARGIN);
        Instant open =
                dispatch.quiet().isQuiet(now, person.zone())
                        ? dispatch.quiet().release(now, person.zone())
                        : dispatch.quiet().release(gone, person.zone());
        return open.isAfter(gone) || dispatch.quiet().isQuiet(now, person.zone())
                ? Optional.of(open)
                : Optional.empty();
    }
}
