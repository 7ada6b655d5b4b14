package io.marquetry.effect.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.review.Card;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reports with names that are long, strange or hostile. */
class ReportFilesTest {

    private static final String LONG = "pack_" + "spring_wake_up_".repeat(12);
    private static final String HOSTILE = "</table><script>alert(1)</script>\u0000\u202e😀\"'&";

    @Test
    void nothingIsWrittenOutsideThePage() throws IOException {
        for (Locale language : Texts.LANGUAGES) {
            try (PDDocument document = Loader.loadPDF(PdfReport.of(report(language)))) {
                PDFTextStripper places =
                        new PDFTextStripper() {
                            @Override
                            protected void processTextPosition(TextPosition text) {
                                assertThat(text.getXDirAdj()).isGreaterThanOrEqualTo(47f);
                                assertThat(text.getXDirAdj() + text.getWidthDirAdj())
                                        .as(text.getUnicode())
                                        .isLessThanOrEqualTo(text.getPageWidth() - 47f);
                                assertThat(text.getYDirAdj())
                                        .isBetween(40f, text.getPageHeight() - 30f);
                            }
                        };
                places.writeText(document, new StringWriter());
            }
        }
    }

    @Test
    void aLongTableRepeatsItsHeadOnEveryPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.of(report(Locale.ENGLISH)))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(4);
            List<String> rows = new ArrayList<>();
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                assertThat(text).contains("Page " + page + " of " + pages);
                if (text.contains("row ")) {
                    assertThat(text).contains("Name of the row");
                }
                text.lines().filter(line -> line.startsWith("row ")).forEach(rows::add);
            }
            assertThat(rows).hasSize(150);
        }
    }

    @Test
    void wordsWithLigaturesCanBeFound() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfReport.of(report(Locale.ENGLISH)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("profit efficient flow");
        }
    }

    @Test
    void namesCannotBreakOutOfThePage() {
        String html = HtmlReport.of(report(Locale.ENGLISH));
        assertThat(html)
                .doesNotContain("<script")
                .contains("&lt;/table&gt;&lt;script&gt;")
                .contains("default-src 'none'");
    }

    private static Report report(Locale language) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rows.add(
                    List.of(
                            Cell.of("row " + i),
                            new Cell("1,234,567,890", "[" + i + ", 2]"),
                            Cell.of(i % 50 == 0 ? LONG : "无法定论，样本太少"),
                            Cell.of(i == 7 ? HOSTILE : "x")));
        }
        return new Report(
                "Report",
                LONG,
                Texts.in(language),
                List.of(
                        new ReportPart.Heading(1, LONG),
                        new ReportPart.Paragraph(HOSTILE, ReportPart.Tone.WARNING),
                        new ReportPart.Paragraph("profit efficient flow", ReportPart.Tone.PLAIN),
                        new ReportPart.Cards(
                                List.of(
                                        new Card(
                                                "many", LONG, "9,999,999,999,999,999,999.99", LONG),
                                        new Card("id", "收入", "1", ""))),
                        new ReportPart.Heading(2, "Table"),
                        new ReportPart.Table(
                                List.of(
                                        new Column("Name of the row", false),
                                        new Column("Number", true),
                                        new Column("Words", false),
                                        new Column("More", false)),
                                rows),
                        new ReportPart.Picture(
                                new Chart.Funnel(
                                        HOSTILE,
                                        List.of(new Chart.Stage(HOSTILE, 3)),
                                        Optional.empty()),
                                100),
                        new ReportPart.Heading(1, "second"),
                        new ReportPart.Meanings(
                                List.of(new ReportPart.Meant(LONG, LONG + "。" + HOSTILE)))));
    }
}
