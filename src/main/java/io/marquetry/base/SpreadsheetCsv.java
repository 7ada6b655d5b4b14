package io.marquetry.base;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of CSV (RFC 4180) for people, who open them in a spreadsheet: what it would run is made
 * harmless, and can be read back with {@link SpreadsheetText#meant}.
 */
public final class SpreadsheetCsv {

    /**
     * The byte order mark, with which a file begins: Excel reads UTF-8 without one as another
     * encoding and spoils Chinese names; others skip it.
     */
    public static final String MARK = "\uFEFF";

    private static final String END = "\r\n";

    private SpreadsheetCsv() {}

    /** Returns a row of texts with its end. */
    public static String row(List<String> texts) {
        return joined(texts.stream().map(SpreadsheetCsv::cell).toList());
    }

    /** Returns a row with its end, of cells that are cells already and of numbers. */
    public static String joined(List<String> cells) {
        return cells.stream().collect(Collectors.joining(",", "", END));
    }

    /** Returns the cell of a text. */
    public static String cell(String text) {
        String cell = SpreadsheetText.harmless(text);
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
