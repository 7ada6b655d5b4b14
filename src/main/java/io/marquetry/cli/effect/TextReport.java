package io.marquetry.cli.effect;

import io.marquetry.cli.common.TextTable;
import io.marquetry.effect.report.ReportPart;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.review.Card;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays out the parts of a report for a terminal; charts are left out. */
final class TextReport {

    private TextReport() {}

    /** Returns the lines. */
    static List<String> lines(List<ReportPart> blocks) {
        List<String> lines = new ArrayList<>();
        for (ReportPart block : blocks) {
            List<String> more = lines(block);
            boolean joined = block instanceof ReportPart.Paragraph && !more.isEmpty();
            if (!lines.isEmpty() && !joined && !more.isEmpty()) {
                lines.add("");
            }
            lines.addAll(more);
        }
        return lines;
    }

    private static List<String> lines(ReportPart block) {
        return switch (block) {
            case ReportPart.Heading heading -> List.of(heading.text());
            case ReportPart.Paragraph paragraph -> List.of(paragraph.text());
            case ReportPart.Cards cards -> cards(cards.cards());
            case ReportPart.Picture _ -> List.of();
            case ReportPart.Table table -> table(table);
            case ReportPart.Meanings meanings ->
                    meanings.entries().stream().map(m -> m.word() + ": " + m.meaning()).toList();
        };
    }

    private static List<String> cards(List<Card> cards) {
        TextTable table = new TextTable(List.of("", "", ""), Set.of(1));
        cards.forEach(
                card ->
                        table.add(
                                card.name(),
                                card.value().replace('\u00a0', ' '),
                                card.detail().replace('\u00a0', ' ')));
        return table.lines().stream().skip(1).toList();
    }

    private static List<String> table(ReportPart.Table table) {
        TextTable text =
                new TextTable(
                        table.columns().stream().map(Column::name).toList(),
                        IntStream.range(0, table.columns().size())
                                .filter(i -> table.columns().get(i).number())
                                .boxed()
                                .collect(Collectors.toSet()));
        for (List<Cell> row : table.rows()) {
            List<List<String>> cells = row.stream().map(TextReport::cell).toList();
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                int at = line;
                text.add(
                        cells.stream()
                                .map(cell -> at < cell.size() ? cell.get(at) : "")
                                .toArray(String[]::new));
            }
        }
        return text.lines();
    }

    private static List<String> cell(Cell cell) {
        String text = cell.text();
        if (!cell.detail().isEmpty()) {
            text +=
                    cell.detail().startsWith("[")
                            ? " " + cell.detail()
                            : " (" + cell.detail() + ")";
        }
        // What keeps numbers and units together on paper hinders those who search here.
        return text.replace('\u00a0', ' ').lines().toList();
    }
}
