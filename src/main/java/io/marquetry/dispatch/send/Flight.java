package io.marquetry.dispatch.send;

import io.marquetry.dispatch.Recipient;
import io.marquetry.dispatch.channel.Answer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The messages of one claim on their way, many at once. Whoever begins one waits for its end, for
 * what was begun is always ended.
 */
final class Flight {

    private final List<Recipient> people;
    private final @Nullable Said[] said;
    private final CountDownLatch open;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    private Flight(List<Recipient> people) {
        this.people = people;
        this.said = new Said[people.size()];
        this.open = new CountDownLatch(people.size());
    }

    /**
     * What was said to a message.
     *
     * @param again when it is tried again, where that is known
     */
    record Said(int ordinal, Answer answer, @Nullable Instant again) {}

    /**
     * Begins to send.
     *
     * @param senders as many as messages may be on their way at once, of all flights together; they
     *     take them in their order
     * @param send sends one message, on a thread of its own
     */
    static Flight begin(List<Recipient> people, Executor senders, Function<Recipient, Said> send) {
        Flight flight = new Flight(people);
        for (int i = 0; i < people.size(); i++) {
            int at = i;
            senders.execute(() -> flight.fly(at, send));
        }
        return flight;
    }

    private void fly(int at, Function<Recipient, Said> send) {
        try {
            said[at] = send.apply(people.get(at));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            open.countDown();
        }
    }

    /**
     * Waits until all messages have an answer, and returns what was said.
     *
     * @throws RuntimeException if a channel threw, which none should; nothing is known of the claim
     *     then
     */
    List<Said> land() {
        awaitEnd();
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
        List<Said> all = new ArrayList<>(said.length);
        for (Said one : said) {
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    /** Waits until nothing is on its way. */
    void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                open.await();
                break;
            } catch (InterruptedException e) {
                // Nobody interrupts here; if somebody did, what was begun is ended all the same.
                interrupted = true;
            }
        }
        if (interrupted) {
            throw new IllegalStateException("interrupted while messages were on their way");
        }
    }
}
