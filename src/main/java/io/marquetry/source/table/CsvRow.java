package io.marquetry.source.table;

import io.marquetry.base.Problem;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One row of a file.
 *
 * @param line the line of the file it starts on, from 1; the number of the row where a file has no
 *     lines
 * @param cells its values as people see them; an empty one is missing; not copied, because there
 *     are millions
 * @param typed which cells the file itself calls numbers, written with a point; never changed
 * @param problem why the row cannot be taken, if so
 */
public record CsvRow(long line, List<String> cells, BitSet typed, Optional<Problem> problem) {

    /** None of the cells is a number by itself. */
    public static final BitSet ALL_TEXT = new BitSet();

    /** Makes a row of texts. */
    public static CsvRow of(long line, List<String> cells) {
        return new CsvRow(line, cells, ALL_TEXT, Optional.empty());
    }
}
