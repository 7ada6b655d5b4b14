package io.marquetry.source.csv;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.table.CsvRow;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts text into rows of cells. A quote that opens and is never closed, or is closed before other
 * text, costs the line that it stands on; reading goes on with the next one. That is why this is
 * not left to a library: those swallow all lines up to the next quote.
 */
final class CsvTokenizer implements Closeable {

    private static final int SHOWN_OF_BROKEN = 10_000;
    private static final char NONE = '\uFFFF';

    private final Reader in;
    private final char delimiter;
    private final char quote;
    private char[] buffer = new char[1 << 16];
    private int position;
    private int end;
    private int rowStart;
    private boolean atEnd;
    private long line = 1;
    private int columns;

    private String[] cells = new String[16];
    private int count;
    private @Nullable Problem problem;
    private boolean quoted;

    CsvTokenizer(Reader in, char delimiter, char quote) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** Says how many cells whole rows have: then swallowed rows can be told from long cells. */
    void expect(int cellsOfRow) {
        columns = cellsOfRow;
    }

    /** Returns the next row that has any character. */
    Optional<CsvRow> next() throws IOException {
        while (true) {
            rowStart = position;
            if (!has(0)) {
                return Optional.empty();
            }
            char c = buffer[position];
            if (c == '\n' || c == '\r') {
                lineBreak();
                continue;
            }
            return Optional.of(row());
        }
    }

