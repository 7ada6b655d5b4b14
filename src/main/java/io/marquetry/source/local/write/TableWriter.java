package io.marquetry.source.local.write;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Fills one table of a local source: cell after cell in the order of its columns, row by row. */
public interface TableWriter extends AutoCloseable {

    /** Adds a cell of a TEXT column. */
    void text(String value) throws SQLException;

    /** Adds a cell of an INTEGER column. */
    void whole(long value) throws SQLException;

    /** Adds a cell of a DECIMAL column, which has room for it. */
    void decimal(BigDecimal value) throws SQLException;

    /** Adds a cell of a DECIMAL column, as a whole number of its last digit. */
    void decimal(long unscaled) throws SQLException;

    /** Adds a cell of a DATE column, as days since 1970. */
    void day(long epochDay) throws SQLException;

    /** Adds a cell of a DATETIME column, as microseconds since 1970. */
    void moment(long epochMicros) throws SQLException;

    /** Adds a cell of a BOOLEAN column. */
    void truth(boolean value) throws SQLException;

    /** Adds a cell without a value. */
    void missing() throws SQLException;

    /** Ends a row whose cells are complete. */
    void endRow() throws SQLException;

    /** Writes what is left. */
    void finish() throws SQLException;

    /** Lets go of the table; without {@link #finish} it may lack rows. */
    @Override
    void close() throws SQLException;

    /** Adds a row, with one value per column in their order; times to the microsecond. */
    default void add(@Nullable Object[] values) throws SQLException {
        for (Object value : values) {
            switch (value) {
                case null -> missing();
                case String text -> text(text);
                case Long whole -> whole(whole);
                case BigDecimal decimal -> decimal(decimal);
                case LocalDate day -> day(day.toEpochDay());
                case LocalDateTime moment -> moment(micros(moment));
                case Boolean truth -> truth(truth);
                default -> throw new IllegalArgumentException("no cell: " + value.getClass());
            }
        }
        endRow();
    }

    /** Returns the microseconds from 1970 to a moment. */
    static long micros(LocalDateTime moment) {
        return ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), moment);
    }
}
