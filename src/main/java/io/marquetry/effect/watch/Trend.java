package io.marquetry.effect.watch;

import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.sums.GroupValue;

import java.util.List;

/**
 * A rate over time.
 *
 * @param values whose it is; empty: everybody's
 * @param points in the order of time, spans without anybody left out
 * @param band one per point
 */
public record Trend(
        List<GroupValue> values,
        Measure measure,
        List<TrendPoint> points,
        List<Band> band,
        Shift shift) {

    /** Copies the lists. */
    public Trend {
        values = List.copyOf(values);
        points = List.copyOf(points);
        band = List.copyOf(band);
    }
}
