package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;

import org.jooq.exception.DataAccessException;

import java.sql.SQLException;

/**
 * Cancels one query in the database when its signal says so, again and again until the query is
 * over: a single cancel that comes before the statement has begun would be lost.
 */
public final class QueryCancel implements AutoCloseable {

    private static final int AGAIN_MILLIS = 20;

    private final Cancelling query;
    private final CancelSignal.Registration registration;
    private boolean over;

    public QueryCancel(Cancelling query, CancelSignal signal) {
        this.query = query;
        this.registration = signal.onCancel(() -> Thread.startVirtualThread(this::run));
    }

    /** Ends the cancelling; once it returns nothing touches the query any more. */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }

    private synchronized void run() {
        while (!over) {
            try {
                query.cancel();
                wait(AGAIN_MILLIS);
            } catch (DataAccessException | SQLException e) {
                // The statement was closed meanwhile: then there is nothing left to cancel.
                return;
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            }
        }
    }

    /** Cancels what runs, if it runs. */
    @FunctionalInterface
    public interface Cancelling {
        void cancel() throws SQLException;
    }
}
