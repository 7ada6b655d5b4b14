package io.marquetry.effect.chart.drawing;

import io.marquetry.base.SpreadsheetText;
import io.marquetry.effect.chart.drawing.ChartNumbers.Cell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers as CSV (RFC 4180). The file begins with a byte order mark, because Excel reads UTF-8
 * without one as another encoding and spoils Chinese names; others skip it. Words that a
 * spreadsheet would run as a formula get an apostrophe before them (OWASP, "CSV Injection").
 */
public final class CsvText {

    private static final String MARK = "\uFEFF";
    private static final String LINE = "\r\n";

    private CsvText() {}

    /** Returns the content of a file. */
    public static byte[] of(ChartNumbers numbers) {
        StringBuilder csv = new StringBuilder(MARK);
        line(csv, numbers.head().stream().map(SpreadsheetText::harmless).toList());
        numbers.rows().forEach(row -> line(csv, row.stream().map(CsvText::cell).toList()));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case ChartNumbers.Words words -> SpreadsheetText.harmless(words.text());
            case ChartNumbers.Number number ->
                    number.value().map(value -> value.toPlainString()).orElse("");
        };
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(CsvText::quoted).collect(Collectors.joining(",")))
                .append(LINE);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
