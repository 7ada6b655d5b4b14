package io.marquetry.effect.chart.drawing;

import io.marquetry.base.SpreadsheetCsv;
import io.marquetry.effect.chart.drawing.ChartNumbers.Cell;

import java.nio.charset.StandardCharsets;

/** Numbers as CSV, for a spreadsheet. */
public final class CsvText {

    private CsvText() {}

    /** Returns the content of a file. */
    public static byte[] of(ChartNumbers numbers) {
        StringBuilder csv = new StringBuilder(SpreadsheetCsv.MARK);
        csv.append(SpreadsheetCsv.row(numbers.head()));
        numbers.rows()
                .forEach(
                        row ->
                                csv.append(
                                        SpreadsheetCsv.joined(
                                                row.stream().map(CsvText::cell).toList())));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case ChartNumbers.Words words -> SpreadsheetCsv.cell(words.text());
            case ChartNumbers.Number number ->
                    number.value().map(value -> value.toPlainString()).orElse("");
        };
    }
}
