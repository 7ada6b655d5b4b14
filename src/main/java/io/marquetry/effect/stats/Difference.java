package io.marquetry.effect.stats;

/** How far two figures are apart. */
public sealed interface Difference {

    /**
     * A difference that was measured.
     *
     * @param value the first figure minus the second
     * @param interval at the level asked for
     * @param pValue two-sided: how likely chance alone makes a difference as large; 0 to 1
     */
    record Measured(double value, Interval interval, double pValue, Method method)
            implements Difference {

        /** Returns what the interval says. */
        public Verdict verdict() {
            if (interval.contains(0)) {
                return Verdict.INCONCLUSIVE;
            }
            return interval.low() > 0 ? Verdict.HIGHER : Verdict.LOWER;
        }
    }

    /** No difference can be stated. */
    record Unknown(Lacking why) implements Difference {}

    /** Returns it in another unit: times the factor, which is not negative, then moved. */
    default Difference scaled(double factor) {
        return switch (this) {
            case Measured m ->
                    new Measured(
                            m.value() * factor,
                            m.interval().scaled(factor, 0),
                            m.pValue(),
                            m.method());
            case Unknown unknown -> unknown;
        };
    }
}
