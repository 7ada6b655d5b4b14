package io.marquetry.effect.watch;

import io.marquetry.effect.figures.GroupValue;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Fading;

import java.util.List;
import java.util.Optional;

/**
 * Whether the effect of a package wears off, judged on the difference between its arms over time.
 *
 * @param values whose it is; empty: everybody's
 * @param arm the treated arm; empty: all treated arms together
 * @param fading its p-value is corrected where several were looked at
 * @param family how many were looked at together; 1: nothing was corrected
 */
public record Faded(
        List<GroupValue> values, Measure measure, Optional<String> arm, Fading fading, int family) {

    /** Copies the values. */
    public Faded {
        values = List.copyOf(values);
    }
}
