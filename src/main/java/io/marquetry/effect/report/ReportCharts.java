package io.marquetry.effect.report;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.TimeCharts;
import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The charts of a report, those that have something to show. */
final class ReportCharts {

    private static final double TALL = 500;

    private final Texts texts;
    private final EffectCharts charts;
    private final TimeCharts times;

    ReportCharts(Texts texts) {
        this.texts = texts;
        this.charts = new EffectCharts(texts);
        this.times = new TimeCharts(texts);
    }

    void add(Reviewed reviewed, List<ReportPart> blocks) {
        List<ShortChart> all = new ArrayList<>();
        EffectAnswer answer = reviewed.answer();
        for (Measure measure : List.of(Measure.HIT, Measure.CONVERSION, Measure.REVENUE)) {
            charts.uplift(reviewed.segmented(), measure)
                    .filter(chart -> !chart.gaps().isEmpty())
                    .ifPresent(chart -> all.add(ShortChart.of(chart)));
        }
        all.add(ShortChart.of(charts.funnel(answer, answer.all())));
        Measure main = main(answer);
        if (answer.all().arms().size() > 1) {
            all.add(ShortChart.of(charts.arms(answer.all(), main)));
        }
        reviewed.time().stream()
                .filter(time -> answer.divisions().get(time).groups().size() > 1)
                .mapToObj(time -> times.trend(answer, time, main, reviewed.trends()))
                .forEach(chart -> all.add(ShortChart.of(chart)));
        compared(answer, reviewed.packages(), main).ifPresent(all::add);
        compared(answer, reviewed.channels(), main).ifPresent(all::add);
        reviewed.tags().ifPresent(at -> all.add(ShortChart.of(charts.contribution(answer, at))));
        for (Dimension segment : reviewed.singleSegments()) {
            compared(answer, reviewed.index(Grouping.by(segment)), main).ifPresent(all::add);
            reviewed.overTime(segment)
                    .ifPresent(map -> all.add(ShortChart.of(times.heatMap(answer, map, main))));
        }
        blocks.add(new ReportPart.Heading(2, texts.get("report.charts")));
        all.stream()
                .filter(drawn -> !Charts.isEmpty(drawn.chart()))
                // What takes a whole page would leave the one before it empty.
                .sorted(Comparator.comparing(drawn -> height(drawn.chart()) > TALL))
                .forEach(drawn -> add(drawn, blocks));
    }

    private void add(ShortChart drawn, List<ReportPart> blocks) {
        blocks.add(new ReportPart.Picture(drawn.chart(), height(drawn.chart())));
        if (drawn.left() > 0) {
            blocks.add(
                    new ReportPart.Paragraph(
                            texts.get("report.notDrawn", drawn.left()), ReportPart.Tone.MUTED));
        }
    }

    private Optional<ShortChart> compared(EffectAnswer answer, OptionalInt at, Measure measure) {
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Division division = answer.divisions().get(at.getAsInt());
        Chart.Compared chart = charts.groups(answer, at.getAsInt(), measure);
        return chart.figures().size() < 2
                ? Optional.empty()
                : Optional.of(
                        ShortChart.of(chart, i -> division.groups().get(i).treated().targeted()));
    }

    /** Returns the figure that tells most of those recorded. */
    static Measure main(EffectAnswer answer) {
        return Stream.of(Measure.CONVERSION, Measure.HIT, Measure.REVENUE)
                .filter(measure -> isRecorded(answer, measure))
                .findFirst()
                .orElse(Measure.REACH);
    }

    private static boolean isRecorded(EffectAnswer answer, Measure measure) {
        return !(EffectCharts.figure(answer.all().treated(), measure) instanceof Estimate.Unknown);
    }

    private static double height(Chart chart) {
        return switch (chart) {
            case Chart.Trend _ -> 190;
            case Chart.Funnel funnel -> funnel.stages().size() * 34.0;
            case Chart.Forest forest -> 60 + forest.gaps().size() * 34.0;
            case Chart.Compared compared -> 50 + compared.figures().size() * 22.0;
            case Chart.Contribution bars -> 30 + bars.figures().size() * 20.0;
            case Chart.HeatMap map -> 50 + map.rows().size() * 22.0;
        };
    }
}
