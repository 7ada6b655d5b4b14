package io.marquetry.ui.common.work;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs blocking work off the FX thread and brings its end back onto it. Tests replace it by {@link
 * #inPlace}.
 *
 * <p>Work that was cancelled ends silently; a bug goes to the one place that shows bugs.
 */
public interface Background {

    /**
     * Starts work that may block. Call it on the FX thread.
     *
     * @param work runs on another thread; may look at the signal, and may throw a {@link
     *     io.marquetry.base.ProblemException}
     * @param done gets the result on the FX thread
     * @param failed gets an expected failure on the FX thread
     * @return asks the work to stop; neither {@code done} nor {@code failed} is called afterwards
     */
    <T> CancelSignal run(
            Function<CancelSignal, T> work, Consumer<T> done, Consumer<Problem> failed);

    /** Starts work without a result, as {@link #run} does. */
    default CancelSignal act(Runnable work, Runnable done, Consumer<Problem> failed) {
        return run(
                signal -> {
                    work.run();
                    return Boolean.TRUE;
                },
                ignored -> done.run(),
                failed);
    }

    /** Runs everything at once on the calling thread, for tests; bugs are thrown. */
    static Background inPlace() {
        return new InPlaceBackground();
    }
}
