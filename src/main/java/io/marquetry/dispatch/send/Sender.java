package io.marquetry.dispatch.send;

import io.marquetry.asset.Template;
import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.EvenPace;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands the messages of one account of a dispatch to its channel, at the pace of the account; asks
 * right before each whether it is night where the person is. For many threads.
 */
final class Sender {

    private static final int NOT_TAKEN_IN_A_ROW = 10;

    private final Dispatch dispatch;
    private final Template text;
    private final MessageKey keys;
    private final Channel channel;
    private final EvenPace pace;
    private final Backoff backoff;
    private final InstantSource clock;
    private final AtomicInteger notTakenInARow = new AtomicInteger();
    private volatile Instant blockedUntil = Instant.MIN;

    Sender(
            Dispatch dispatch,
            Template text,
            MessageKey keys,
            Channel channel,
            EvenPace pace,
            Backoff backoff,
            InstantSource clock) {
        this.dispatch = dispatch;
        this.text = text;
        this.keys = keys;
        this.channel = channel;
        this.pace = pace;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Returns whether the channel took nothing for so long that nothing more is tried. */
    boolean isStuck() {
        return notTakenInARow.get() >= NOT_TAKEN_IN_A_ROW;
    }

    /** Returns until when the channel wants nothing; in the past where it takes all. */
    Instant blockedUntil() {
        return blockedUntil;
    }

    /** Sends one message when its turn comes, or says why it was not tried. */
    Flight.Said send(Recipient person) {
        long wait = slot();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        Optional<Instant> open = notBefore(person);
        if (open.isPresent()) {
            return not(person, "quiet", open.get());
        }
        Instant blocked = blockedUntil;
        if (isStuck() || blocked.isAfter(clock.instant())) {
            Instant now = clock.instant();
            return not(person, "not-tried", blocked.isAfter(now) ? blocked : now);
        }
        Answer answer =
                channel.send(
                        new Message(
                                keys.of(person.ordinal()),
                                person.address().orElseThrow(),
                                text.fill(person.filling())));
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
        Instant gone = now.plus(Runner.MARGIN);
        Instant open =
                dispatch.quiet().isQuiet(now, person.zone())
                        ? dispatch.quiet().release(now, person.zone())
                        : dispatch.quiet().release(gone, person.zone());
        return open.isAfter(gone) || dispatch.quiet().isQuiet(now, person.zone())
                ? Optional.of(open)
                : Optional.empty();
    }
}
