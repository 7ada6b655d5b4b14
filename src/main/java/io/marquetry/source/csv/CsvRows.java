package io.marquetry.source.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of separated values row by row. Lines without any character are no rows: they are
 * skipped.
 */
public final class CsvRows implements AutoCloseable {

    /** The most characters a value may have; a row with a longer one cannot be taken. */
    public static final int LONGEST_CELL = 100_000;

    static final int SHOWN_OF_TOO_LONG = 40;
    // Room for the 10 MB value that only costs its own row; past it a quote was left open.
    private static final int LARGEST_BUFFER = 1 << 24;

    private final CsvInput input;
    private final ByteCount count;
    private final CsvRowHandler handler;
    private final CloseableIterator<CsvRow> rows;
    private final List<String> names;
    private Optional<CsvRow> ahead;

    private CsvRows(
            CsvInput input,
            ByteCount count,
            CsvRowHandler handler,
            CloseableIterator<CsvRow> rows,
            boolean header) {
        this.input = input;
        this.count = count;
        this.handler = handler;
        this.rows = rows;
        CsvRow first =
                read().orElseThrow(
                                () ->
                                        Problem.of("problem.import.emptyFile", input.label())
                                                .asException());
        this.names =
                header
                        ? ColumnNames.of(first, input.label())
                        : ColumnNames.numbered(first.cells().size());
        this.ahead = header ? Optional.empty() : Optional.of(first);
    }

    /**
     * Opens a file and reads its names.
     *
     * @throws ProblemException if it is empty, unreadable, not text in this encoding, or names two
     *     columns alike
     */
    public static CsvRows open(CsvInput input, CsvFormat format) {
        ByteCount count = new ByteCount();
        try {
            StrictReader text =
                    new StrictReader(input.open(count), input.label(), format.encoding());
            CsvRowHandler handler = new CsvRowHandler();
            CloseableIterator<CsvRow> rows =
                    CsvReader.builder()
                            .fieldSeparator(format.delimiter())
                            .quoteCharacter(format.quote())
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .allowUnclosedQuote(false)
                            .maxBufferSize(LARGEST_BUFFER)
                            .build(handler, text)
                            .iterator();
            try {
                return new CsvRows(input, count, handler, rows, format.header());
            } catch (RuntimeException e) {
                rows.close();
                throw e;
            }
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }

    /** Returns one name per column: the header's, or {@code column_1} and so on. */
    public List<String> names() {
        return names;
    }

    /** Returns how many stored bytes were read so far. */
    public long bytes() {
        return count.bytes();
    }

    /**
     * Returns the next row; empty at the end.
     *
     * @throws ProblemException if what follows cannot be read as rows
     */
    public Optional<CsvRow> next() {
        Optional<CsvRow> row = ahead.isPresent() ? ahead : read();
        ahead = Optional.empty();
        return row;
    }

    private Optional<CsvRow> read() {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            return Optional.of(rows.next());
        } catch (UncheckedIOException e) {
            throw input.unreadable(e);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof ProblemException found) {
                throw found;
            }
            if (e.getCause() != null) {
                throw e;
            }
            throw Problem.of("problem.import.quote", input.label(), handler.line()).asException(e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw input.unreadable(e);
        }
    }
}
