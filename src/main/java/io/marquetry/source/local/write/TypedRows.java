package io.marquetry.source.local.write;

import io.marquetry.base.CancelSignal;

import org.jooq.exception.DataAccessException;

import java.sql.SQLException;
import java.util.function.LongConsumer;

/**
 * Takes rows that a program makes, without a file between: begins a row, adds its cells in the
 * order of the columns, ends it. Made for millions of rows a second; for one thread.
 */
public final class TypedRows implements AutoCloseable {

    private static final int ROWS_BETWEEN_LOOKS = 4_096;

    private final TableWriter table;
    private final CancelSignal signal;
    private final LongConsumer finished;
    private long rows;

    public TypedRows(TableWriter table, CancelSignal signal, LongConsumer finished) {
        this.table = table;
        this.signal = signal;
        this.finished = finished;
    }

    /**
     * Begins the profile with the next ordinal, from 0.
     *
     * @param key no other profile has it; at most 256 characters
     */
    public void profile(String key) {
        write(
                () -> {
                    table.whole(rows);
                    table.text(key);
                });
    }

    /**
     * Begins an event; its time is the first cell.
     *
     * @param profile the ordinal of the profile that it belongs to
     */
    public void event(long profile) {
        write(() -> table.whole(profile));
    }

    /** Adds a text. */
    public void text(String value) {
        write(() -> table.text(value));
    }

    /** Adds a whole number. */
    public void whole(long value) {
        write(() -> table.whole(value));
    }

    /** Adds a decimal number as a whole number of its last digit: 1234 is 12.34 at scale 2. */
    public void decimal(long unscaled) {
        write(() -> table.decimal(unscaled));
    }

    /** Adds a day, as days since 1970. */
    public void day(long epochDay) {
        write(() -> table.day(epochDay));
    }

    /** Adds a wall-clock time, as microseconds since 1970. */
    public void moment(long epochMicros) {
        write(() -> table.moment(epochMicros));
    }

    /** Adds a truth. */
    public void truth(boolean value) {
        write(() -> table.truth(value));
    }

    /** Adds a cell without a value. */
    public void missing() {
        write(table::missing);
    }

    /**
     * Ends a row.
     *
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public void end() {
        write(table::endRow);
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS == 0) {
            signal.check();
        }
    }

    /** Ends the table: all rows are in it. */
    public void finish() {
        signal.check();
        write(table::finish);
        finished.accept(rows);
    }

    /** Lets go of the table; unless it was finished, the source cannot be. */
    @Override
    public void close() {
        write(table::close);
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (SQLException | DataAccessException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
