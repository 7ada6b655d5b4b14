package io.marquetry.source.local.write;

import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** As many rows as DuckDB takes at once, column by column. */
final class RowBatch {

    /** DuckDB's vector size. */
    static final int ROWS = 2048;

    private final boolean[] asText;
    private final @Nullable String[][] texts;
    private final long[][] numbers;
    private final boolean[][] missing;
    private int rows;

    /**
     * Makes an empty batch.
     *
     * @param asText which columns are handed over as text, the others as whole numbers
     */
    RowBatch(boolean[] asText) {
        this.asText = asText.clone();
        texts = new String[asText.length][];
        numbers = new long[asText.length][];
        missing = new boolean[asText.length][];
        for (int i = 0; i < asText.length; i++) {
            texts[i] = new String[asText[i] ? ROWS : 0];
            numbers[i] = new long[asText[i] ? 0 : ROWS];
            missing[i] = new boolean[asText[i] ? 0 : ROWS];
        }
    }

    void text(int column, @Nullable String value) {
        texts[column][rows] = value;
    }

    void number(int column, long value) {
        numbers[column][rows] = value;
        missing[column][rows] = false;
    }

    void missing(int column) {
        if (asText[column]) {
            texts[column][rows] = null;
        } else {
            missing[column][rows] = true;
        }
    }

    /** Ends a row; returns whether the batch is full. */
    boolean endRow() {
        rows++;
        return rows == ROWS;
    }

    /** Moves the cells of a row that is not ended to an empty batch. */
    void moveBegunRow(RowBatch target, int cells) {
        for (int column = 0; column < cells; column++) {
            if (asText[column]) {
                target.text(column, texts[column][rows]);
            } else if (missing[column][rows]) {
                target.missing(column);
            } else {
                target.number(column, numbers[column][rows]);
            }
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Makes room again. */
    void clear() {
        rows = 0;
    }

    /** Hands the rows to DuckDB; returns how many. */
    long writeTo(DuckDBDataChunkWriter chunk) {
        for (int i = 0; i < asText.length; i++) {
            DuckDBWritableVector vector = chunk.vector(i);
            if (asText[i]) {
                vector.setStrings(0, rows == ROWS ? texts[i] : Arrays.copyOf(texts[i], rows));
            } else {
                write(numbers[i], missing[i], vector);
            }
        }
        return rows;
    }

    private void write(long[] values, boolean[] absent, DuckDBWritableVector vector) {
        for (int row = 0; row < rows; row++) {
            if (absent[row]) {
                vector.setNull(row);
            } else {
                vector.setLong(row, values[row]);
            }
        }
    }
}
