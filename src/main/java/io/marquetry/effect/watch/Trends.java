package io.marquetry.effect.watch;

import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads trends out of outcomes that were divided by time, and judges them. */
public final class Trends {

    private final ShiftFinder finder;

    /**
     * Makes them.
     *
     * @param level 1 minus the false-alarm rate of one look at all trends of a division together
     */
    public Trends(Level level) {
        this.finder = new ShiftFinder(level);
    }

    /**
     * Returns the trends of the treated, one per value of the other dimensions; none where the rate
     * was not recorded.
     *
     * @param division its last dimension is time
     * @param measure REACH, HIT or CONVERSION
     */
    public List<Trend> of(Division division, Measure measure) {
        List<Dimension> dimensions = division.grouping().dimensions();
        if (dimensions.isEmpty() || !(dimensions.getLast() instanceof Dimension.Time)) {
            throw new IllegalArgumentException("not divided by time: " + dimensions);
        }
        Map<List<GroupValue>, List<TrendPoint>> series = new LinkedHashMap<>();
        for (Group group : division.groups()) {
            Rate rate = rate(group.treated(), measure);
            if (group.values().getLast() instanceof GroupValue.Begins begins
                    && rate.estimate() instanceof Estimate.Known) {
                List<GroupValue> whose = group.values().subList(0, group.values().size() - 1);
                series.computeIfAbsent(List.copyOf(whose), w -> new ArrayList<>())
                        .add(new TrendPoint(begins.day(), rate));
            }
        }
        List<List<TrendPoint>> all = List.copyOf(series.values());
        List<Shift> shifts = finder.corrected(all, all.stream().map(finder::judge).toList());
        List<Trend> trends = new ArrayList<>();
        int i = 0;
        for (List<GroupValue> whose : series.keySet()) {
            List<TrendPoint> points = all.get(i);
            Shift shift = shifts.get(i);
            trends.add(new Trend(whose, measure, points, finder.band(points, shift), shift));
            i++;
        }
        return trends;
    }

    private static Rate rate(Figures figures, Measure measure) {
        return switch (measure) {
            case REACH -> figures.reach();
            case HIT -> figures.hit();
            case CONVERSION -> figures.conversion();
            case REVENUE, PROFIT, RETURN ->
                    throw new IllegalArgumentException("no rate: " + measure);
        };
    }
}
