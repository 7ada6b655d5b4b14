package io.marquetry.effect.chart;

import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Charts with everything that is hard to draw: long names, gaps, extremes, many rows. */
final class SampleCharts {

    static final LocalDate START = LocalDate.of(2026, 9, 28);
    static final String LONG =
            "pack_spring_wake_up_for_customers_who_have_not_bought_anything_for_a_year";

    private SampleCharts() {}

    static List<Chart> all() {
        return List.of(
                forest(),
                manyGaps(),
                funnel(),
                contradictoryFunnel(),
                trend(1, 9),
                trend(3, 90),
                trend(11, 30),
                oneDay(),
                compared(),
                contribution(),
                heatMap(7, 14),
                heatMap(3, 200),
                flat());
    }

    static Chart.Forest forest() {
        return new Chart.Forest(
                "Hit rate: uplift against No E-Mail",
                Quantity.POINTS,
                List.of(
                        gap("Mens E-Mail", .0765896, .0699535, .0832256, 1e-9),
                        gap("Womens E-Mail", .0452331, .0388938, .0515724, 1e-8),
                        gap("女装邮件 · 新客户 = 是", .0402331, .0308938, .0475724, .0004),
                        gap(LONG, -.02, -.031, -.009, .002),
                        gap("not new", .003, -.0071, .0131, .566),
                        new Chart.Gap(
                                "nobody",
                                new Difference.Unknown(Lacking.NOTHING_COUNTED),
                                Optional.empty(),
                                List.of(),
                                Optional.empty())));
    }

    static Chart.Forest manyGaps() {
        List<Chart.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            gaps.add(gap("segment " + i, i - 20, i - 20 - i * .4, i - 20 + i * .4, .04));
        }
        return new Chart.Forest("many", Quantity.MONEY_DIFFERENCE, gaps);
    }

    static Chart.Funnel funnel() {
        return new Chart.Funnel(
                "Funnel",
                List.of(
                        new Chart.Stage("Targeted", 42_694),
                        new Chart.Stage("Delivered", 41_840),
                        new Chart.Stage("Hit", 7_132),
                        new Chart.Stage("Converted", 456)),
                Optional.empty());
    }

    static Chart.Funnel contradictoryFunnel() {
        return new Chart.Funnel(
                "Funnel",
                List.of(
                        new Chart.Stage("Targeted", 10),
                        new Chart.Stage("Delivered", 0),
                        new Chart.Stage("Hit", 2_000_000_000_000L)),
                Optional.empty());
    }

    static Chart.Trend trend(int courses, int days) {
        List<Chart.Course> all = new ArrayList<>();
        for (int c = 0; c < courses; c++) {
            List<Chart.Step> steps = new ArrayList<>();
            for (int i = 0; i < days; i++) {
                double value =
                        .17 + c * .01 + Math.sin(i * .7 + c) * .008 - Math.max(0, i - 5) * .004;
                steps.add(
                        new Chart.Step(
                                START.plusDays(7L * i),
                                i == 3 && c == 0
                                        ? new Estimate.Unknown(Lacking.NOTHING_COUNTED)
                                        : new Estimate.Known(
                                                value, new Interval(value - .01, value + .01)),
                                courses == 1 || c == 1
                                        ? Optional.of(new Interval(.15 + c * .01, .19 + c * .01))
                                        : Optional.empty(),
                                Optional.of("trend-" + c + "-" + i)));
            }
            all.add(
                    new Chart.Course(
                            c == 0 ? LONG : "sms_template_" + c,
                            steps,
                            c < 2 ? Optional.of(START.plusDays(7L * (6 + c))) : Optional.empty()));
        }
        return new Chart.Trend("Hit rate over time", Quantity.SHARE, all);
    }

    static Chart.Trend oneDay() {
        return new Chart.Trend(
                "One day",
                Quantity.COUNT,
                List.of(
                        new Chart.Course(
                                "only",
                                List.of(
                                        new Chart.Step(
                                                START,
                                                new Estimate.Bare(0, Lacking.TOTALS_ONLY),
                                                Optional.empty(),
                                                Optional.empty())),
                                Optional.empty())));
    }

    static Chart.Compared compared() {
        return new Chart.Compared(
                "Conversion by arm",
                Quantity.SHARE,
                List.of(
                        figure("Mens E-Mail", .012531, .0112, .0141, false),
                        figure("Womens E-Mail", .008837, .0077, .0102, false),
                        figure(LONG, .00001, 0, .24, false),
                        new Chart.Figure(
                                "空",
                                new Estimate.Unknown(Lacking.NOTHING_COUNTED),
                                false,
                                "",
                                Optional.empty()),
                        figure("No E-Mail", .005726, .0048, .0068, true)));
    }

    static Chart.Contribution contribution() {
        List<Chart.Figure> figures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double value = 1_234_567.5 - i * 140_000;
            figures.add(figure("user_level_" + "x".repeat(i * 4), value, value, value, false));
        }
        return new Chart.Contribution("Revenue by tag", Quantity.MONEY, figures);
    }

    /** Amounts of whom few pay in the first month. */
    static Chart.HeatMap unsure() {
        Interval wide = new Interval(1, 9);
        return new Chart.HeatMap(
                "Revenue by month",
                Quantity.MONEY,
                List.of("May", "June"),
                List.of(
                        new Chart.HeatRow(
                                "gold",
                                List.of(
                                        new Chart.HeatCell(
                                                new Estimate.Known(
                                                        5, wide, Method.STUDENT, Footing.SPARSE),
                                                40,
                                                Optional.empty()),
                                        new Chart.HeatCell(
                                                new Estimate.Known(6, wide),
                                                40_000,
                                                Optional.empty())))));
    }

    static Chart.HeatMap heatMap(int rows, int columns) {
        List<String> days = new ArrayList<>();
        List<Chart.HeatRow> all = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            days.add("Sep " + (j + 1));
        }
        for (int i = 0; i < rows; i++) {
            List<Chart.HeatCell> cells = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                double value = (i * 7 + j * 3) % 23 / 23.0;
                cells.add(
                        new Chart.HeatCell(
                                (i + j) % 5 == 4
                                        ? new Estimate.Unknown(Lacking.NOTHING_COUNTED)
                                        : new Estimate.Known(value, new Interval(value, value)),
                                100L + j,
                                Optional.of("0/" + j)));
            }
            all.add(new Chart.HeatRow(i == 0 ? LONG : "segment " + i, cells));
        }
        return new Chart.HeatMap("Hit rate by segment and day", Quantity.SHARE, days, all);
    }

    /** Values that are all the same leave no span to scale by. */
    static Chart.Compared flat() {
        return new Chart.Compared(
                "flat",
                Quantity.MONEY,
                List.of(figure("a", 0, 0, 0, false), figure("b", 0, 0, 0, false)));
    }

    private static Chart.Gap gap(String name, double value, double low, double high, double p) {
        Difference.Measured found =
                new Difference.Measured(value, new Interval(low, high), p, Method.WALD);
        return new Chart.Gap(
                name, found, Optional.of(found.verdict()), List.of(), Optional.of("0/1"));
    }

    private static Chart.Figure figure(
            String name, double value, double low, double high, boolean control) {
        return new Chart.Figure(
                name,
                new Estimate.Known(value, new Interval(low, high)),
                control,
                "of 100",
                Optional.of("0/0"));
    }
}
