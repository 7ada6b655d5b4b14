package io.marquetry.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/**
 * Does parts of some work on several threads.
 *
 * @param count how many threads, the caller's included
 */
public record Workers(int count) {

    /**
     * Does all parts; the first failure stops the others and is thrown.
     *
     * @param part does the part with the number
     */
    public void run(int parts, ObjIntConsumer<CancelSignal> part, CancelSignal signal) {
        CancelSignal stop = new CancelSignal();
        AtomicInteger next = new AtomicInteger();
        Runnable work =
                () -> {
                    try {
                        for (int i = next.getAndIncrement();
                                i < parts;
                                i = next.getAndIncrement()) {
                            stop.check();
                            part.accept(stop, i);
                        }
                    } catch (RuntimeException | Error e) {
                        stop.cancel();
                        throw e;
                    }
                };
        try (CancelSignal.Registration _ = signal.onCancel(stop::cancel)) {
            List<CompletableFuture<Void>> others = new ArrayList<>();
            for (int i = 1; i < Math.min(count, parts); i++) {
                others.add(CompletableFuture.runAsync(work, Thread.ofPlatform().daemon()::start));
            }
            List<Throwable> failures = new ArrayList<>();
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
            for (CompletableFuture<Void> other : others) {
                try {
                    other.join();
                } catch (CompletionException e) {
                    failures.add(e.getCause());
                }
            }
            signal.check();
            raise(failures);
        }
    }

    /** Throws what went wrong first, not what was stopped for it. */
    private static void raise(List<Throwable> failures) {
        failures.sort(
                (a, b) ->
                        Boolean.compare(
                                a instanceof CancelSignal.Cancelled,
                                b instanceof CancelSignal.Cancelled));
        for (Throwable failure : failures) {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }
}
