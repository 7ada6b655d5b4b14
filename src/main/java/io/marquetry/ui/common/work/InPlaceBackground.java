package io.marquetry.ui.common.work;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.util.function.Consumer;
import java.util.function.Function;

/** Runs work at once where it is asked for. */
public final class InPlaceBackground implements Background {

    @Override
    public <T> CancelSignal run(
            Function<CancelSignal, T> work, Consumer<T> done, Consumer<Problem> failed) {
        CancelSignal signal = new CancelSignal();
        T result;
        try {
            result = work.apply(signal);
        } catch (ProblemException e) {
            failed.accept(e.problem());
            return signal;
        } catch (CancelSignal.Cancelled e) {
            return signal;
        }
        if (!signal.isCancelled()) {
            done.accept(result);
        }
        return signal;
    }
}
