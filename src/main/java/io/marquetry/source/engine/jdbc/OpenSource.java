package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.columns.TableRows;
import io.marquetry.source.sql.Operands;

import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
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
import java.util.List;
import java.util.OptionalLong;
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
            return new Operands(engine.dialect(), engine.numbers(), this::table, today);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns a table of the source's model as a query names it. */
    public Table<?> table(String name) {
        try {
            return engine.table(name);
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

    /** Returns whether audiences are counted by {@link #memberships} soonest. */
    public boolean countsByMemberships() {
        return engine.countsByMemberships();
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

    /**
     * Asks several questions of one state of the source.
     *
     * @throws CancelSignal.Cancelled if the signal stopped it
     * @throws io.marquetry.base.ProblemException if the database does not answer
     */
    public <T> T together(Function<Questions, T> work, CancelSignal signal) {
        return using(false, work, signal);
    }

    /** Does the same for many rows, which come while the database still looks for the next. */
    public <T> T reading(Function<Questions, T> work, CancelSignal signal) {
        return using(true, work, signal);
    }

    /** Returns the state that the source has for who asks. */
    public SourceState state(ProfileSource source, Questions asking) {
        return engine.state(source, asking);
    }

    /**
     * Returns the state for numbers that are looked at and not kept.
     *
     * @param counted how many profiles were counted of this state, where they were
     */
    public SourceState moment(ProfileSource source, OptionalLong counted, Questions asking) {
        return engine.moment(source, counted, asking);
    }

    /** Returns whether all that is asked together sees one state, whatever others write. */
    public boolean standsStill() {
        return engine.standsStill();
    }

    /**
     * Refuses an answer during which the source changed, where the engine lets others write
     * meanwhile.
     *
     * @param before the state that the answer has to be of
     * @throws io.marquetry.base.ProblemException if it is another one now
     */
    public void refuseMoved(ProfileSource source, SourceState before, Questions asking) {
        if (!engine.standsStill()
                && !state(source, asking).fingerprint().equals(before.fingerprint())) {
            throw Problem.of("problem.index.changed").asException();
        }
    }

    private <R extends Record, T> T ask(
            Function<DSLContext, ResultQuery<R>> question,
            Function<ResultQuery<R>, T> fetch,
            boolean toRead,
            CancelSignal signal) {
        return using(toRead, asking -> ((Session) asking).ask(question, fetch), signal);
    }

    private <T> T using(boolean toRead, Function<Questions, T> work, CancelSignal signal) {
        FxThread.refuse();
        signal.check();
        Connection connection = toRead ? connectToRead() : take();
        boolean reusable = false;
        try (BreakOff _ = new BreakOff(() -> engine.breakOff(connection), signal)) {
            T result =
                    work.apply(
                            new Session(
                                    DSL.using(connection, engine.dialect().jooq(), SETTINGS),
                                    engine,
                                    connection,
                                    signal));
            signal.check();
            engine.finish(connection);
            reusable = !toRead;
            return result;
        } catch (DataAccessException | SQLException e) {
            if (signal.isCancelled()) {
                throw new CancelSignal.Cancelled(e);
            }
            throw failed(e);
        } finally {
            // A cancel may still stick to a connection that was cancelled: it is not used again.
            giveBack(connection, reusable);
        }
    }

    private record Session(
            DSLContext dsl, Engine engine, Connection connection, CancelSignal signal)
            implements Questions {

        private static final int ROWS_AT_ONCE = 10_000;

        @Override
        public <R extends Record> Result<R> ask(Function<DSLContext, ResultQuery<R>> question) {
            return ask(question, ResultQuery::fetch);
        }

        @Override
        public <R extends Record> void each(
                Function<DSLContext, ResultQuery<R>> question, Consumer<R> consumer) {
            ask(
                    question,
                    query -> {
                        try (Cursor<R> rows = query.fetchSize(ROWS_AT_ONCE).fetchLazy()) {
                            rows.forEach(
                                    row -> {
                                        signal.check();
                                        consumer.accept(row);
                                    });
                            return rows;
                        }
                    });
        }

        @Override
        public void rows(Function<DSLContext, ResultQuery<?>> question, RowReader reader) {
            ResultQuery<?> query = question.apply(dsl);
            try (QueryCancel _ = new QueryCancel(query::cancel, signal);
                    ResultSet rows = query.fetchSize(ROWS_AT_ONCE).fetchResultSet()) {
                while (rows.next()) {
                    reader.row(rows);
                }
            } catch (SQLException e) {
                throw new DataAccessException("the rows could not be read", e);
            }
            signal.check();
        }

        @Override
        public void texts(
                List<Field<String>> columns,
                Function<SelectSelectStep<Record>, ResultQuery<?>> question,
                TextReader reader) {
            try {
                engine.texts(
                        connection,
                        columns,
                        selected -> question.apply(dsl.select(selected)),
                        reader,
                        signal);
            } catch (SQLException e) {
                throw new DataAccessException("the rows could not be read", e);
            }
            signal.check();
        }

        private <R extends Record, T> T ask(
                Function<DSLContext, ResultQuery<R>> question, Function<ResultQuery<R>, T> fetch) {
            ResultQuery<R> query = question.apply(dsl);
            try (QueryCancel _ = new QueryCancel(query::cancel, signal)) {
                return fetch.apply(query);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        letGoOfIdle();
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
        letGoOfIdle();
        SQLException database = null;
        for (Throwable cause = e; cause != null && database == null; cause = cause.getCause()) {
            database = cause instanceof SQLException sql ? sql : null;
        }
        return engine.failed(title, database).asException(e);
    }

    /** Whatever broke one connection, a server that was started anew for example, broke all. */
    private synchronized void letGoOfIdle() {
        idle.forEach(OpenSource::closeQuietly);
        idle.clear();
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection did not close", e);
        }
    }
}
