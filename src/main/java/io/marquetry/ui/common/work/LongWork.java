package io.marquetry.ui.common.work;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work that people wait for, one at a time: whether it runs, how far it is, and why it did not come
 * to its end. Use it on the FX thread.
 *
 * @param <P> how far it is
 */
public final class LongWork<P> {

    private final LatestOnly latest;
    private final Executor onScreen;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<P>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());

    /** What is done on another thread. */
    @FunctionalInterface
    public interface Work<P, T> {
        /** Does it, telling how far it is. */
        T run(Consumer<P> progress, CancelSignal signal);
    }

    /**
     * Makes it, with nothing to do.
     *
     * @param onScreen brings progress onto the FX thread
     */
    public LongWork(Background background, Executor onScreen) {
        this.latest = new LatestOnly(background);
        this.onScreen = onScreen;
    }

    /** Returns whether it runs. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Returns whether people stopped it. */
    public ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /** Returns how far it is; empty while nothing is known. */
    public ReadOnlyObjectProperty<Optional<P>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Returns why the last work failed, or could not begin. */
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Begins work; what runs is cancelled. */
    public <T> void run(Work<P, T> work, Consumer<T> done) {
        refuse(List.of());
        progress.set(Optional.empty());
        busy.set(true);
        latest.ask(
                signal -> work.run(this::progressed, signal),
                result -> {
                    end();
                    done.accept(result);
                },
                why -> {
                    end();
                    problems.set(List.of(why));
                });
    }

    /** Says why work cannot begin; nothing where it can. */
    public void refuse(List<Problem> why) {
        stopped.set(false);
        problems.set(why);
    }

    /** Stops what runs; its result will not come. */
    public void stop() {
        boolean was = busy.get();
        latest.cancel();
        end();
        stopped.set(was);
    }

    private void end() {
        busy.set(false);
        progress.set(Optional.empty());
    }

    private void progressed(P now) {
        onScreen.execute(
                () -> {
                    if (busy.get()) {
                        progress.set(Optional.of(now));
                    }
                });
    }
}
