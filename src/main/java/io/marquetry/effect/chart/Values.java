package io.marquetry.effect.chart;

import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;

import java.util.Optional;
import java.util.OptionalDouble;

/** What estimates hold; numbers that are not finite count as unknown. */
public final class Values {

    private Values() {}

    /** Returns the value; empty: it is not known. */
    public static OptionalDouble of(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> finite(known.value());
            case Estimate.Bare bare -> finite(bare.value());
            case Estimate.Unknown _ -> OptionalDouble.empty();
        };
    }

    /** Returns the interval; empty: it has none. */
    public static Optional<Interval> interval(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> Optional.of(known.interval()).filter(Values::isFinite);
            case Estimate.Bare _, Estimate.Unknown _ -> Optional.empty();
        };
    }

    /** Returns whether both ends can be drawn. */
    public static boolean isFinite(Interval interval) {
        return Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
