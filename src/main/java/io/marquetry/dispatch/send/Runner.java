package io.marquetry.dispatch.send;

import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.Claim;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.EvenPace;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Sends one dispatch. Before anything goes out its claim is committed and on the disk, and the
 * results of a claim are written together with the next one; so a sudden end leaves at most one
 * claim of which it is not known what became of it. What such a claim left is sent again with the
 * same key where the channel honours keys, else looked up, else not known: never sent again by
 * itself.
 */
public final class Runner {

    /** Nothing is claimed that cannot be gone a minute before the window closes. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final int LARGE = 512;
    private static final int SMALL = 64;
    private static final int NOT_TAKEN_IN_A_ROW = 10;

    private final DispatchFile file;
    private final Account account;
    private final Channel channel;
    private final Reach reach;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Dispatch dispatch;
    private final MessageKey keys;
    private final EvenPace pace;
    private int notTakenInARow;

    /** Makes the runner of an open dispatch. */
    public Runner(
            DispatchFile file,
            Account account,
            Channel channel,
            Reach reach,
            InstantSource clock,
            RandomGenerator random) {
        this.file = file;
        this.account = account;
        this.channel = channel;
        this.reach = reach;
        this.clock = clock;
        this.backoff = new Backoff(random);
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
        record Paused(Cause cause) implements Ended {}

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
        long lease = file.takeLease();
        Progress progress = Progress.read(file);
        List<Result> finished = settle(progress);
        finished.forEach(progress::answered);
        if (!finished.isEmpty()) {
            file.commit(lease, finished, Optional.empty());
            finished = List.of();
        }
        while (true) {
            Optional<Ended> over = over(progress, signal);
            Optional<Claim> claim = over.isPresent() ? Optional.empty() : claim(progress, lease);
            if (claim.isEmpty()) {
                if (!finished.isEmpty()) {
                    file.commit(lease, finished, Optional.empty());
                }
                return over.orElseGet(() -> rest(progress));
            }
            List<Recipient> people = file.recipients(claim.get().ordinals());
            file.commit(lease, finished, claim);
            progress.claimed(claim.get());
            reserve(claim.get(), people);
            finished = send(people, progress);
            finished.forEach(progress::answered);
            listener.progress(progress);
        }
    }

    /** Returns what is known of those who were claimed when the last run ended suddenly. */
    private List<Result> settle(Progress progress) {
        List<Result> settled = new ArrayList<>();
        int[] open = progress.in(RecipientState.CLAIMED);
        if (open.length == 0) {
            return settled;
        }
        Instant now = clock.instant();
        Instant[] last = {Instant.EPOCH};
        file.claims(claim -> last[0] = claim.at());
        boolean alive = now.isBefore(last[0].plus(account.keyLife()));
        for (int ordinal : open) {
            Answer answer =
                    alive
                            ? new Answer.NotTaken(Optional.of(Duration.ZERO), "same-key")
                            : account.looksUp()
                                    ? channel.lookUp(keys.of(ordinal))
                                            .orElse(new Answer.Perhaps("ended"))
                                    : new Answer.Perhaps("ended");
            settled.add(result(ordinal, progress, answer, alive ? now : null));
        }
        return settled;
    }

    private Optional<Ended> over(Progress progress, CancelSignal signal) {
        if (signal.isCancelled()) {
            return Optional.of(new Ended.Paused(Cause.PERSON));
        }
        if (notTakenInARow >= NOT_TAKEN_IN_A_ROW) {
            return Optional.of(new Ended.Paused(Cause.ACCOUNT));
        }
        Instant now = clock.instant();
        if (now.plus(MARGIN).isAfter(dispatch.until()) && progress.nextDue().isPresent()) {
            return Optional.of(new Ended.Expired());
        }
        return reach.notBefore(account.name())
                .filter(until -> until.isAfter(now))
                .map(Ended.Waiting::new);
    }

    private Ended rest(Progress progress) {
        return progress.nextDue().<Ended>map(Ended.Waiting::new).orElseGet(Ended.Done::new);
    }

