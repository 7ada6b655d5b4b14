package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.report.Block.Cell;
import io.marquetry.effect.report.Block.Column;
import io.marquetry.effect.report.Block.Heading;
import io.marquetry.effect.report.Block.Paragraph;
import io.marquetry.effect.report.Block.Tone;
import io.marquetry.effect.stats.Difference;

import java.util.ArrayList;
import java.util.List;

/** Tables of what the targeting caused; none where nobody was held out by chance. */
final class ReportComparisons {

    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;

    ReportComparisons(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
    }

    void add(Group all, List<Block> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        rows(all, "", true, rows);
        table(rows, "", blocks);
    }

    void add(EffectAnswer answer, Division division, List<Block> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Group group : division.groups()) {
            rows(group, names.group(group), false, rows);
        }
        if (rows.isEmpty()) {
            return;
        }
        int shown = Math.min(rows.size(), ReportTables.MOST_ROWS);
        table(rows.subList(0, shown), names.grouping(division.grouping()), blocks);
        ReportTables.cut(rows.size(), texts, blocks);
        blocks.add(
                new Paragraph(
                        texts.get(
                                "cli.effect.corrected",
                                texts.get(
                                        "effect.correction."
                                                + answer.request().correction().name())),
                        Tone.MUTED));
    }

    private void table(List<List<Cell>> rows, String by, List<Block> blocks) {
        if (rows.isEmpty()) {
            return;
        }
        blocks.add(
                new Heading(
                        3,
                        by.isEmpty()
                                ? texts.get("report.uplift")
                                : texts.get("report.upliftBy", by)));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(texts.get("report.compared"), false));
        columns.add(new Column(texts.get("report.measure"), false));
        columns.add(new Column(texts.get("report.difference"), true));
        columns.add(new Column(texts.get("report.p"), true));
        columns.add(new Column(texts.get("report.verdict"), false));
        blocks.add(new Block.Table(columns, rows));
    }

    private void rows(Group group, String name, boolean all, List<List<Cell>> rows) {
        if (!(group.uplift() instanceof Uplift.Measured measured)) {
            return;
        }
        String control =
                group.arms().stream()
                        .filter(arm -> arm.control())
                        .map(arm -> arm.arm())
                        .findFirst()
                        .orElse("");
        for (Comparison comparison : measured.comparisons()) {
            boolean ofControl = comparison.against().equals(control);
            boolean shown =
                    all || ofControl && comparison.arm().isPresent() && told(comparison.measure());
            if (shown) {
                String pair = names.pair(comparison, ofControl);
                rows.add(row(name.isEmpty() ? pair : pair + " · " + name, comparison));
            }
        }
    }

    private static boolean told(Measure measure) {
        return measure != Measure.PROFIT && measure != Measure.RETURN;
    }

    private List<Cell> row(String name, Comparison comparison) {
        Quantity quantity = EffectCharts.difference(comparison.measure());
        Cell measure = Cell.of(texts.get("effect.measure." + comparison.measure().name()));
        return switch (comparison.difference()) {
            case Difference.Measured found ->
                    List.of(
                            Cell.of(name),
                            measure,
                            new Cell(
                                    amounts.text(quantity, found.value()),
                                    amounts.interval(quantity, found.interval())),
                            Cell.of(amounts.p(comparison.adjusted().orElse(found.pValue()))),
                            new Cell(
                                    texts.get("effect.verdict." + found.verdict().name()),
                                    texts.get("effect.method." + found.method().name())));
            case Difference.Unknown unknown ->
                    List.of(
                            Cell.of(name),
                            measure,
                            Cell.of("–"),
                            Cell.of("–"),
                            Cell.of(texts.get("effect.lacking." + unknown.why().name())));
        };
    }
}
