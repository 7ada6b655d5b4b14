package io.marquetry.base;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What users have to hear though what they asked for was done: a backup that failed, a clock that
 * is wrong. Told on any thread; kept until somebody listens.
 */
public final class Warnings {

    private final List<Problem> waiting = new ArrayList<>();
    private @Nullable Consumer<Problem> listener;

    /** Tells a warning. */
    public void tell(Problem warning) {
        Consumer<Problem> told;
        synchronized (this) {
            if (listener == null) {
                waiting.add(warning);
                return;
            }
            told = listener;
        }
        told.accept(warning);
    }

    /** Hands on those that waited, and all to come, on the thread that tells them. */
    public void follow(Consumer<Problem> next) {
        List<Problem> before;
        synchronized (this) {
            listener = next;
            before = List.copyOf(waiting);
            waiting.clear();
        }
        before.forEach(next);
    }
}
