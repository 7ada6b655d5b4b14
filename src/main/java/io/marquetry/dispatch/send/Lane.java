package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Backoff;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.EvenPace;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Result;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * One account of a dispatch while it runs: at a pace of its own, with as many messages on their way
 * as if it were alone.
 */
final class Lane {

    // What a disk takes to write a claim down is what so many messages take to go out, at 5,000 a
    // second; with keys all of them may be sent again.
    private static final int LARGE = 2_048;

    /** Where somebody set limits, fewer, so that not much goes out after one is broken. */
    private static final int WATCHED = 512;

    private static final int SMALL = 64;
    private static final int IN_FLIGHT = 64;

    private final int number;
    private final Route route;
    private final Account account;
    private final Channel channel;
    private final Reach reach;
    private final InstantSource clock;
    private final Answered answered;
    private final MessageKey keys;
    private final Sender sender;
    private final ExecutorService senders =
            Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory());

    /**
     * Makes it for a run.
     *
     * @param number which account of the dispatch it is, from 0
     */
    Lane(
            Dispatch dispatch,
            int number,
            Runner.Way way,
            Reach reach,
            Backoff backoff,
            InstantSource clock) {
        this.number = number;
        this.route = dispatch.routes().get(number);
        this.account = way.account();
        this.channel = way.channel();
        this.reach = reach;
        this.clock = clock;
        this.answered = new Answered(account.keyLife().isPositive(), backoff, clock);
        this.keys = new MessageKey(dispatch, number);
        this.sender =
                new Sender(
                        dispatch,
                        route.text(),
                        keys,
                        channel,
                        new EvenPace(account.perSecond()),
                        backoff,
                        clock);
    }

    int number() {
        return number;
    }

    Route route() {
        return route;
    }

    Channel channel() {
        return channel;
    }

    /** Returns whether the channel took nothing for so long that nothing more is tried. */
    boolean isStuck() {
        return sender.isStuck();
    }

    /** Returns until when the account wants nothing; empty where it takes all. */
    Optional<Instant> blockedUntil(Instant now) {
        return reach.notBefore(account.name()).filter(until -> until.isAfter(now));
    }

    /** Returns how many may stand in a claim. */
    int most(Limits limits) {
        int large = limits.equals(Limits.NONE) ? LARGE : WATCHED;
        return account.keyLife().isPositive()
                ? Math.clamp(account.perSecond(), 1, large)
                : Math.clamp(account.perSecond() / 5, 1, SMALL);
    }

    /** Returns what is known of somebody who was claimed when the last run ended suddenly. */
    Result settled(int ordinal, Instant claimed, Progress progress, Instant now) {
        boolean alive = now.isBefore(claimed.plus(account.keyLife()));
        Answer answer =
                alive
                        ? new Answer.NotTaken(Optional.of(Duration.ZERO), "same-key")
                        : account.looksUp()
                                ? channel.lookUp(keys.of(ordinal))
                                        .orElse(new Answer.Perhaps("ended"))
                                : new Answer.Perhaps("ended");
        return answered.of(ordinal, progress, answer, alive ? now : null);
    }

    /** Returns who of a channel must not be written to. */
    Predicate<String> suppressed() {
        return reach.suppressed(route.channel());
    }

    /** Returns the result of somebody to whom nothing more is sent by itself. */
    Result last(int ordinal, Progress progress, RecipientState state, String detail) {
        return answered.last(ordinal, progress, state, detail);
    }

    /** Begins to send to people who take this account. */
    Flight begin(List<Recipient> people) {
        return Flight.begin(people, senders, sender::send);
    }

    /** Waits until a flight has landed, and returns what became of its people. */
    List<Result> landed(Flight flight, Progress progress) {
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

    /** Ends it: all that was begun has landed, and nobody works any more. */
    void end() {
        senders.shutdown();
    }
}
