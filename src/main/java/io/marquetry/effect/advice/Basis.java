package io.marquetry.effect.advice;

import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.watch.Shift;

/** A figure that advice rests on. */
public sealed interface Basis {

    /** How many were treated, and how many it takes. */
    record People(long targeted, long fewest) implements Basis {}

    /** A difference from the control. */
    record Compared(Comparison comparison) implements Basis {}

    /**
     * A rate and the bound that it misses.
     *
     * @param bound 0 to 1
     */
    record Below(Measure measure, Rate rate, double bound) implements Basis {}

    /** A rate that shifted. */
    record Shifted(Measure measure, Shift.Found shift) implements Basis {}
}
