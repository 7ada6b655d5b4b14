package io.marquetry.source.csv;

import java.util.ArrayList;
import java.util.List;

/** Tells delimiter, quote and header from a file's first rows. */
final class DelimiterDetection {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 300;

    private DelimiterDetection() {}

    /**
     * Returns the format that reads the rows most evenly.
     *
     * @param whole whether the text is the whole file; if not its last row may be cut
     */
    static CsvFormat detect(String text, boolean whole, CsvEncoding encoding) {
        Reading best = best(text, whole, '"');
        // An apostrophe is a quote only where it is used and nothing speaks against it.
        Reading other = best(text, whole, '\'');
        if (other.quotes > 0 && other.torn == 0) {
            boolean unused = best.quotes == 0 || best.torn > 0;
            boolean uneven = best.score() < 1 && best.score() < other.score();
            best = unused || uneven ? other : best;
        }
        CsvFormat format = new CsvFormat(encoding, best.delimiter, best.quote, true);
        return format.withHeader(HeaderDetection.hasHeader(best.rows));
    }

    private static Reading best(String text, boolean whole, char quote) {
        Reading best = read(text, whole, DELIMITERS[0], quote);
        for (char delimiter : DELIMITERS) {
            Reading reading = read(text, whole, delimiter, quote);
            if (reading.score() > best.score()) {
                best = reading;
            }
        }
        return best;
    }

    /**
     * How a text reads with two marks.
     *
     * @param quotes values that begin with a quote
     * @param torn characters that follow a closing quote
     */
    private record Reading(
            char delimiter, char quote, List<List<String>> rows, int quotes, int torn) {

        /**
         * Returns 0 for one column; more for even rows, less for quotes in the middle of values.
         */
        double score() {
            int columns = rows.getFirst().size();
            if (columns < 2) {
                return 0;
            }
            double even =
                    (double) rows.stream().filter(r -> r.size() == columns).count() / rows.size();
            double whole = 1.0 / (1 + torn);
            // Columns only decide between readings that are equally even.
            return even * even * whole + 1e-6 * Math.min(columns, 1000);
        }
    }

    private static Reading read(String text, boolean whole, char delimiter, char quote) {
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int quotes = 0;
        int torn = 0;
        boolean quoted = false;
        boolean closed = false;
        int i = 0;
        for (; i < text.length() && rows.size() < ROWS; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != quote) {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                    closed = true;
                }
            } else if (c == delimiter || c == '\n' || c == '\r') {
                boolean blankLine = c != delimiter && cells.isEmpty() && cell.isEmpty() && !closed;
                if (!blankLine) {
                    cells.add(cell.toString());
                }
                if (c != delimiter && !cells.isEmpty()) {
                    rows.add(cells);
                    cells = new ArrayList<>();
                }
                cell.setLength(0);
                closed = false;
            } else if (c == quote && cell.isEmpty() && !closed) {
                quoted = true;
                quotes++;
            } else {
                torn += closed ? 1 : 0;
                cell.append(c);
            }
        }
        boolean rest = !cells.isEmpty() || !cell.isEmpty() || closed;
        if ((rest && whole && rows.size() < ROWS) || rows.isEmpty()) {
            cells.add(cell.toString());
            rows.add(cells);
            torn += quoted ? 1 : 0;
        }
        return new Reading(delimiter, quote, rows, quotes, torn);
    }
}
