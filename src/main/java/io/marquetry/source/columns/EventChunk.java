package io.marquetry.source.columns;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some thousand events as they were read; filled by one thread. */
final class EventChunk {

    static final int SHIFT = 14;

    /** Most events. */
    static final int SIZE = 1 << SHIFT;

    private final int[] profiles = new int[SIZE];
    private final int[][] codes;
    private final long[][] numbers;
    private final Map<Wide, BigDecimal> wide = new HashMap<>();
    private int count;

    EventChunk(int columns, int measures) {
        this.codes = new int[columns][SIZE];
        this.numbers = new long[measures][SIZE];
    }

    /** Returns how many bytes an event takes, with its place in the order. */
    static long bytes(int columns, int measures) {
        return Integer.BYTES * (2L + columns) + Long.BYTES * (long) measures;
    }

    /** Adds a row: the profile's ordinal, the columns, the measures. */
    void add(int profile, ResultSet row, List<Column> columns, List<SummedColumn> measures)
            throws SQLException {
        profiles[count] = profile;
        int index = 2;
        for (int column = 0; column < codes.length; column++) {
            codes[column][count] = columns.get(column).code(row, index++);
        }
        for (int measure = 0; measure < numbers.length; measure++) {
            Wide place = new Wide(measure, count);
            measures.get(measure)
                    .read(row, index++, numbers[measure], count)
                    .ifPresent(number -> wide.put(place, number));
        }
        count++;
    }

    int count() {
        return count;
    }

    int profile(int event) {
        return profiles[event];
    }

    int code(int column, int event) {
        return codes[column][event];
    }

    long number(int measure, int event) {
        return numbers[measure][event];
    }

    /** Returns the numbers that are no longs; where there is one the long is 0. */
    Map<Wide, BigDecimal> wide() {
        return wide;
    }

    /** The place of a number. */
    record Wide(int measure, int event) {}
}
