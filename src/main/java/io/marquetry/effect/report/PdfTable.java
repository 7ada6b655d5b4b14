package io.marquetry.effect.report;

import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.report.ReportPart.Cell;

import java.io.IOException;
import java.util.List;

/** Sets a table; no row is cut by a page's end, and the head stands on every page. */
final class PdfTable {

    private static final Lettering HEAD = new Lettering(8.5, true);
    private static final Lettering TEXT = new Lettering(9, false);
    private static final Lettering DETAIL = new Lettering(7.5, false);
    private static final double LEADING = 1.3;
    private static final double PAD = 4;
    private static final double GAP = 10;
    private static final double LEAST = 46;

    private final PdfPages pages;
    private final PdfFonts fonts;
    private final LineBreaks breaks;

    PdfTable(PdfPages pages, PdfFonts fonts, LineBreaks breaks) {
        this.pages = pages;
        this.fonts = fonts;
        this.breaks = breaks;
    }

    void draw(ReportPart.Table table) throws IOException {
        double[] widths = widths(table);
        double head = height(head(table), widths, HEAD);
        double first = table.rows().isEmpty() ? 0 : height(table.rows().getFirst(), widths, TEXT);
        pages.need(head + first);
        head(table, widths, head);
        for (List<Cell> row : table.rows()) {
            double high = height(row, widths, TEXT);
            if (pages.room() < high) {
                pages.newPage();
                head(table, widths, head);
            }
            row(table, row, widths, TEXT, Token.TEXT);
            pages.advance(high);
            pages.line(0, 0, PdfPages.WIDTH, Token.GRID);
        }
        pages.advance(8);
    }

    /** Returns the least height that a table needs on the page of its heading. */
    double least(ReportPart.Table table) {
        double[] widths = widths(table);
        double head = height(head(table), widths, HEAD);
        return table.rows().isEmpty() ? head : head + height(table.rows().getFirst(), widths, TEXT);
    }

    private void head(ReportPart.Table table, double[] widths, double high) throws IOException {
        row(table, head(table), widths, HEAD, Token.MUTED);
        pages.advance(high);
        pages.line(0, 0, PdfPages.WIDTH, Token.AXIS);
    }

    private static List<Cell> head(ReportPart.Table table) {
        return table.columns().stream().map(column -> Cell.of(column.name())).toList();
    }

    private void row(
            ReportPart.Table table,
            List<Cell> row,
            double[] widths,
            Lettering lettering,
            Token token)
            throws IOException {
        double x = 0;
        for (int i = 0; i < row.size(); i++) {
            boolean number = table.columns().get(i).number();
            double at = number ? x + widths[i] : x;
            Anchor anchor = number ? Anchor.END : Anchor.START;
            double down = PAD;
            for (String line : breaks.lines(row.get(i).text(), widths[i], lettering)) {
                pages.words(at, down, line, lettering, anchor, token);
                down += lettering.size() * LEADING;
            }
            if (!row.get(i).detail().isEmpty()) {
                for (String line : breaks.lines(row.get(i).detail(), widths[i], DETAIL)) {
                    pages.words(at, down, line, DETAIL, anchor, Token.MUTED);
                    down += DETAIL.size() * LEADING;
                }
            }
            x += widths[i] + GAP;
        }
    }

    private double height(List<Cell> row, double[] widths, Lettering lettering) {
        double highest = 0;
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            int lines = breaks.lines(cell.text(), widths[i], lettering).size();
            int details =
                    cell.detail().isEmpty()
                            ? 0
                            : breaks.lines(cell.detail(), widths[i], DETAIL).size();
            highest =
                    Math.max(
                            highest,
                            lines * lettering.size() * LEADING + details * DETAIL.size() * LEADING);
        }
        return highest + 2 * PAD;
    }

    /** Gives each column what it would like; where that is too much, the widest give way. */
    private double[] widths(ReportPart.Table table) {
        int n = table.columns().size();
        double room = PdfPages.WIDTH - GAP * (n - 1);
        double[] widths = new double[n];
        for (int i = 0; i < n; i++) {
            widths[i] = wanted(table, i);
        }
        double sum = sum(widths);
        while (sum > room + 0.01) {
            int widest = widest(widths);
            double second = second(widths, widest);
            double next = Math.max(Math.max(second, LEAST), widths[widest] - (sum - room));
            if (next >= widths[widest]) {
                next = Math.max(LEAST / 2, widths[widest] - Math.max(1, (sum - room) / n));
            }
            widths[widest] = next;
            sum = sum(widths);
        }
        for (int i = 0; i < n && sum < room; i++) {
            widths[i] += (room - sum) / n;
        }
        return widths;
    }

    private double wanted(ReportPart.Table table, int column) {
        double wanted = fonts.width(table.columns().get(column).name(), HEAD);
        for (List<Cell> row : table.rows()) {
            wanted = Math.max(wanted, fonts.width(row.get(column).text(), TEXT));
            wanted = Math.max(wanted, fonts.width(row.get(column).detail(), DETAIL));
        }
        return wanted + 0.5;
    }

    private static double sum(double[] widths) {
        double sum = 0;
        for (double width : widths) {
            sum += width;
        }
        return sum;
    }

    private static int widest(double[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            if (widths[i] > widths[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    private static double second(double[] widths, int widest) {
        double second = 0;
        for (int i = 0; i < widths.length; i++) {
            if (i != widest) {
                second = Math.max(second, widths[i]);
            }
        }
        return second;
    }
}
