package io.marquetry.source.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/** Makes rows of what the parser finds, without keeping a value that nobody could want whole. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private String[] cells = new String[16];
    private @Nullable Problem problem;
    private long line = 1;

    /** Returns the line on which the row being read starts, also where reading it failed. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        problem = null;
        line = startingLineNumber;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index == cells.length) {
            cells = Arrays.copyOf(cells, 2 * index);
        }
        if (length > CsvRows.LONGEST_CELL) {
            problem =
                    Problem.of("problem.row.cellTooLong", index + 1, length, CsvRows.LONGEST_CELL);
            cells[index] = new String(buffer, offset, CsvRows.SHOWN_OF_TOO_LONG);
        } else {
            cells[index] = length == 0 ? "" : new String(buffer, offset, length);
        }
    }

    @Override
    protected @Nullable CsvRow buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return null;
        }
        return new CsvRow(
                line,
                Arrays.asList(Arrays.copyOf(cells, getFieldCount())),
                Optional.ofNullable(problem));
    }
}
