package io.marquetry.source.local.write;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Hands batches from who fills them to the database, which takes them on a thread of its own: a few
 * ahead, so that neither waits for long.
 */
final class RowStream {

    private static final int MAX_WAITING = 3;

    private final Deque<RowBatch> waiting = new ArrayDeque<>();
    private final Deque<RowBatch> free = new ArrayDeque<>();
    private boolean ended;
    private boolean givenUp;
    private boolean over;
    private @Nullable Exception failure;

    /** Hands a batch on; waits while too many wait. Throws what the database failed with. */
    synchronized void put(RowBatch batch) throws RowsNotTaken {
        await(() -> waiting.size() < MAX_WAITING || over);
        if (over) {
            throw new RowsNotTaken(failure);
        }
        waiting.add(batch);
        notifyAll();
    }

    /** Returns a batch that was read and can be filled again, if there is one. */
    synchronized Optional<RowBatch> free() {
        return Optional.ofNullable(free.poll());
    }

    /** Says that all rows were put, and waits for the database. */
    synchronized void end() throws RowsNotTaken {
        ended = true;
        notifyAll();
        await(() -> over);
        if (failure != null) {
            throw new RowsNotTaken(failure);
        }
    }

    /** Makes the database give up what it took, and waits for that. */
    synchronized void giveUp() {
        givenUp = true;
        notifyAll();
        await(() -> over);
    }

    /** Waits for the next batch; empty behind the last. */
    synchronized Optional<RowBatch> take() {
        await(() -> !waiting.isEmpty() || ended || givenUp);
        if (givenUp) {
            throw new IllegalStateException("the rows were given up");
        }
        RowBatch next = waiting.poll();
        notifyAll();
        return Optional.ofNullable(next);
    }

    /** Takes back a batch that was read. */
    synchronized void giveBack(RowBatch batch) {
        batch.clear();
        free.add(batch);
    }

    /** Says that the database is through, with a failure or without. */
    synchronized void over(@Nullable Exception why) {
        failure = why;
        over = true;
        notifyAll();
    }

    private synchronized void await(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }

    /** The database took no more rows. */
    static final class RowsNotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        RowsNotTaken(@Nullable Exception cause) {
            super("the database took no more rows", cause);
        }
    }
}
