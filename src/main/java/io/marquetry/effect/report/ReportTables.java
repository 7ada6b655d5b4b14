package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.report.ReportPart.Heading;
import io.marquetry.effect.report.ReportPart.Paragraph;
import io.marquetry.effect.report.ReportPart.Tone;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Name;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.sums.Counts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a report: all figures with their intervals. */
final class ReportTables {

    /** So many rows of one table are on paper; the command line tells all. */
    static final int MAX_ROWS = 400;

    private final EffectWords words;
    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;

    ReportTables(EffectWords words) {
        this.words = words;
        this.texts = words.texts();
        this.amounts = words.amounts();
        this.names = words.names();
    }

    void add(Reviewed reviewed, List<ReportPart> blocks) {
        EffectAnswer answer = reviewed.answer();
        ReportComparisons comparisons = new ReportComparisons(words);
        blocks.add(new Heading(2, texts.get("report.figures")));
        arms(answer, blocks);
        comparisons.add(answer.all(), blocks);
        for (Division division : reviewed.told()) {
            division(answer, division, blocks);
            comparisons.add(answer, division, blocks);
        }
    }

    private void arms(EffectAnswer answer, List<ReportPart> blocks) {
        Told told = told(answer);
        List<List<Cell>> rows = new ArrayList<>();
        for (ArmFigures arm : answer.all().arms()) {
            String name = names.arm(arm.arm());
            rows.add(
                    row(
                            new Name(
                                    arm.control() ? texts.get("cli.effect.control", name) : name,
                                    ""),
                            arm.figures(),
                            told));
        }
        if (rows.size() > 1) {
            rows.add(
                    row(new Name(texts.get("chart.allTreated"), ""), answer.all().treated(), told));
        }
        blocks.add(new ReportPart.Table(columns(texts.get("report.arm"), told), rows));
        if (told.cost()) {
            blocks.add(new Heading(3, texts.get("report.costs")));
            blocks.add(new CostTable(words).of(answer));
        }
    }

    private void division(EffectAnswer answer, Division division, List<ReportPart> blocks) {
        Told told = told(answer);
        String by = names.grouping(division.grouping());
        blocks.add(new Heading(3, texts.get("report.by", by)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Group group : division.groups().stream().limit(MAX_ROWS).toList()) {
            rows.add(row(words.keyed(group), group.treated(), told));
        }
        blocks.add(new ReportPart.Table(columns(by, told), rows));
        cut(division.groups().size(), texts, blocks);
    }

    /** Says how many rows are not in the table, if any. */
    static void cut(int rows, Texts texts, List<ReportPart> blocks) {
        if (rows > MAX_ROWS) {
            blocks.add(
                    new Paragraph(
                            texts.get("report.cut", MAX_ROWS, rows, rows - MAX_ROWS), Tone.MUTED));
        }
    }

    private List<Column> columns(String first, Told told) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(first, false));
        columns.add(new Column(texts.get("review.card.targeted"), true));
        told.measures().forEach(measure -> columns.add(new Column(words.measure(measure), true)));
        return columns;
    }

    private List<Cell> row(Name name, Figures figures, Told told) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(name.text(), name.key()));
        cells.add(Cell.of(amounts.count(figures.targeted())));
        for (Measure measure : told.measures()) {
            cells.add(cell(figures, measure));
        }
        return cells;
    }

    private Cell cell(Figures figures, Measure measure) {
        Quantity quantity = EffectCharts.quantity(measure);
        Estimate estimate = EffectCharts.figure(figures, measure);
        String value = words.value(quantity, estimate);
        return switch (estimate) {
            case Estimate.Known known ->
                    new Cell(
                            counted(figures, measure) + value,
                            words.remarks()
                                    .marked(
                                            amounts.interval(quantity, known.interval())
                                                    + times(figures, measure),
                                            known.footing()));
            case Estimate.Bare _ -> Cell.of(counted(figures, measure) + value);
            case Estimate.Unknown unknown -> new Cell(value, words.lacking(unknown.why()));
        };
    }

    private String counted(Figures figures, Measure measure) {
        return switch (measure) {
            case REACH -> count(figures.reach());
            case HIT -> count(figures.hit());
            case CONVERSION -> count(figures.conversion());
            case REVENUE, PROFIT, RETURN -> "";
        };
    }

    /** Returns how often people did it, where some did it more than once. */
    private String times(Figures figures, Measure measure) {
        Counts counts = figures.sums().counts();
        long times =
                switch (measure) {
                    case HIT -> counts.hits() > counts.hit() ? counts.hits() : 0;
                    case CONVERSION ->
                            counts.conversions() > counts.converted() ? counts.conversions() : 0;
                    case REACH, REVENUE, PROFIT, RETURN -> 0;
                };
        return times == 0 ? "" : " · " + texts.get("report.times", amounts.count(times));
    }

    private String count(Rate rate) {
        return amounts.count(rate.count()) + " · ";
    }

    /** What the columns tell. */
    private record Told(List<Measure> measures, boolean cost) {}

    private static Told told(EffectAnswer answer) {
        OutcomeMapping mapping = answer.set().mapping();
        boolean cost =
                mapping.records(OutcomeRole.COST)
                        || answer.request().economics().costPerSend().signum() > 0;
        List<Measure> measures =
                Stream.of(Measure.values())
                        .filter(
                                measure ->
                                        switch (measure) {
                                            case REACH -> mapping.records(OutcomeRole.DELIVERED);
                                            case HIT -> mapping.records(OutcomeRole.HIT);
                                            case CONVERSION ->
                                                    mapping.records(OutcomeRole.CONVERTED);
                                            case REVENUE, PROFIT ->
                                                    mapping.records(OutcomeRole.REVENUE);
                                            case RETURN -> false;
                                        })
                        .toList();
        return new Told(measures, cost);
    }
}
