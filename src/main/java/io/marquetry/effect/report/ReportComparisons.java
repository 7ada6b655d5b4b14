package io.marquetry.effect.report;

import io.marquetry.base.NameList;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        List<Shown> shown = new ArrayList<>();
        shown(all, "", true, shown);
        table(shown, "", blocks);
        corrected(shown, blocks);
    }

    void add(EffectAnswer answer, Division division, List<ReportPart> blocks) {
        List<Shown> all = new ArrayList<>();
        for (Group group : division.groups()) {
            shown(group, names.group(group), false, all);
        }
        if (all.isEmpty()) {
            return;
        }
        List<Shown> shown = all.subList(0, Math.min(all.size(), ReportTables.MAX_ROWS));
        table(shown, names.grouping(division.grouping()), blocks);
        ReportTables.cut(all.size(), texts, blocks);
        corrected(shown, blocks);
    }

    /**
     * Says for what the p-values and intervals above are corrected, and of whom that is true where
     * not of all.
     */
    private void corrected(List<Shown> shown, List<ReportPart> blocks) {
        Map<String, Set<String>> bySentence = new LinkedHashMap<>();
        for (Shown one : shown) {
            one.corrected()
                    .ifPresent(
                            sentence ->
                                    bySentence
                                            .computeIfAbsent(
                                                    sentence, none -> new LinkedHashSet<>())
                                            .add(one.line().compared()));
        }
        if (bySentence.isEmpty()) {
            return;
        }
        String said = bySentence.keySet().iterator().next();
        if (bySentence.size() > 1) {
            said =
                    bySentence.entrySet().stream()
                            .map(
                                    of ->
                                            texts.get(
                                                    "report.corrected.of",
                                                    NameList.of(of.getValue()),
                                                    of.getKey()))
                            .collect(Collectors.joining("; "));
        }
        blocks.add(new Paragraph(texts.get("report.corrected", said), Tone.MUTED));
    }

    private void table(List<Shown> shown, String by, List<ReportPart> blocks) {
        if (shown.isEmpty()) {
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
        blocks.add(new ReportPart.Table(columns, shown.stream().map(Shown::row).toList()));
    }

    private void shown(Group group, String name, boolean all, List<Shown> shown) {
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
            boolean told =
                    all || ofControl && comparison.arm().isPresent() && told(comparison.measure());
            if (told) {
                Optional<String> corrected =
                        comparison.difference() instanceof Difference.Measured
                                ? Optional.of(words.corrected(comparison))
                                : Optional.empty();
                words.lines(comparison, ofControl)
                        .forEach(line -> shown.add(new Shown(name, line, corrected)));
            }
        }
    }

    private static boolean told(Measure measure) {
        return measure != Measure.PROFIT && measure != Measure.RETURN;
    }

    /**
     * One row of a table, and for what its figures are corrected; that is empty where there is no
     * figure.
     */
    private record Shown(String group, UpliftLine line, Optional<String> corrected) {

        List<Cell> row() {
            return List.of(
                    Cell.of(group.isEmpty() ? line.compared() : line.compared() + " · " + group),
                    Cell.of(line.measure()),
                    new Cell(line.value(), line.interval()),
                    Cell.of(line.p()),
                    new Cell(line.verdict(), line.method()));
        }
    }
}
