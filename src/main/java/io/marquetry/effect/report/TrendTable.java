package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.GroupNames;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.report.ReportPart.Cell;
import io.marquetry.effect.report.ReportPart.Column;
import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.Trend;

import java.util.List;
import java.util.stream.Collectors;

/** How rates went, in words. */
public final class TrendTable {

    private final Texts texts;
    private final Amounts amounts;
    private final GroupNames names;

    /** Speaks the language of the texts. */
    public TrendTable(Texts texts) {
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.names = new GroupNames(texts);
    }

    /** Returns a row for each trend. */
    public ReportPart.Table of(List<Trend> trends) {
        return new ReportPart.Table(
                List.of(
                        new Column(texts.get("report.subject"), false),
                        new Column(texts.get("report.spans"), true),
                        new Column(texts.get("report.trend"), false)),
                trends.stream()
                        .map(
                                trend ->
                                        List.of(
                                                Cell.of(whose(trend)),
                                                Cell.of(amounts.count(trend.points().size())),
                                                Cell.of(shift(trend.shift()))))
                        .toList());
    }

    private String whose(Trend trend) {
        return trend.values().isEmpty()
                ? texts.get("chart.everybody")
                : trend.values().stream().map(names::value).collect(Collectors.joining(" · "));
    }

    private String shift(Shift shift) {
        return switch (shift) {
            case Shift.TooShort _ -> texts.get("effect.shift.tooShort");
            case Shift.Steady steady ->
                    texts.get("effect.shift.steady", amounts.text(Quantity.SHARE, steady.rate()));
            case Shift.Found found ->
                    texts.get(
                            found.decay() ? "effect.shift.decay" : "effect.shift.rise",
                            amounts.text(Quantity.SHARE, found.before()),
                            amounts.text(Quantity.SHARE, found.after()),
                            amounts.day(found.since()),
                            amounts.p(found.pValue()));
        };
    }
}
