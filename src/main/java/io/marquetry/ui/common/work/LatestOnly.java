package io.marquetry.ui.common.work;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps only the latest question: a new one cancels the one before, and an answer that comes too
 * late is dropped. Use it on the FX thread.
 */
public final class LatestOnly {

    private final Background background;
    private @Nullable CancelSignal running;
    private long question;

    /** Asks its questions through the given background. */
    public LatestOnly(Background background) {
        this.background = background;
    }

    /** Cancels the question before and asks this one; the parameters are those of Background. */
    public <T> void ask(
            Function<CancelSignal, T> work, Consumer<T> done, Consumer<Problem> failed) {
        cancel();
        long mine = question;
        running =
                background.run(
                        work,
                        result -> {
                            if (mine == question) {
                                done.accept(result);
                            }
                        },
                        problem -> {
                            if (mine == question) {
                                failed.accept(problem);
                            }
                        });
    }

    /** Cancels the question that is open; its answer will not come. */
    public void cancel() {
        question++;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