    private CsvRow row() throws IOException {
        long startLine = line;
        count = 0;
        problem = null;
        quoted = false;
        boolean sound = true;
        boolean more = true;
        while (more && sound) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * count);
            }
            int begin = opening();
            sound = begin < 0 ? plainCell() : quotedCell(begin);
            count++;
            more = sound && has(0) && buffer[position] == delimiter;
            if (more) {
                position++;
            }
        }
        if (!sound || (quoted && line > startLine && looksLikeRows())) {
            return broken(startLine);
        }
        endLine();
        return new CsvRow(
                startLine,
                Arrays.asList(Arrays.copyOf(cells, count)),
                CsvRow.ALL_TEXT,
                Optional.ofNullable(problem));
    }

    /** Returns where a quoted cell begins behind its quote, from the row's start; -1: unquoted. */
    private int opening() throws IOException {
        if (quote == NONE || !has(0)) {
            return -1;
        }
        char first = buffer[position];
        if (first != quote && first != ' ') {
            return -1;
        }
        int blanks = 0;
        while (has(blanks) && buffer[position + blanks] == ' ' && delimiter != ' ') {
            blanks++;
        }
        return has(blanks) && buffer[position + blanks] == quote ? blanks + 1 : -1;
    }

    private boolean plainCell() throws IOException {
        int seen = 0;
        int at = position;
        while (true) {
            // Most cells end inside the buffer: nothing but characters is looked at until then.
            char[] text = buffer;
            int stop = end;
            while (at < stop) {
                char c = text[at];
                if (c == delimiter || c == '\n' || c == '\r') {
                    break;
                }
                seen |= c;
                at++;
            }
            int length = at - position;
            if (at < stop || !has(length)) {
                take(buffer, position, length, seen);
                position += length;
                return true;
            }
            at = position + length;
        }
    }

    /** Reads a cell in quotes; returns whether it ends as such cells do. */
    private boolean quotedCell(int begin) throws IOException {
        quoted = true;
        position += begin;
        int length = 0;
        int seen = 0;
        int doubled = 0;
        while (true) {
            if (!has(length)) {
                return false;
            }
            char c = buffer[position + length];
            if (c == quote) {
                if (has(length + 1) && buffer[position + length + 1] == quote) {
                    doubled++;
                    length++;
                } else {
                    break;
                }
            }
            seen |= c;
            length++;
        }
        int after = length + 1;
        while (has(after) && buffer[position + after] == ' ' && delimiter != ' ') {
            after++;
        }
        boolean ends = !has(after) || isEnd(buffer[position + after]);
        if (!ends) {
            return false;
        }
        countLines(position, position + length);
        if (doubled == 0) {
            take(buffer, position, length, seen);
        } else {
            char[] single = new char[length - doubled];
            int n = 0;
            for (int i = 0; i < length; i++) {
                char c = buffer[position + i];
                single[n] = c;
                n++;
                i += c == quote ? 1 : 0;
            }
            take(single, 0, n, seen);
        }
        position += after;
        return true;
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private void take(char[] source, int from, int length, int seen) {
        if (length > CsvRows.LONGEST_CELL) {
            problem =
                    Problem.of("problem.row.cellTooLong", count + 1, length, CsvRows.LONGEST_CELL);
            cells[count] = new String(source, from, CsvRows.SHOWN_OF_TOO_LONG);
            return;
        }
        int start = from;
        int stop = from + length;
        while (start < stop && source[start] <= ' ' && VisibleText.isInvisible(source[start])) {
            start++;
        }
        while (stop > start
                && source[stop - 1] <= ' '
                && VisibleText.isInvisible(source[stop - 1])) {
            stop--;
        }
        if (start == stop) {
            cells[count] = "";
            return;
        }
        String text = new String(source, start, stop - start);
        cells[count] = seen < 0x80 ? text : VisibleText.of(text);
    }

    /** Gives up the row: its first line is lost, and the next one begins behind it. */
    private CsvRow broken(long startLine) throws IOException {
        line = startLine;
        position = rowStart;
        int length = 0;
        while (has(length)
                && buffer[position + length] != '\n'
                && buffer[position + length] != '\r') {
            length++;
        }
        String raw = new String(buffer, position, Math.min(length, SHOWN_OF_BROKEN));
        position += length;
        endLine();
        return new CsvRow(
                startLine,
                List.of(raw),
                CsvRow.ALL_TEXT,
                Optional.of(Problem.of("problem.row.quote", String.valueOf(quote))));
    }

    /**
     * Returns whether each line of the row, quotes or not, would be a row by itself: then a stray
     * quote swallowed them up to the next stray quote.
     */
    private boolean looksLikeRows() throws IOException {
        if (columns < 2) {
            return false;
        }
        int cellsOfLine = 1;
        int lines = 1;
        for (int i = rowStart; i < position; i++) {
            char c = buffer[i];
            if (c == delimiter) {
                cellsOfLine++;
            } else if (c == '\n' || c == '\r') {
                boolean pair = c == '\r' && i + 1 < position && buffer[i + 1] == '\n';
                if (cellsOfLine != columns) {
                    return false;
                }
                i += pair ? 1 : 0;
                cellsOfLine = 1;
                lines++;
            }
        }
        // Two lines with one delimiter each may well be one text.
        return cellsOfLine == columns && (lines > 2 || columns > 2);
    }

    /** Leaves the line, also where it is longer than a row may be. */
    private void endLine() throws IOException {
        while (true) {
            if (position - rowStart > CsvRows.LONGEST_ROW) {
                rowStart = position;
            }
            if (!has(0)) {
                return;
            }
            if (buffer[position] == '\n' || buffer[position] == '\r') {
                lineBreak();
                return;
            }
            position++;
        }
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n'
                    || (buffer[i] == '\r' && (i + 1 >= to || buffer[i + 1] != '\n'))) {
                line++;
            }
        }
    }

    private void lineBreak() throws IOException {
        boolean pair = buffer[position] == '\r' && has(1) && buffer[position + 1] == '\n';
        position += pair ? 2 : 1;
        line++;
    }

    /** Returns whether there is a character that far ahead, reading on where needed. */
    private boolean has(int ahead) throws IOException {
        while (position + ahead >= end) {
            if (atEnd || position - rowStart + ahead > CsvRows.LONGEST_ROW) {
                return false;
            }
            fill();
        }
        return true;
    }

    private void fill() throws IOException {
        if (rowStart > 0) {
            System.arraycopy(buffer, rowStart, buffer, 0, end - rowStart);
            end -= rowStart;
            position -= rowStart;
            rowStart = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int n = in.read(buffer, end, buffer.length - end);
        atEnd = n < 0;
        end += Math.max(n, 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
