package io.marquetry.source.file;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads rows on a thread of its own, a few thousand ahead, so that reading goes on while whoever
 * takes them works on those before. Rows come in their order; what the reading fails with comes
 * behind the rows before it.
 */
final class ReadAhead<T> implements RowSource<T> {

    private static final int BATCH = 512;
    private static final int MAX_WAITING = 4;

    private final RowSource<T> source;
    private final Deque<List<T>> waiting = new ArrayDeque<>();
    private Iterator<T> taken = Collections.emptyIterator();
    private boolean closed;
    private boolean ended;
    private @Nullable Throwable failure;

    private ReadAhead(RowSource<T> source) {
        this.source = source;
    }

    /**
     * Begins to read.
     *
     * @param source closed with this
     */
    static <T> ReadAhead<T> of(RowSource<T> source) {
        ReadAhead<T> rows = new ReadAhead<>(source);
        Thread.ofPlatform().daemon().name("rows-ahead").start(rows::read);
        return rows;
    }

    private void read() {
        List<T> batch = new ArrayList<>(BATCH);
        Throwable why = null;
        try {
            Optional<T> next = source.next();
            while (next.isPresent()) {
                batch.add(next.get());
                if (batch.size() == BATCH) {
                    if (!put(batch)) {
                        break;
                    }
                    batch = new ArrayList<>(BATCH);
                }
                next = source.next();
            }
        } catch (RuntimeException | Error e) {
            why = e;
        }
        end(batch.size() < BATCH ? batch : List.of(), why);
    }

    /** Hands rows on; waits while many wait. Returns whether anybody still wants more. */
    private synchronized boolean put(List<T> batch) {
        await(() -> waiting.size() < MAX_WAITING || closed);
        waiting.add(batch);
        notifyAll();
        return !closed;
    }

    private synchronized void end(List<T> last, @Nullable Throwable why) {
        if (!last.isEmpty()) {
            waiting.add(last);
        }
        failure = why;
        ended = true;
        notifyAll();
    }

    @Override
    public Optional<T> next() {
        if (!taken.hasNext()) {
            taken = take().iterator();
        }
        return taken.hasNext() ? Optional.of(taken.next()) : Optional.empty();
    }

    private synchronized List<T> take() {
        await(() -> !waiting.isEmpty() || ended);
        List<T> next = waiting.poll();
        notifyAll();
        if (next != null) {
            return next;
        }
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {
                return List.of();
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
            // Whoever reads lets go of the file first.
            await(() -> ended);
        }
        source.close();
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
}
