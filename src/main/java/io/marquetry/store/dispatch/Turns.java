package io.marquetry.store.dispatch;

import io.marquetry.base.Problem;
import io.marquetry.dispatch.DispatchId;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who of this program may open which dispatch: one at a time. Whoever comes second waits, which is
 * short; but a dispatch may be sent for days, so whoever wants one of these is told. Other programs
 * are kept out of the whole workspace. For many threads.
 */
final class Turns {

    private final Lock lock = new ReentrantLock();
    private final Condition given = lock.newCondition();
    private final Map<DispatchId, Turn> taken = new HashMap<>();

    /** The right to have a dispatch open. */
    final class Turn implements AutoCloseable {
        private final DispatchId id;
        private final boolean sends;
        private final Thread owner = Thread.currentThread();

        private Turn(DispatchId id, boolean sends) {
            this.id = id;
            this.sends = sends;
        }

        /** Gives the dispatch free; more than once does nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                taken.remove(id, this);
                given.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits for a dispatch and takes it.
     *
     * @param sends whether it is taken for as long as messages go out
     * @throws io.marquetry.base.ProblemException if it is being sent
     */
    Turn take(DispatchId id, boolean sends) {
        lock.lock();
        try {
            for (Turn held = taken.get(id); held != null; held = taken.get(id)) {
                if (held.sends) {
                    throw Problem.of("problem.dispatch.sending", id.text()).asException();
                }
                if (held.owner == Thread.currentThread()) {
                    throw new IllegalStateException("it would wait for itself");
                }
                // Not await(): that ends with an interrupt, and nobody interrupts here.
                given.awaitUninterruptibly();
            }
            Turn turn = new Turn(id, sends);
            taken.put(id, turn);
            return turn;
        } finally {
            lock.unlock();
        }
    }
}
