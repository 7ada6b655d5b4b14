package io.marquetry.source.query;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.columns.TableRows;

import org.duckdb.DuckDBDataChunkReader;
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

/** One open local source: asks its database, on as many connections as there are askers. */
final class LocalDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDatabase.class);
    private static final int MAX_IDLE = 4;
    // A cast of each value to its type would round times to microseconds.
    private static final Settings SETTINGS =
            new Settings().withExecuteLogging(false).withParamCastMode(ParamCastMode.NEVER);

    private final String title;
    private final LocalEngine engine;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    LocalDatabase(ProfileSource source, LocalEngine engine) {
        this.title = source.title();
        this.engine = engine;
    }

    /** Returns what makes operands of the columns; relative days count from {@code today}. */
    Operands operands(LocalDate today) {
        try {
            return engine.operands(today);
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
    <R extends Record> Result<R> ask(
            Function<DSLContext, ResultQuery<R>> question, CancelSignal signal) {
        return ask(question, ResultQuery::fetch, false, signal);
    }

    /** Asks the database and hands on each row as it comes, without keeping them. */
    <R extends Record> void each(
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
    <R extends Record> void read(
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

    /** Asks the database and hands on what it answers in DuckDB's own chunks, one by one. */
    void chunks(
            Function<DSLContext, ResultQuery<?>> question,
            Consumer<DuckDBDataChunkReader> consumer,
            CancelSignal signal) {
        FxThread.refuse();
        signal.check();
        Connection connection = take();
        boolean reusable = false;
        try {
            ResultQuery<?> query =
                    question.apply(DSL.using(connection, engine.dialect(), SETTINGS));
            DuckChunks.read(connection, query, consumer, signal);
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
                    question.apply(DSL.using(connection, engine.dialect(), SETTINGS));
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
        idle.forEach(LocalDatabase::closeQuietly);
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
