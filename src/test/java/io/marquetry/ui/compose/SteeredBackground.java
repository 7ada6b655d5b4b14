package io.marquetry.ui.compose;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.ui.common.work.Background;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does background work when the test says so, in the order in which it was asked for. */
public final class SteeredBackground implements Background {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> CancelSignal run(
            Function<CancelSignal, T> work, Consumer<T> done, Consumer<Problem> failed) {
        CancelSignal signal = new CancelSignal();
        waiting.add(() -> carryOut(signal, work, done, failed));
        return signal;
    }

    private <T> void carryOut(
            CancelSignal signal,
            Function<CancelSignal, T> work,
            Consumer<T> done,
            Consumer<Problem> failed) {
        if (!signal.isCancelled()) {
            Background.inPlace()
                    .run(
                            own -> work.apply(signal),
                            result -> {
                                if (!signal.isCancelled()) {
                                    done.accept(result);
                                }
                            },
                            failed);
        }
    }

    /** Does all work, also the work that follows from it. */
    public void finishAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
