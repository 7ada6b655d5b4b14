package io.marquetry.source.csv;

import java.util.List;

/**
 * How a file of separated values is written.
 *
 * @param delimiter between two values; never a line break and never {@code quote}
 * @param quote around values that hold delimiters or line breaks; doubled inside them
 * @param header whether the first row names the columns
 * @param skip lines above the table, at least 0
 */
public record CsvFormat(
        CsvEncoding encoding, char delimiter, char quote, boolean header, int skip) {

    /** Refuses marks that cannot be told apart. */
    public CsvFormat {
        if (skip < 0 || delimiter == quote || isLineBreak(delimiter) || isLineBreak(quote)) {
            throw new IllegalArgumentException("delimiter and quote must differ");
        }
    }

    /** Makes a format of a file that begins with its table. */
    public CsvFormat(CsvEncoding encoding, char delimiter, char quote, boolean header) {
        this(encoding, delimiter, quote, header, 0);
    }

    /** Returns this format with another encoding. */
    public CsvFormat withEncoding(CsvEncoding other) {
        return new CsvFormat(other, delimiter, quote, header, skip);
    }

    /** Returns this format with another delimiter. */
    public CsvFormat withDelimiter(char other) {
        return new CsvFormat(encoding, other, quote, header, skip);
    }

    /** Returns this format with another quote. */
    public CsvFormat withQuote(char other) {
        return new CsvFormat(encoding, delimiter, other, header, skip);
    }

    /** Returns this format with or without a row of names. */
    public CsvFormat withHeader(boolean other) {
        return new CsvFormat(encoding, delimiter, quote, other, skip);
    }

    /** Returns this format with more or fewer lines above the table. */
    public CsvFormat withSkip(int other) {
        return new CsvFormat(encoding, delimiter, quote, header, other);
    }

    /** Writes a row in this format, each value quoted only where it must be. */
    public String join(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (i > 0) {
                row.append(delimiter);
            }
            boolean plain =
                    cell.chars()
                            .noneMatch(c -> c == delimiter || c == quote || isLineBreak((char) c));
            String mark = String.valueOf(quote);
            row.append(plain ? cell : mark + cell.replace(mark, mark + mark) + mark);
        }
        return row.toString();
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
