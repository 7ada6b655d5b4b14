package io.marquetry.source.engine.duckdb;

import io.marquetry.source.sql.OrdinalRange;

import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

import java.util.Arrays;
import java.util.List;

/**
 * What the events of neighbouring profiles come to: a cell for each profile and reduction, those of
 * one profile beside each other, so that events may come in any order. For one thread.
 */
final class EventCells {

    // What the driver hands on at a time.
    private static final int ROWS = 2_048;

    private final OrdinalRange range;
    private final List<Reduction> reductions;
    private final int filters;
    private final long[] cells;
    private final List<StreamQuestion.Measure> asked;
    private final long[][] measures;
    private final byte[] answers = new byte[ROWS];
    private final int[] places = new int[ROWS];
    private final int[] counted = new int[ROWS];

    /**
     * Begins without an event.
     *
     * @param range begins with a whole word of 64 profiles
     */
    EventCells(StreamQuestion question, OrdinalRange range) {
        this.range = range;
        this.reductions = question.reductions();
        this.filters = question.filters();
        this.cells = new long[Math.toIntExact(range.size() * reductions.size())];
        this.asked = question.measures();
        this.measures = new long[asked.size()][ROWS];
        // Stays so where only events that count are handed on.
        Arrays.setAll(counted, row -> row);
        for (int cell = 0; cell < reductions.size(); cell++) {
            long none = reductions.get(cell).none();
            if (none != 0) {
                for (int at = cell; at < cells.length; at += reductions.size()) {
                    cells[at] = none;
                }
            }
        }
    }

    /** Takes the events of a chunk, as {@link StreamQuestion#query} asks for them. */
    void add(DuckDBDataChunkReader chunk) {
        int rows = Math.toIntExact(chunk.rowCount());
        DuckDBReadableVector profiles = chunk.vector(0);
        for (int row = 0; row < rows; row++) {
            long profile = Math.subtractExact(profiles.getLong(row), range.from());
            places[row] = Math.toIntExact(profile) * reductions.size();
        }
        int bytes = StreamQuestion.bytes(filters);
        for (int measure = 0; measure < measures.length; measure++) {
            DuckDBReadableVector vector = chunk.vector(1 + bytes + measure);
            double units = asked.get(measure).units();
            if (!WholeNumbers.read(vector, units, rows, measures[measure])) {
                setBeyond(measure);
            }
        }
        for (int filter = 0; filter < filters; filter++) {
            if (bytes == 0) {
                reduce(filter, rows);
            } else {
                if (filter % AnswerBytes.BITS == 0) {
                    bytes(chunk.vector(1 + filter / AnswerBytes.BITS), rows);
                }
                reduce(filter, count(filter % AnswerBytes.BITS, rows));
            }
        }
    }

    /** Enters who satisfies the rules, once all events were added. */
    void answer() {
        int stride = reductions.size();
        for (long first = 0; first < range.size(); first += Long.SIZE) {
            int profiles = (int) Math.min(Long.SIZE, range.size() - first);
            int word = Math.toIntExact(range.from() + first >>> 6);
            for (int cell = 0; cell < stride; cell++) {
                int place = (int) first * stride + cell;
                reductions.get(cell).answer(cells, place, stride, profiles, word);
            }
        }
    }

    private void reduce(int filter, int count) {
        for (int cell = 0; cell < reductions.size(); cell++) {
            Reduction reduction = reductions.get(cell);
            Reduction.Key key = reduction.key();
            if (key.filter() == filter) {
                long[] measure = key.measure() < 0 ? cells : measures[key.measure()];
                reduction.add(cells, cell, counted, count, places, measure);
            }
        }
    }

    private void bytes(DuckDBReadableVector vector, int rows) {
        for (int row = 0; row < rows; row++) {
            answers[row] = (byte) vector.getUint8(row);
        }
    }

    /** Notes which rows count, without a branch that would be guessed wrong; returns how many. */
    private int count(int bit, int rows) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            counted[count] = row;
            count += answers[row] >>> bit & 1;
        }
        return count;
    }

    private void setBeyond(int measure) {
        for (Reduction reduction : reductions) {
            if (reduction.key().measure() == measure) {
                reduction.setBeyond();
            }
        }
    }
}
