package io.marquetry.source.table;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where the table is in a file of rows.
 *
 * @param skip lines above it, at least 0
 * @param header whether its first row names the columns
 */
public record TableShape(int skip, boolean header) {

    /** Rows as they come, each with at least one character. */
    public interface Raw {
        /** Returns the next row; empty at the end. */
        Optional<CsvRow> next();

        /** Hears how many cells whole rows have. */
        void expect(int columns);

        /** Lets go of the file. */
        void close();
    }

    /** Returns where the table is, told by the first rows; there is at least one. */
    public static TableShape of(List<CsvRow> first) {
        TableStart start = TableStart.of(first.stream().map(CsvRow::cells).toList());
        int line = Math.toIntExact(first.get(start.row()).line());
        return new TableShape(start.row() == 0 ? 0 : line - 1, start.header());
    }

    /**
     * Returns the rows of the table.
     *
     * @param label what people call the file
     * @param bytes tells how much of it was read
     * @throws io.marquetry.base.ProblemException if there is no row, or a name is impossible
     */
    public TableRows rows(String label, Raw raw, LongSupplier bytes) {
        List<Problem> none = List.of();
        return new ShapedRows(label, raw, skip, header, bytes, none);
    }
}
