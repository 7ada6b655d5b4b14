package io.marquetry.source.csv;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.table.FooterWords;
import io.marquetry.source.table.TableStart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells delimiter, quote, header and what stands above it from a file's first rows. */
final class DelimiterDetection {

    private static final char[] DELIMITERS = {
        ';', ',', '\t', '|', '^', '~', '\u0001', '\u001F', '，', '；', '│'
    };
    private static final int ROWS = 300;
    private static final double SHORT = 0.8;
    private static final Pattern SEPARATOR = Pattern.compile("sep=(.)(\\r\\n|\\n|\\r|$)");

    private DelimiterDetection() {}

    /**
     * Returns the format that reads the rows most evenly.
     *
     * @param whole whether the text is the whole file; if not its last row may be cut
     * @param label what people call the file
     * @throws io.marquetry.base.ProblemException if columns are told apart by their width only
     */
    static CsvFormat detect(
            String text, boolean whole, CsvEncoding encoding, Marks told, String label) {
        Matcher said = SEPARATOR.matcher(text);
        boolean separator = said.lookingAt();
        String table = separator ? text.substring(said.end()) : text;
        int above = separator ? 1 : 0;
        if (told.delimiter().isPresent() || separator) {
            char delimiter = told.delimiter().orElseGet(() -> said.group(1).charAt(0));
            char quote = told.quote().orElse(delimiter == '"' ? '\'' : '"');
            return format(read(table, whole, delimiter, quote), encoding, above);
        }
        if (told.quote().isPresent()) {
            return format(best(text, whole, told.quote().get()), encoding, above);
        }
        Reading best = best(text, whole, '"');
        // An apostrophe is a quote only where it is used and nothing speaks against it.
        Reading other = best(text, whole, '\'');
        if (other.quotes > 0 && other.torn == 0) {
            boolean unused = best.quotes == 0 || best.torn > 0;
            boolean uneven = best.score() < 1 && best.score() < other.score();
            best = unused || uneven ? other : best;
        }
        if (best.width() < 2) {
            FixedWidth.refuse(text, label);
            refuseQuotedLines(best, label);
            best = oneColumn(text, whole, best.quote);
        }
        return format(best, encoding, 0);
    }

    /** Lines that are quoted as a whole would be one column, and all others would be lost in it. */
    private static void refuseQuotedLines(Reading reading, String label) {
        if (reading.quotes < reading.rows.size() || reading.rows.size() < 2) {
            return;
        }
        for (char delimiter : DELIMITERS) {
            long[] counts =
                    reading.rows.stream()
                            .mapToLong(
                                    row ->
                                            String.join("", row)
                                                    .chars()
                                                    .filter(c -> c == delimiter)
                                                    .count())
                            .distinct()
                            .toArray();
            if (counts.length == 1 && counts[0] > 0) {
                throw Problem.of("problem.import.quotedLines", label).asException();
            }
        }
    }

    /** Nothing stands between the columns, for there is one: a mark that stands nowhere will do. */
    private static Reading oneColumn(String text, boolean whole, char quote) {
        for (char delimiter : new char[] {',', ';', '\t', '|'}) {
            if (text.indexOf(delimiter) < 0) {
                return read(text, whole, delimiter, quote);
            }
        }
        return read(text, whole, '\u001F', quote);
    }

    /**
     * Marks that people said.
     *
     * @param delimiter between two values
     * @param quote around values
     */
    record Marks(Optional<Character> delimiter, Optional<Character> quote) {}

    private static CsvFormat format(Reading reading, CsvEncoding encoding, int above) {
        TableStart start = TableStart.of(reading.rows);
        int line = reading.lines.get(start.row());
        int skip = start.row() == 0 ? above : above + line - 1;
        return new CsvFormat(encoding, reading.delimiter, reading.quote, start.header(), skip);
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
     * @param lines the line that each row begins on, from 1
     * @param quotes values that begin with a quote
     * @param torn characters that follow a closing quote
     */
    private record Reading(
            char delimiter,
            char quote,
            List<List<String>> rows,
            List<Integer> lines,
            int quotes,
            int torn) {

        int width() {
            return TableStart.width(rows);
        }

        /**
         * Returns 0 for one column; more for even rows, less for quotes in the middle of values.
         */
        double score() {
            int columns = width();
            if (columns < 2) {
                return 0;
            }
            double even = 0;
            for (List<String> row : rows) {
                // A short row speaks for the delimiter that is in it, though less.
                even += row.size() == columns ? 1 : row.size() > 1 ? SHORT : 0;
            }
            even /= rows.size();
            double whole = 1.0 / (1 + torn);
            // Values that are something, then columns, decide between those that are as even.
            return even * even * whole + 1e-3 * typed() + 1e-6 * Math.min(columns, 1000);
        }

        /** Returns the share of cells that are numbers or days. */
        private double typed() {
            long cells = 0;
            long typed = 0;
            for (List<String> row : rows.subList(0, Math.min(50, rows.size()))) {
                for (String cell : row) {
                    cells += cell.isEmpty() ? 0 : 1;
                    typed += !cell.isEmpty() && TableStart.isTyped(cell) ? 1 : 0;
                }
            }
            return cells == 0 ? 0 : (double) typed / cells;
        }
    }

    private static Reading read(String text, boolean whole, char delimiter, char quote) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        int line = 1;
        int rowLine = 1;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int quotes = 0;
        int torn = 0;
        boolean quoted = false;
        boolean closed = false;
        int i = 0;
        for (; i < text.length() && rows.size() < ROWS; i++) {
            char c = text.charAt(i);
            boolean pair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            line += (c == '\n' && !pair) || c == '\r' ? 1 : 0;
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
                    cells.add(VisibleText.of(cell.toString()));
                }
                if (c != delimiter && !cells.isEmpty()) {
                    if (!FooterWords.isRuler(cells)) {
                        rows.add(cells);
                        lines.add(rowLine);
                    }
                    cells = new ArrayList<>();
                }
                rowLine = c == delimiter ? rowLine : line;
                cell.setLength(0);
                closed = false;
            } else if (c == quote && isBlank(cell) && !closed) {
                cell.setLength(0);
                quoted = true;
                quotes++;
            } else if (!closed || c != ' ') {
                torn += closed ? 1 : 0;
                cell.append(c);
            }
        }
        boolean rest = !cells.isEmpty() || !cell.isEmpty() || closed;
        boolean more = rest && whole && rows.size() < ROWS;
        cells.add(VisibleText.of(cell.toString()));
        if ((more && !FooterWords.isRuler(cells)) || rows.isEmpty()) {
            rows.add(cells);
            lines.add(rowLine);
            torn += quoted ? 1 : 0;
        }
        return new Reading(delimiter, quote, rows, lines, quotes, torn);
    }

    private static boolean isBlank(StringBuilder cell) {
        return cell.chars().allMatch(c -> c == ' ');
    }
}
