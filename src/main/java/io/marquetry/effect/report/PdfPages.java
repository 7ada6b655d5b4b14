package io.marquetry.effect.report;

import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Mark;
import io.marquetry.effect.chart.mark.Palette;
import io.marquetry.effect.chart.mark.Point;
import io.marquetry.effect.chart.mark.Stroke;
import io.marquetry.effect.chart.mark.Token;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Pages of A4 that are filled from the top; places on them are told from the upper left corner. */
final class PdfPages implements Closeable {

    /** The part of a page that is filled. */
    static final double WIDTH = PDRectangle.A4.getWidth() - 2 * PdfPages.MARGIN;

    static final Lettering FOOT = new Lettering(8, false);

    private static final double MARGIN = 48;
    private static final double BOTTOM = 60;
    private static final double PAGE = PDRectangle.A4.getHeight();

    private final PDDocument document;
    private final PdfFonts fonts;
    private PdfBrush brush;
    private double y = MARGIN;

    PdfPages(PDDocument document, PdfFonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.brush = page();
    }

    /** Begins a new page unless this one is empty. */
    void newPage() throws IOException {
        if (y > MARGIN) {
            brush.close();
            brush = page();
            y = MARGIN;
        }
    }

    /**
     * Begins a new page unless there is so much room; what is higher than a page is let through.
     */
    void need(double height) throws IOException {
        if (y + height > PAGE - BOTTOM) {
            newPage();
        }
    }

    /** Returns how much room is left on this page. */
    double room() {
        return PAGE - BOTTOM - y;
    }

    /** Returns how much room an empty page has. */
    static double fullRoom() {
        return PAGE - BOTTOM - MARGIN;
    }

    void skip(double height) {
        if (y > MARGIN) {
            y += height;
        }
    }

    void advance(double height) {
        y += height;
    }

    /** Writes a line whose upper edge is at the place below what is there. */
    void words(double x, double down, String text, Lettering lettering, Anchor anchor, Token token)
            throws IOException {
        brush.words(
                new Mark.Words(
                        new Point(MARGIN + x, y + down + lettering.size()),
                        text,
                        lettering,
                        anchor,
                        Ink.of(token)));
    }

    void rect(double x, double down, double width, double height, double corner, Token token)
            throws IOException {
        brush.mark(new Mark.Rect(MARGIN + x, y + down, width, height, corner, Ink.of(token)));
    }

    void line(double x, double down, double width, Token token) throws IOException {
        brush.mark(
                new Mark.Line(
                        new Point(MARGIN + x, y + down),
                        new Point(MARGIN + x + width, y + down),
                        new Stroke(Ink.of(token), 0.7, false)));
    }

    /**
     * Paints a drawing below what is there.
     *
     * @param scale points per unit of the drawing
     */
    void drawing(Drawing drawing, double scale) throws IOException {
        brush.drawing(drawing, MARGIN, y, scale);
    }

    private PdfBrush page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PdfBrush(new PDPageContentStream(document, page), fonts, Palette.LIGHT, PAGE);
    }

    /** Writes below all pages, from the left and from the right; call it when they are full. */
    void footers(String left, IntFunction<String> right) throws IOException {
        brush.close();
        List<PDPage> pages = new ArrayList<>();
        document.getPages().forEach(pages::add);
        for (int i = 0; i < pages.size(); i++) {
            try (PdfBrush foot =
                    new PdfBrush(
                            new PDPageContentStream(
                                    document,
                                    pages.get(i),
                                    PDPageContentStream.AppendMode.APPEND,
                                    true),
                            fonts,
                            Palette.LIGHT,
                            PAGE)) {
                Ink muted = Ink.of(Token.MUTED);
                double down = PAGE - 32;
                foot.words(
                        new Mark.Words(new Point(MARGIN, down), left, FOOT, Anchor.START, muted));
                foot.words(
                        new Mark.Words(
                                new Point(MARGIN + WIDTH, down),
                                right.apply(i + 1),
                                FOOT,
                                Anchor.END,
                                muted));
            }
        }
    }

    int count() {
        return document.getNumberOfPages();
    }

    @Override
    public void close() throws IOException {
        brush.close();
    }
}
