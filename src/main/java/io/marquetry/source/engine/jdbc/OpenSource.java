package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.columns.TableRows;
import io.marquetry.source.sql.Operands;

import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/** One open source: asks its database, on as many connections as there are askers. */
public final class OpenSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSource.class);
    private static final int MAX_IDLE = 4;
    // A cast of each value to its type would round times to microseconds.
    private static final Settings SETTINGS =
            new Settings().withExecuteLogging(false).withParamCastMode(ParamCastMode.NEVER);

    private final String title;
    private final Engine engine;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    public OpenSource(ProfileSource source, Engine engine) {
        this.title = source.title();
        this.engine = engine;
    }

    /** Returns what makes operands of the columns; relative days count from {@code today}. */
    public Operands operands(LocalDate today) {
        try {
            return new Operands(engine.dialect(), engine.numbers(), today);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Asks the database.
     *
     * @param question makes the query
     * @throws CancelSignal.Cancelled if the signal stopped it
     * @throws io.marquetry.base.ProblemException if the database does not answer
     */
    public <R extends Record> Result<R> ask(
            Function<DSLContext, ResultQuery<R>> question, CancelSignal signal) {
        return ask(question, ResultQuery::fetch, false, signal);
    }

    /** Returns what finds who satisfies which rules of the source. */
    public MembershipPass memberships(ProfileSource source, LocalDate today) {
        return engine.memberships(source, this, today);
    }

    /** Asks the database and hands on each row as it comes, without keeping them. */
    public <R extends Record> void each(
            Function<DSLContext, ResultQuery<R>> question,
            Consumer<R> consumer,
            CancelSignal signal) {
        ask(
                question,
                query -> {
                    try (Cursor<R> rows = query.fetchLazy()) {
                        rows.forEach(consumer);
                        return rows;
                    }
                },
                false,
                signal);
    }

    /**
     * Asks the database and hands on each row's cells while the database still looks for the next.
     */
    public <R extends Record> void read(
            Function<DSLContext, ResultQuery<R>> question,
            TableRows.Reader reader,
            CancelSignal signal) {
        ask(
                question,
                query -> {
                    try (ResultSet rows = query.fetchResultSet()) {
                        while (rows.next()) {
                            reader.row(rows);
                        }
                        return rows;
                    } catch (SQLException e) {
                        throw new DataAccessException("the rows could not be read", e);
                    }
                },
                true,
                signal);
    }

    /**
     * Lends a connection to an engine that asks in its own way; it has to stop by the signal
     * itself.
     *
     * @throws CancelSignal.Cancelled if the signal stopped it
     * @throws io.marquetry.base.ProblemException if the database does not answer
     */
    public void lend(Borrower borrower, CancelSignal signal) {
        FxThread.refuse();
        signal.check();
        Connection connection = take();
        boolean reusable = false;
        try {
            borrower.ask(connection, DSL.using(connection, engine.dialect().jooq(), SETTINGS));
            signal.check();
            reusable = true;
        } catch (SQLException e) {
            if (signal.isCancelled()) {
                throw new CancelSignal.Cancelled(e);
            }
            throw failed(e);
        } finally {
            giveBack(connection, reusable);
        }
    }

    /** Asks on a connection that it must not keep. */
    @FunctionalInterface
    public interface Borrower {
        /** Asks, and reads all of the answer. */
        void ask(Connection connection, DSLContext ask) throws SQLException;
    }

    private <R extends Record, T> T ask(
            Function<DSLContext, ResultQuery<R>> question,
            Function<ResultQuery<R>, T> fetch,
            boolean toRead,
            CancelSignal signal) {
        FxThread.refuse();
        signal.check();
        Connection connection = toRead ? connectToRead() : take();
        boolean reusable = false;
        try {
            ResultQuery<R> query =
                    question.apply(DSL.using(connection, engine.dialect().jooq(), SETTINGS));
            T result;
            try (QueryCancel _ = new QueryCancel(query::cancel, signal)) {
                result = fetch.apply(query);
            }
            signal.check();
            reusable = !toRead;
            return result;
        } catch (DataAccessException e) {
            if (signal.isCancelled()) {
                throw new CancelSignal.Cancelled(e);
            }
            throw failed(e);
        } finally {
            // A cancel may still stick to a connection that was cancelled: it is not used again.
            giveBack(connection, reusable);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(OpenSource::closeQuietly);
        idle.clear();
        engine.close();
    }

    private Connection take() {
        FxThread.refuse();
        synchronized (this) {
            Connection waiting = idle.poll();
            if (waiting != null) {
                return waiting;
            }
        }
        try {
            return engine.connect();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection connectToRead() {
        FxThread.refuse();
        try {
            return engine.connectToRead();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private synchronized void giveBack(Connection connection, boolean reusable) {
        if (reusable && !closed && idle.size() < MAX_IDLE) {
            idle.push(connection);
        } else {
            closeQuietly(connection);
        }
    }

    private RuntimeException failed(Exception e) {
        LOG.warn("source {} did not answer", title, e);
        int code =
                e instanceof SQLException sql
                        ? sql.getErrorCode()
                        : e instanceof DataAccessException jooq
                                        && jooq.getCause() instanceof SQLException cause
                                ? cause.getErrorCode()
                                : 0;
        return Problem.of("problem.source.noAnswer", title, String.valueOf(code)).asException(e);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection did not close", e);
        }
    }
}
