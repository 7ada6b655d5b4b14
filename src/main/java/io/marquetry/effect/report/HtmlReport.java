package io.marquetry.effect.report;

import static io.marquetry.effect.chart.mark.SvgText.escaped;

import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.chart.mark.EstimatedWidths;
import io.marquetry.effect.chart.mark.Palette;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.SvgText;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.effect.review.Card;

import java.util.List;

/** Writes a report as one page for a browser that loads nothing else, runs nothing and prints. */
final class HtmlReport {

    private static final double WIDTH = 820;

    private final Report report;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** Returns the page. */
    static String of(Report report) {
        return new HtmlReport(report).write();
    }

    private String write() {
        String title = escaped(report.title() + " – " + report.about());
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(report.texts().locale().toLanguageTag()))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append("default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(css())
                .append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", report.title());
        report.blocks().forEach(this::block);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void block(ReportPart block) {
        switch (block) {
            case ReportPart.Heading heading -> element("h" + (heading.level() + 1), heading.text());
            case ReportPart.Paragraph paragraph ->
                    html.append("<p class=\"")
                            .append(tone(paragraph.tone()))
                            .append("\">")
                            .append(escaped(paragraph.text()))
                            .append("</p>\n");
            case ReportPart.Cards cards -> cards(cards.cards());
            case ReportPart.Picture picture -> picture(picture);
            case ReportPart.Table table -> table(table);
            case ReportPart.Meanings meanings -> {
                html.append("<dl>\n");
                for (ReportPart.Meant entry : meanings.entries()) {
                    element("dt", entry.word());
                    element("dd", entry.meaning());
                }
                html.append("</dl>\n");
            }
        }
    }

    private static String tone(ReportPart.Tone tone) {
        return switch (tone) {
            case PLAIN -> "plain";
            case MUTED -> "muted";
            case WARNING -> "warning";
        };
    }

    private void cards(List<Card> cards) {
        html.append("<div class=\"cards\">\n");
        for (Card card : cards) {
            html.append("<div class=\"card\"><span>")
                    .append(escaped(card.name()))
                    .append("</span><b>")
                    .append(escaped(card.value()))
                    .append("</b><span>")
                    .append(escaped(card.detail()))
                    .append("</span></div>\n");
        }
        html.append("</div>\n");
    }

    private void picture(ReportPart.Picture picture) {
        Space space = new Space(WIDTH, picture.height(), report.texts(), new EstimatedWidths());
        html.append("<figure>\n<figcaption>")
                .append(escaped(picture.chart().title()))
                .append("</figcaption>\n")
                .append(SvgText.of(Charts.draw(picture.chart(), space), Palette.LIGHT, false))
                .append("\n</figure>\n");
    }

    private void table(ReportPart.Table table) {
        html.append("<div class=\"wide\">\n<table>\n<thead><tr>");
        table.columns()
                .forEach(
                        column ->
                                html.append(column.number() ? "<th class=\"number\">" : "<th>")
                                        .append(escaped(column.name()))
                                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<ReportPart.Cell> row : table.rows()) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                ReportPart.Cell cell = row.get(i);
                html.append(table.columns().get(i).number() ? "<td class=\"number\">" : "<td>")
                        .append(escaped(cell.text()));
                if (!cell.detail().isEmpty()) {
                    html.append("<small>").append(escaped(cell.detail())).append("</small>");
                }
                html.append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String css() {
        return """
        body { margin: 0; background: %1$s; color: %2$s; font: 15px/1.5 %7$s;
          overflow-wrap: break-word; }
        main { max-width: 820px; margin: 0 auto; padding: 32px 24px; }
        h1 { font-size: 28px; margin: 0 0 8px; }
        h2 { font-size: 22px; margin: 40px 0 8px; }
        h3 { font-size: 17px; margin: 32px 0 8px; }
        h4 { font-size: 15px; margin: 24px 0 6px; }
        p.muted, small, .card span, dd { color: %3$s; }
        p.warning { color: %5$s; border-left: 3px solid %5$s; padding-left: 10px; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px; }
        .card { border: 1px solid %4$s; border-radius: 6px; padding: 10px 14px; }
        .card span { display: block; font-size: 13px; }
        .card b { font-size: 24px; font-weight: 600; }
        figure, .wide { margin: 24px 0; overflow-x: auto; }
        .wide { margin: 8px 0 16px; }
        figcaption { font-weight: 600; margin-bottom: 6px; }
        svg { display: block; width: 100%%; min-width: 660px; height: auto; }
        table { border-collapse: collapse; width: 100%%; font-size: 13px; }
        th { text-align: left; color: %3$s; border-bottom: 1px solid %6$s; padding: 5px 8px; }
        td { border-bottom: 1px solid %4$s; padding: 5px 8px; vertical-align: top; white-space: pre-line; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td small { display: block; }
        dt { font-weight: 600; margin-top: 8px; }
        dd { margin: 0; }
        @page { size: A4; margin: 16mm; }
        @media print {
          figure, .wide { overflow: visible; }
          svg { min-width: 0; }
          main { padding: 0; max-width: none; }
          figure, tr, .card, dt { break-inside: avoid; }
          h2, h3, h4, dt { break-after: avoid; }
          thead { display: table-header-group; }
        }
        """
                .formatted(
                        Palette.LIGHT.hex(Token.SURFACE),
                        Palette.LIGHT.hex(Token.TEXT),
                        Palette.LIGHT.hex(Token.MUTED),
                        Palette.LIGHT.hex(Token.GRID),
                        Palette.LIGHT.hex(Token.WARN),
                        Palette.LIGHT.hex(Token.AXIS),
                        SvgText.FONTS);
    }
}
