package io.marquetry.effect.report;

import io.marquetry.base.Product;
import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.chart.mark.Anchor;
import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.Lettering;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.Token;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Sets a report on pages of A4. The same report gives the same bytes. */
final class PdfReport {

    private static final Lettering TITLE = new Lettering(22, true);
    private static final Lettering H1 = new Lettering(16, true);
    private static final Lettering H2 = new Lettering(13, true);
    private static final Lettering H3 = new Lettering(10.5, true);
    private static final Lettering TEXT = new Lettering(9.5, false);
    private static final Lettering STRONG = new Lettering(9.5, true);
    private static final Lettering NOTE = new Lettering(8.5, false);
    private static final double LEADING = 1.42;

    /** The letters of charts are made for screens; on paper they are as small as the text. */
    private static final double SCALE = 0.76;

    private static final double FOOT_RIGHT = 120;

    private final Report report;
    private final PdfPages pages;
    private final PdfFonts fonts;
    private final LineBreaks breaks;
    private final PdfTable tables;

    private PdfReport(Report report, PdfPages pages, PdfFonts fonts) {
        this.report = report;
        this.pages = pages;
        this.fonts = fonts;
        this.breaks = new LineBreaks(fonts, report.texts().locale());
        this.tables = new PdfTable(pages, fonts, breaks);
    }

    /** Returns the content of a file. */
    static byte[] of(Report report) throws IOException {
        try (PDDocument document = new PDDocument();
                PdfFonts fonts = new PdfFonts(document)) {
            // Otherwise made from the time.
            document.setDocumentId(1L);
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(report.title() + " – " + report.about());
            information.setCreator(Product.NAME);
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(report.texts().locale().toLanguageTag());
            PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
            shown.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(shown);
            try (PdfPages pages = new PdfPages(document, fonts)) {
                new PdfReport(report, pages, fonts).draw();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void draw() throws IOException {
        pages.words(0, 0, report.title(), TITLE, Anchor.START, Token.TEXT);
        pages.advance(TITLE.size() * LEADING);
        List<ReportPart> blocks = report.blocks();
        boolean first = true;
        for (int i = 0; i < blocks.size(); i++) {
            ReportPart block = blocks.get(i);
            if (block instanceof ReportPart.Heading(int level, String _) && level == 1) {
                if (!first) {
                    pages.newPage();
                }
                first = false;
            }
            draw(block, i + 1 < blocks.size() ? least(blocks.get(i + 1)) : 0);
        }
        List<String> foot =
                breaks.lines(
                        Product.NAME + " · " + report.title() + " · " + report.about(),
                        PdfPages.WIDTH - FOOT_RIGHT,
                        PdfPages.FOOT);
        pages.footers(
                foot.size() == 1 ? foot.getFirst() : foot.getFirst() + "…",
                page -> report.texts().get("report.page", page, pages.count()));
    }

    private void draw(ReportPart block, double next) throws IOException {
        switch (block) {
            case ReportPart.Heading heading -> heading(heading, next);
            case ReportPart.Paragraph paragraph -> paragraph(paragraph);
            case ReportPart.Cards cards -> new PdfCards(pages, fonts, breaks).draw(cards.cards());
            case ReportPart.Picture picture -> picture(picture);
            case ReportPart.Table table -> tables.draw(table);
            case ReportPart.Meanings meanings -> meanings(meanings);
        }
    }

    /** Returns how much of a block must stand below its heading. */
    private double least(ReportPart block) {
        return switch (block) {
            case ReportPart.Heading _ -> 60;
            case ReportPart.Paragraph _ -> 30;
            case ReportPart.Cards _ -> 60;
            case ReportPart.Picture picture -> drawing(picture).height() * SCALE + 28;
            case ReportPart.Table table -> tables.least(table);
            case ReportPart.Meanings _ -> 40;
        };
    }

    private void heading(ReportPart.Heading heading, double next) throws IOException {
        Lettering lettering = heading.level() == 1 ? H1 : heading.level() == 2 ? H2 : H3;
        double before = heading.level() == 1 ? 6 : heading.level() == 2 ? 16 : 10;
        List<String> lines = breaks.lines(heading.text(), PdfPages.WIDTH, lettering);
        double high = lines.size() * lettering.size() * LEADING;
        pages.need(Math.min(before + high + 4 + next, PdfPages.fullRoom()));
        pages.skip(before);
        for (String line : lines) {
            pages.words(0, 0, line, lettering, Anchor.START, Token.TEXT);
            pages.advance(lettering.size() * LEADING);
        }
        pages.advance(4);
    }

    private void paragraph(ReportPart.Paragraph paragraph) throws IOException {
        boolean warning = paragraph.tone() == ReportPart.Tone.WARNING;
        Lettering lettering = paragraph.tone() == ReportPart.Tone.MUTED ? NOTE : TEXT;
        Token token =
                switch (paragraph.tone()) {
                    case PLAIN -> Token.TEXT;
                    case MUTED -> Token.MUTED;
                    case WARNING -> Token.WARN;
                };
        double indent = warning ? 10 : 0;
        List<String> lines = breaks.lines(paragraph.text(), PdfPages.WIDTH - indent, lettering);
        double high = lines.size() * lettering.size() * LEADING;
        pages.need(high + 8);
        pages.skip(2);
        if (warning) {
            pages.rect(0, 0, 3, high, 1, Token.WARN);
        }
        for (String line : lines) {
            pages.words(indent, 0, line, lettering, Anchor.START, token);
            pages.advance(lettering.size() * LEADING);
        }
        pages.advance(6);
    }

    private void picture(ReportPart.Picture picture) throws IOException {
        Drawing drawing = drawing(picture);
        List<String> title = breaks.lines(picture.chart().title(), PdfPages.WIDTH, H3);
        double head = title.size() * H3.size() * LEADING + 4;
        pages.need(Math.min(head + drawing.height() * SCALE + 14, PdfPages.fullRoom()));
        pages.skip(6);
        for (String line : title) {
            pages.words(0, 0, line, H3, Anchor.START, Token.TEXT);
            pages.advance(H3.size() * LEADING);
        }
        pages.advance(4);
        pages.drawing(drawing, SCALE);
        pages.advance(drawing.height() * SCALE + 12);
    }

    private Drawing drawing(ReportPart.Picture picture) {
        return Charts.draw(
                picture.chart(),
                new Space(PdfPages.WIDTH / SCALE, picture.height(), report.texts(), fonts));
    }

    private void meanings(ReportPart.Meanings meanings) throws IOException {
        double left = 130;
        for (ReportPart.Meant entry : meanings.entries()) {
            List<String> words = breaks.lines(entry.word(), left - 12, STRONG);
            List<String> meaning = breaks.lines(entry.meaning(), PdfPages.WIDTH - left, TEXT);
            double line = TEXT.size() * LEADING;
            double high = Math.max(words.size(), meaning.size()) * line;
            pages.need(high);
            for (int i = 0; i < words.size(); i++) {
                pages.words(0, i * line, words.get(i), STRONG, Anchor.START, Token.TEXT);
            }
            for (int i = 0; i < meaning.size(); i++) {
                pages.words(left, i * line, meaning.get(i), TEXT, Anchor.START, Token.TEXT);
            }
            pages.advance(high + 5);
        }
    }
}
