package io.marquetry.effect.watch;

import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Looks for one lasting shift of a rate: the cumulative sum of the deviations from the common rate,
 * standardised, at its largest (E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954)
 * 100-115; for a change in the midst of a known series D. M. Hawkins, JASA 72 (1977) 180-186).
 *
 * <p>How large it gets by chance is found by shuffling the spans (a permutation test, 999 times and
 * up to 19,999 where few are as large, always the same way). So where spans could as well come in
 * any other order, the false-alarm rate is 5 % for one look at a series, decay and rise together,
 * however much the rate varies from span to span. Days with a weekly rhythm could not come in any
 * other order: take weeks where weekdays differ.
 */
public final class ShiftFinder {

    /** With fewer spans nothing is said: too many of their orders look alike. */
    public static final int FEWEST_SPANS = 10;

    private static final int FEWEST_ON_A_SIDE = 3;
    private static final int SHUFFLES = 999;

    /** One of many series has to be surer than 999 shuffles can tell. */
    private static final int MAX_SHUFFLES = 19_999;

    private static final int FEW = 5;
    private static final long SEED = 20_170_101;

    private final Level level;

    /**
     * Makes the test.
     *
     * @param level 1 minus the false-alarm rate
     */
    public ShiftFinder(Level level) {
        this.level = level;
    }

    /** Judges a series in the order of time; each span has somebody in it. */
    public Shift judge(List<TrendPoint> points) {
        if (points.size() < FEWEST_SPANS) {
            return new Shift.TooShort(points.size());
        }
        double[] count = points.stream().mapToDouble(p -> p.rate().count()).toArray();
        double[] of = points.stream().mapToDouble(p -> p.rate().of()).toArray();
        double all = sum(of, 0, of.length);
        double rate = sum(count, 0, count.length) / all;
        Peak seen = peak(count, of, rate, all);
        if (seen.size == 0) {
            return new Shift.Steady(rate, 1);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int asLarge = 1;
        int shuffles = 0;
        while (shuffles < SHUFFLES || (asLarge <= FEW && shuffles < MAX_SHUFFLES)) {
            shuffle(count, of, random);
            shuffles++;
            if (peak(count, of, rate, all).size >= seen.size * (1 - 1e-12)) {
                asLarge++;
            }
        }
        double pValue = asLarge / (shuffles + 1.0);
        if (pValue > level.alpha() + 1e-12) {
            return new Shift.Steady(rate, pValue);
        }
        double before = rate(points.subList(0, seen.at));
        double after = rate(points.subList(seen.at, points.size()));
        return new Shift.Found(after < before, points.get(seen.at).begins(), before, after, pValue);
    }

    /**
     * Returns the shifts of series that were looked at together, corrected by Holm: what one of
     * many shows by chance is none.
     *
     * @param series those that were judged, in the order of the shifts
     */
    List<Shift> corrected(List<List<TrendPoint>> series, List<Shift> shifts) {
        List<Integer> judged = new ArrayList<>();
        List<Double> pValues = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            switch (shifts.get(i)) {
                case Shift.TooShort _ -> {}
                case Shift.Steady steady -> {
                    judged.add(i);
                    pValues.add(steady.pValue());
                }
                case Shift.Found found -> {
                    judged.add(i);
                    pValues.add(found.pValue());
                }
            }
        }
        List<Double> adjusted = Correction.HOLM.adjust(pValues);
        List<Shift> corrected = new ArrayList<>(shifts);
        for (int k = 0; k < judged.size(); k++) {
            int i = judged.get(k);
            double p = adjusted.get(k);
            if (shifts.get(i) instanceof Shift.Found found) {
                corrected.set(
                        i,
                        p > level.alpha() + 1e-12
                                ? new Shift.Steady(rate(series.get(i)), p)
                                : new Shift.Found(
                                        found.decay(),
                                        found.since(),
                                        found.before(),
                                        found.after(),
                                        p));
            }
        }
        return corrected;
    }

    /**
     * Returns where each span is expected: around the rate before any shift, as wide as counting
     * and the spans' own variation make it (a beta-binomial's variance, its overdispersion
     * estimated from Pearson's statistic of the spans before).
     */
    public List<Band> band(List<TrendPoint> points, Shift shift) {
        List<TrendPoint> before =
                switch (shift) {
                    case Shift.Found found ->
                            points.stream()
                                    .filter(p -> p.begins().isBefore(found.since()))
                                    .toList();
                    case Shift.Steady _, Shift.TooShort _ -> points;
                };
        if (before.isEmpty()) {
            return List.of();
        }
        double rate = rate(before);
        double variance = rate * (1 - rate);
        double pearson = 0;
        for (TrendPoint point : before) {
            double n = point.rate().of();
            double distance = point.rate().count() - n * rate;
            pearson += variance == 0 ? 0 : distance * distance / (n * variance);
        }
        double dispersion = before.size() < 2 ? 1 : Math.max(1, pearson / (before.size() - 1));
        List<Band> band = new ArrayList<>();
        for (TrendPoint point : points) {
            double half = level.z() * Math.sqrt(dispersion * variance / point.rate().of());
            band.add(
                    new Band(
                            point.begins(),
                            rate,
                            new Interval(Math.max(0, rate - half), Math.min(1, rate + half))));
        }
        return band;
    }

    private static Peak peak(double[] count, double[] of, double rate, double all) {
        double deviation = 0;
        double people = 0;
        Peak best = new Peak(0, 0);
        for (int i = 0; i < count.length - FEWEST_ON_A_SIDE; i++) {
            deviation += count[i] - of[i] * rate;
            people += of[i];
            double size = Math.abs(deviation) / Math.sqrt(people * (all - people) / all);
            if (i + 1 >= FEWEST_ON_A_SIDE && size > best.size) {
                best = new Peak(size, i + 1);
            }
        }
        return best;
    }

    private static void shuffle(double[] count, double[] of, SplittableRandom random) {
        for (int i = count.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            swap(count, i, j);
            swap(of, i, j);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static double rate(List<TrendPoint> points) {
        long count = points.stream().map(TrendPoint::rate).mapToLong(Rate::count).sum();
        long of = points.stream().map(TrendPoint::rate).mapToLong(Rate::of).sum();
        return (double) count / of;
    }

    /**
     * @param at the first span behind the peak
     */
    private record Peak(double size, int at) {}
}
