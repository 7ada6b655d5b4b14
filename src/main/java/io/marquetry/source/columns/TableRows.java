package io.marquetry.source.columns;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.EventStream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the rows of a source's tables, of one state of the source, on any number of threads. */
public interface TableRows {

    /**
     * Reads profiles in the order of their ordinals.
     *
     * @param columns what to read; comes after the ordinal, which is each row's first cell
     * @param from the first ordinal
     * @param to the ordinal behind the last
     */
    void profiles(List<String> columns, long from, long to, Reader reader, CancelSignal signal);

    /** Returns how many events there are, at most. */
    long events(EventStream stream, CancelSignal signal);

    /**
     * Reads one part of the events, in any order; all parts together are all events.
     *
     * @param columns what to read; comes after the profile's ordinal, which is each row's first
     *     cell and may be missing
     */
    void events(
            EventStream stream,
            List<String> columns,
            Part part,
            Reader reader,
            CancelSignal signal);

    /** Takes one row. */
    @FunctionalInterface
    interface Reader {
        /** Reads the row's cells, as often as it likes; must not keep the row. */
        void row(ResultSet row) throws SQLException;
    }

    /**
     * One of some parts of about the same size.
     *
     * @param number from 0 on
     */
    record Part(int number, int of) {}
}
