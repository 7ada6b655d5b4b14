package io.marquetry.effect.report;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.stats.Estimate;

import java.util.ArrayList;
import java.util.List;

/** The table of what each arm cost, and what came of it; each ratio with its interval. */
final class CostTable {

    private final EffectWords words;

    CostTable(EffectWords words) {
        this.words = words;
    }

    ReportPart.Table of(EffectAnswer answer) {
        OutcomeMapping mapping = answer.set().mapping();
        boolean conversions = mapping.records(OutcomeRole.CONVERTED);
        boolean revenue = mapping.records(OutcomeRole.REVENUE);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.texts().get("report.arm"), false));
        columns.add(new Column(words.texts().get("report.allCost"), true));
        columns.add(new Column(words.texts().get("report.costPerHead"), true));
        if (conversions) {
            columns.add(new Column(words.texts().get("effect.costPerConversion"), true));
        }
        if (revenue) {
            columns.add(new Column(words.texts().get("review.card.roi"), true));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (ArmFigures arm : answer.all().arms()) {
            String name = words.names().arm(arm.arm());
            rows.add(
                    row(
                            arm.control() ? words.texts().get("cli.effect.control", name) : name,
                            arm.figures(),
                            conversions,
                            revenue));
        }
        if (rows.size() > 1) {
            rows.add(
                    row(
                            words.texts().get("chart.allTreated"),
                            answer.all().treated(),
                            conversions,
                            revenue));
        }
        return new ReportPart.Table(columns, rows);
    }

    private List<Cell> row(String name, Figures figures, boolean conversions, boolean revenue) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(name));
        cells.add(
                Cell.of(
                        words.amounts()
                                .text(Quantity.MONEY, figures.cost().total().doubleValue())));
        cells.add(cell(Quantity.MONEY, figures.cost().perHead()));
        if (conversions) {
            cells.add(cell(Quantity.MONEY, figures.costPerConversion()));
        }
        if (revenue) {
            cells.add(cell(Quantity.FACTOR, figures.roi()));
        }
        return cells;
    }

    private Cell cell(Quantity quantity, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known ->
                    new Cell(
                            words.value(quantity, known),
                            words.remarks()
                                    .marked(
                                            words.amounts().interval(quantity, known.interval()),
                                            known.footing()));
            case Estimate.Bare _, Estimate.Unknown _ ->
                    new Cell(words.value(quantity, estimate), words.sureness(quantity, estimate));
        };
    }
}
