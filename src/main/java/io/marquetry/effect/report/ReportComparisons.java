package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.report.ReportPart.Heading;
import io.marquetry.effect.report.ReportPart.Paragraph;
import io.marquetry.effect.report.ReportPart.Tone;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.UpliftLine;
import io.marquetry.effect.stats.Difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of what the targeting caused; none where nobody was held out by chance. */
final class ReportComparisons {

    private final EffectWords words;
    private final Texts texts;
    private final GroupNames names;

    ReportComparisons(EffectWords words) {
        this.words = words;
        this.texts = words.texts();
        this.names = words.names();
    }

    void add(Group all, List<ReportPart> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        rows(all, "", true, rows);
        table(rows, "", blocks);
        corrected(List.of(all), blocks);
    }

    /** Says for what the p-values and intervals above are corrected, or that they are not. */
    private void corrected(List<Group> groups, List<ReportPart> blocks) {
        groups.stream()
                .flatMap(
                        group ->
                                group.uplift() instanceof Uplift.Measured measured
                                        ? measured.comparisons().stream()
                                        : Stream.empty())
                .filter(comparison -> comparison.difference() instanceof Difference.Measured)
                .map(words::corrected)
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .ifPresent(
                        looks ->
                                blocks.add(
                                        new Paragraph(
                                                texts.get("report.corrected", looks), Tone.MUTED)));
    }

    void add(EffectAnswer answer, Division division, List<ReportPart> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Group group : division.groups()) {
            rows(group, names.group(group), false, rows);
        }
        if (rows.isEmpty()) {
            return;
        }
        int shown = Math.min(rows.size(), ReportTables.MAX_ROWS);
        table(rows.subList(0, shown), names.grouping(division.grouping()), blocks);
        ReportTables.cut(rows.size(), texts, blocks);
        corrected(division.groups(), blocks);
    }

    private void table(List<List<Cell>> rows, String by, List<ReportPart> blocks) {
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
        blocks.add(new ReportPart.Table(columns, rows));
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
        for (ArmComparison comparison : measured.comparisons()) {
            boolean ofControl = comparison.against().equals(control);
            boolean shown =
                    all || ofControl && comparison.arm().isPresent() && told(comparison.measure());
            if (shown) {
                words.lines(comparison, ofControl).forEach(line -> rows.add(row(name, line)));
            }
        }
    }

    private static boolean told(Measure measure) {
        return measure != Measure.PROFIT && measure != Measure.RETURN;
    }

    private static List<Cell> row(String name, UpliftLine line) {
        return List.of(
                Cell.of(name.isEmpty() ? line.compared() : line.compared() + " · " + name),
                Cell.of(line.measure()),
                new Cell(line.value(), line.interval()),
                Cell.of(line.p()),
                new Cell(line.verdict(), line.method()));
    }
}
