package io.marquetry.effect.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

class ShiftFinderTest {

    private static final LocalDate MONDAY = LocalDate.of(2017, 1, 2);

    private final ShiftFinder finder = new ShiftFinder(Level.OF_95);

    @Test
    void withoutAShiftFivePercentOfSeriesAlarm() {
        // Rates vary from week to week by more than counting would make them (beta-binomial).
        assertThat(alarms(2_000, 26, true)).isBetween(0.04, 0.06);
    }

    @Test
    void shortSeriesThatOnlyCountingMovesAlarmNoMoreOften() {
        assertThat(alarms(2_000, ShiftFinder.FEWEST_SPANS, false)).isBetween(0.04, 0.06);
    }

    @Test
    void aDecayIsFoundWhereItBegan() {
        SplittableRandom random = new SplittableRandom(7);
        int near = 0;
        for (int run = 0; run < 50; run++) {
            Shift shift = finder.judge(series(26, random, week -> week < 16 ? 0.10 : 0.07, false));
            if (shift instanceof Shift.Found found) {
                assertThat(found.decay()).isTrue();
                assertThat(found.after()).isLessThan(found.before());
                long week = (found.since().toEpochDay() - MONDAY.toEpochDay()) / 7;
                near += Math.abs(week - 16) <= 2 ? 1 : 0;
            }
        }
        assertThat(near).isGreaterThan(40);
    }

    @Test
    void aRiseIsNoDecay() {
        Shift shift =
                finder.judge(
                        series(
                                26,
                                new SplittableRandom(3),
                                week -> week < 10 ? 0.02 : 0.08,
                                false));
        assertThat(shift).isInstanceOf(Shift.Found.class);
        assertThat(((Shift.Found) shift).decay()).isFalse();
    }

    @Test
    void fewSpansSayNothing() {
        List<TrendPoint> nine =
                series(9, new SplittableRandom(1), week -> week < 4 ? 0.9 : 0.1, false);
        assertThat(finder.judge(nine)).isEqualTo(new Shift.TooShort(9));
        assertThat(finder.judge(List.of())).isEqualTo(new Shift.TooShort(0));
    }

    @Test
    void whatNeverHappensIsSteady() {
        List<TrendPoint> none = series(12, new SplittableRandom(1), week -> 0, false);
        assertThat(finder.judge(none)).isEqualTo(new Shift.Steady(0, 1));
        assertThat(finder.band(none, finder.judge(none)))
                .allSatisfy(band -> assertThat(band.interval().high()).isZero());
    }

    @Test
    void theBandHoldsNineteenOfTwentySpans() {
        SplittableRandom random = new SplittableRandom(11);
        int inside = 0;
        int all = 0;
        for (int run = 0; run < 100; run++) {
            List<TrendPoint> points = series(26, random, week -> 0.1, true);
            List<Band> band = finder.band(points, new Shift.Steady(0.1, 1));
            for (int i = 0; i < points.size(); i++) {
                Rate rate = points.get(i).rate();
                inside +=
                        band.get(i).interval().contains((double) rate.count() / rate.of()) ? 1 : 0;
                all++;
            }
        }
        assertThat((double) inside / all).isEqualTo(0.95, within(0.02));
    }

    private double alarms(int runs, int weeks, boolean overdispersed) {
        SplittableRandom random = new SplittableRandom(1954);
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            List<TrendPoint> points = series(weeks, random, week -> 0.1, overdispersed);
            alarms += finder.judge(points) instanceof Shift.Found ? 1 : 0;
        }
        return (double) alarms / runs;
    }

    private static List<TrendPoint> series(
            int weeks, SplittableRandom random, IntToDoubleFunction rate, boolean overdispersed) {
        List<TrendPoint> points = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            long of = 400L + random.nextInt(400);
            double own = rate.applyAsDouble(week);
            if (overdispersed) {
                own = Math.clamp(own + 0.02 * random.nextGaussian(), 0.001, 0.999);
            }
            long count = 0;
            for (long i = 0; i < of; i++) {
                count += random.nextDouble() < own ? 1 : 0;
            }
            Share share = new Share(count, of);
            points.add(
                    new TrendPoint(
                            MONDAY.plusWeeks(week),
                            new Rate(count, of, Shares.wilson(share, Level.OF_95))));
        }
        return points;
    }
}