    private Optional<Claim> claim(Progress progress, long lease) {
        Instant now = clock.instant();
        int most =
                account.keyLife().isPositive()
                        ? LARGE
                        : Math.clamp(account.perSecond() / 5, 1, SMALL);
        int[] ordinals = progress.claimable(now, most);
        return ordinals.length == 0
                ? Optional.empty()
                : Optional.of(new Claim(progress.lastClaim() + 1, lease, ordinals, now));
    }

    /** From here on other dispatches count them, however this run ends. */
    private void reserve(Claim claim, List<Recipient> people) {
        Map<Integer, String> keysOf = new HashMap<>();
        people.forEach(person -> keysOf.put(person.ordinal(), person.key()));
        reach.contacted(dispatch.id(), dispatch.channel(), claim.at(), keysOf);
    }

    private List<Result> send(List<Recipient> people, Progress progress) {
        Predicate<String> suppressed = reach.suppressed(dispatch.channel());
        List<Result> results = new ArrayList<>(people.size());
        for (Recipient person : people) {
            results.add(send(person, progress, suppressed));
        }
        return results;
    }

    private Result send(Recipient person, Progress progress, Predicate<String> suppressed) {
        String address = person.address().orElseThrow();
        if (suppressed.test(address)) {
            return new Result(
                    person.ordinal(),
                    progress.claimOf(person.ordinal()),
                    RecipientState.LATE_EXCLUDED,
                    Optional.empty(),
                    "suppressed",
                    clock.instant(),
                    Optional.empty());
        }
        long wait = pace.take(System.nanoTime());
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        Optional<Instant> open = notBefore(person);
        if (open.isPresent()) {
            return result(
                    person.ordinal(),
                    progress,
                    new Answer.NotTaken(Optional.empty(), "quiet"),
                    open.get());
        }
        if (notTakenInARow >= NOT_TAKEN_IN_A_ROW) {
            return result(
                    person.ordinal(),
                    progress,
                    new Answer.NotTaken(Optional.empty(), "not-tried"),
                    clock.instant());
        }
        Answer answer =
                channel.send(
                        new Message(
                                keys.of(person.ordinal()),
                                address,
                                dispatch.text().fill(person.filling())));
        boolean nothing = answer instanceof Answer.NotTaken;
        notTakenInARow = nothing ? notTakenInARow + 1 : 0;
        if (answer instanceof Answer.NotTaken no && no.pause().isPresent()) {
            reach.notBefore(account.name(), backoff.next(clock.instant(), 1, no.pause()));
        }
        return result(person.ordinal(), progress, answer, null);
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

    private Result result(int ordinal, Progress progress, Answer answer, @Nullable Instant again) {
        Instant now = clock.instant();
        long claim = progress.claimOf(ordinal);
        return switch (answer) {
            case Answer.Taken taken ->
                    new Result(
                            ordinal,
                            claim,
                            RecipientState.SENT,
                            Optional.of(taken.providerId()),
                            "",
                            now,
                            Optional.empty());
            case Answer.NotTaken no ->
                    new Result(
                            ordinal,
                            claim,
                            RecipientState.RETRY,
                            Optional.empty(),
                            no.detail(),
                            now,
                            Optional.of(
                                    again != null
                                            ? again
                                            : backoff.next(
                                                    now, progress.tries(ordinal), no.pause())));
            case Answer.Refused refused ->
                    new Result(
                            ordinal,
                            claim,
                            RecipientState.FAILED,
                            Optional.empty(),
                            refused.detail(),
                            now,
                            Optional.empty());
            case Answer.Perhaps perhaps ->
                    account.keyLife().isPositive()
                            ? new Result(
                                    ordinal,
                                    claim,
                                    RecipientState.RETRY,
                                    Optional.empty(),
                                    perhaps.detail(),
                                    now,
                                    Optional.of(
                                            backoff.next(
                                                    now,
                                                    progress.tries(ordinal),
                                                    Optional.empty())))
                            : new Result(
                                    ordinal,
                                    claim,
                                    RecipientState.UNKNOWN,
                                    Optional.empty(),
                                    perhaps.detail(),
                                    now,
                                    Optional.empty());
        };
    }
}
