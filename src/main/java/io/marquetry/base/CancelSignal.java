package io.marquetry.base;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets one thread ask another to stop, without an interrupt: an interrupt inside H2 would close the
 * database file for everybody.
 */
public final class CancelSignal {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Asks the work to stop; runs what was registered, once. */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        toRun.forEach(Runnable::run);
    }

    /** Returns whether the work was asked to stop. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Registers what stops the work, for example {@code query::cancel}; runs at once if it was
     * cancelled before.
     *
     * @return closing it takes the action back, once the step that it stops is over
     */
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    /** Throws {@link Cancelled} if the work was asked to stop. */
    public void check() {
        if (isCancelled()) {
            throw new Cancelled();
        }
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    /** Takes a registered action back. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Ends work that was asked to stop; neither a problem nor a bug. */
    public static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Makes the end of cancelled work. */
        public Cancelled() {
            super("cancelled");
        }

        /** Makes the end of cancelled work, with what the database said. */
        public Cancelled(Throwable cause) {
            super("cancelled", cause);
        }
    }
}
