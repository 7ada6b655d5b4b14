package io.marquetry.base;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Works on what was read while the next is read: one step behind, in the same order, on a thread of
 * its own. Steps see what the steps before them did, and so does whoever closed it.
 */
public final class Behind implements AutoCloseable {

    private CompletableFuture<Void> step = CompletableFuture.completedFuture(null);

    /**
     * Does a step as soon as the one before is done; returns without waiting for it.
     *
     * @throws RuntimeException what the step before threw
     */
    public void run(Runnable next) {
        join();
        step = CompletableFuture.runAsync(next, Thread.ofPlatform().daemon()::start);
    }

    /** Waits for the last step, and throws what it threw. */
    @Override
    public void close() {
        join();
    }

    private void join() {
        try {
            step.join();
        } catch (CompletionException e) {
            step = CompletableFuture.completedFuture(null);
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
