package io.marquetry.source.columns;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/** Some thousand events in the order of their profiles; for one thread. */
final class EventBlock {

    private final RowBlock block;
    private final int columns;
    private final int[] profiles = new int[RowBlock.ROWS];
    private final long[][] numbers;
    private final @Nullable BigDecimal[][] wide;
    private int rows;

    EventBlock(Program program, int measures) {
        this.block = new RowBlock(program);
        this.columns = program.columns().size();
        this.numbers = new long[measures][RowBlock.ROWS];
        this.wide = new @Nullable BigDecimal[measures][RowBlock.ROWS];
    }

    /** Takes events over and works out which of them count for what. */
    void load(EventColumns events, int from, int to) {
        rows = to - from;
        for (int i = 0; i < rows; i++) {
            EventChunk chunk = events.chunk(from + i);
            int event = events.event(from + i);
            profiles[i] = chunk.profile(event);
            for (int column = 0; column < columns; column++) {
                block.codes(column)[i] = chunk.code(column, event);
            }
            for (int measure = 0; measure < numbers.length; measure++) {
                numbers[measure][i] = chunk.number(measure, event);
                wide[measure][i] =
                        chunk.wide().isEmpty()
                                ? null
                                : chunk.wide().get(new EventChunk.Wide(measure, event));
            }
        }
        block.run(rows, List.of(), 0);
    }

    /** Returns which of 64 events a step holds for; no bit is set behind the last event. */
    long counted(int step, int word) {
        int behind = rows - (word << 6);
        long bits = block.result(step)[word];
        return behind >= Long.SIZE ? bits : bits & ((1L << behind) - 1);
    }

    int words() {
        return (rows + Long.SIZE - 1) >>> 6;
    }

    int profile(int row) {
        return profiles[row];
    }

    int code(int column, int row) {
        return block.codes(column)[row];
    }

    long number(int measure, int row) {
        return numbers[measure][row];
    }

    /** Returns the number if it is no long; then the long is 0. */
    @Nullable BigDecimal wide(int measure, int row) {
        return wide[measure][row];
    }
}
