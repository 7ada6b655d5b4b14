package io.marquetry.source.csv;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.ShapedRows;
import io.marquetry.source.table.TableRows;
import io.marquetry.source.table.TableShape;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of separated values row by row. A line with a stray quote, with bytes that are not
 * of the encoding, or with a zero character is a row that cannot be taken; the others live.
 */
public final class CsvRows {

    /** The most characters a value may have; a row with a longer one cannot be taken. */
    public static final int LONGEST_CELL = 100_000;

    static final int SHOWN_OF_TOO_LONG = 40;

    // Room for the 10 MB value that only costs its own row; past it a quote was left open.
    static final int LONGEST_ROW = 1 << 24;

    private CsvRows() {}

    /**
     * Opens a file and reads its names.
     *
     * @throws ProblemException if it is empty, unreadable, or its names are not text
     */
    public static TableRows open(CsvInput input, CsvFormat format) {
        ByteCount count = new ByteCount();
        try {
            MarkingReader text = new MarkingReader(input.open(count), format.encoding());
            Lines lines =
                    new Lines(
                            input,
                            format.encoding(),
                            text,
                            new CsvTokenizer(text, format.delimiter(), format.quote()));
            try {
                return new ShapedRows(
                        input.label(),
                        lines,
                        format.skip(),
                        format.header(),
                        count::bytes,
                        List.of());
            } catch (RuntimeException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    /** The rows of the tokenizer, without what is no text. */
    private record Lines(
            CsvInput input, CsvEncoding encoding, MarkingReader text, CsvTokenizer tokenizer)
            implements TableShape.Raw {

        @Override
        public Optional<CsvRow> next() {
            try {
                Optional<CsvRow> row = tokenizer.next();
                return text.hasMarked() ? row.map(this::unmarked) : row;
            } catch (IOException e) {
                throw input.unreadable(e);
            }
        }

        private CsvRow unmarked(CsvRow row) {
            for (String cell : row.cells()) {
                if (cell.indexOf(MarkingReader.NOT_DECODED) >= 0) {
                    return refused(row, Problem.of("problem.row.encoding", encoding.label()));
                }
                if (cell.indexOf(MarkingReader.ZERO) >= 0) {
                    return refused(row, Problem.of("problem.row.zero"));
                }
            }
            return row;
        }

        private static CsvRow refused(CsvRow row, Problem why) {
            List<String> shown =
                    row.cells().stream()
                            .map(
                                    cell ->
                                            cell.replace(MarkingReader.NOT_DECODED, '\uFFFD')
                                                    .replace(MarkingReader.ZERO, '\u2400'))
                            .toList();
            return new CsvRow(row.line(), shown, row.typed(), Optional.of(why));
        }

        @Override
        public void expect(int columns) {
            tokenizer.expect(columns);
        }

        @Override
        public void close() {
            try {
                tokenizer.close();
            } catch (IOException e) {
                throw input.unreadable(e);
            }
        }
    }
}
