package io.marquetry.ui.common.work;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import javafx.application.Platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Background work on daemon threads of its own; they are never interrupted. */
public final class BackgroundThreads implements Background, AutoCloseable {

    private static final long CLOSE_SECONDS = 20;

    private final AtomicInteger running = new AtomicInteger();
    private final ExecutorService executor;
    private final Consumer<Throwable> bugs;

    /**
     * Makes the threads as they are needed.
     *
     * @param bugs gets, on the FX thread, what no one expected
     */
    public BackgroundThreads(Consumer<Throwable> bugs) {
        this.bugs = bugs;
        AtomicInteger number = new AtomicInteger();
        this.executor =
                Executors.newCachedThreadPool(
                        work -> {
                            Thread thread =
                                    new Thread(work, "marquetry-work-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public <T> CancelSignal run(
            Function<CancelSignal, T> work, Consumer<T> done, Consumer<Problem> failed) {
        CancelSignal signal = new CancelSignal();
        running.incrementAndGet();
        try {
            executor.execute(() -> carryOut(work, signal, done, failed));
        } catch (RejectedExecutionException e) {
            running.decrementAndGet();
            // The window is closing: nobody waits for the answer any more.
            signal.cancel();
        }
        return signal;
    }

    // Whatever work throws has to reach the error screen instead of ending a thread silently.
    private <T> void carryOut(
            Function<CancelSignal, T> work,
            CancelSignal signal,
            Consumer<T> done,
            Consumer<Problem> failed) {
        try {
            T result = work.apply(signal);
            answer(signal, () -> done.accept(result));
        } catch (ProblemException e) {
            answer(signal, () -> failed.accept(e.problem()));
        } catch (CancelSignal.Cancelled e) {
            signal.cancel();
        } catch (Throwable e) {
            Platform.runLater(() -> bugs.accept(e));
        } finally {
            running.decrementAndGet();
        }
    }

    private static void answer(CancelSignal signal, Runnable answer) {
        Platform.runLater(
                () -> {
                    if (!signal.isCancelled()) {
                        answer.run();
                    }
                });
    }

    /** Returns whether no work runs or waits; answers may still be on their way. */
    public boolean isQuiet() {
        return running.get() == 0;
    }

    /** Takes no more work and waits, for a limited time, until what runs has ended. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("background work did not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while closing", e);
        }
    }
}
