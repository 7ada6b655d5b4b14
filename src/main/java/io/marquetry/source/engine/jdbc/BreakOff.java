package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Breaks a connection off where nothing answers within a second of a cancel. */
final class BreakOff implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BreakOff.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final QueryCancel.Cancelling breaking;
    private final CancelSignal.Registration registration;
    private boolean over;

    BreakOff(QueryCancel.Cancelling breaking, CancelSignal signal) {
        this.breaking = breaking;
        this.registration = signal.onCancel(() -> Thread.startVirtualThread(this::run));
    }

    /** Ends the waiting; once it returns nothing touches the connection any more. */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }

    private synchronized void run() {
        long end = System.nanoTime() + PATIENCE;
        try {
            for (long left = PATIENCE; !over && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            if (!over) {
                breaking.cancel();
            }
        } catch (SQLException e) {
            LOG.debug("the connection was broken already", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}
