package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.review.AdviceWords;
import io.marquetry.effect.review.Reviewed;

import java.util.Comparator;
import java.util.List;

/** The rest of the first page: the chart that tells most, and what to do first. */
final class ReportMinute {

    private static final int MAX_ADVICE = 7;
    private static final int MAX_GAPS = 7;
    private static final double ROW = 34;

    private final Texts texts;
    private final EffectCharts charts;
    private final AdviceWords words;

    ReportMinute(Texts texts) {
        this.texts = texts;
        this.charts = new EffectCharts(texts);
        this.words = new AdviceWords(texts);
    }

    void add(Reviewed reviewed, List<ReportPart> blocks) {
        blocks.add(new ReportPart.Heading(2, texts.get("report.minute")));
        Chart chart = chart(reviewed);
        blocks.add(new ReportPart.Picture(chart, height(chart)));
        List<Advised> first =
                reviewed.advised().stream()
                        .sorted(Comparator.comparing(one -> waits(one.advice())))
                        .limit(MAX_ADVICE)
                        .toList();
        if (!first.isEmpty()) {
            blocks.add(
                    new ReportPart.Table(
                            List.of(
                                    new ReportPart.Column(texts.get("report.subject"), false),
                                    new ReportPart.Column(texts.get("report.do"), false)),
                            first.stream()
                                    .map(
                                            one ->
                                                    List.of(
                                                            ReportPart.Cell.of(words.subject(one)),
                                                            ReportPart.Cell.of(
                                                                    words.brief(one.advice()))))
                                    .toList()));
        }
    }

    /** Returns the effect where chance held people out; else how many got how far. */
    private Chart chart(Reviewed reviewed) {
        return charts.uplift(reviewed.segmented(), ReportCharts.main(reviewed.answer()))
                .filter(forest -> !forest.gaps().isEmpty())
                .<Chart>map(
                        forest ->
                                new Chart.Forest(
                                        forest.title(),
                                        forest.quantity(),
                                        forest.gaps().stream().limit(MAX_GAPS).toList()))
                .orElseGet(() -> charts.funnel(reviewed.answer(), reviewed.answer().all()));
    }

    private static double height(Chart chart) {
        return switch (chart) {
            case Chart.Forest forest -> 60 + forest.gaps().size() * ROW;
            case Chart.Funnel funnel -> funnel.stages().size() * ROW;
            case Chart.Trend _, Chart.Compared _, Chart.Contribution _, Chart.HeatMap _ -> 0;
        };
    }

    /** Returns whether nothing is to be done yet. */
    private static boolean waits(Advice advice) {
        return switch (advice) {
            case Advice.Promote _, Advice.Rework _, Advice.Pause _, Advice.Retire _ -> false;
            case Advice.TestFurther _, Advice.NotEnoughEvidence _ -> true;
        };
    }
}
