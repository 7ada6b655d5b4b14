package io.marquetry.effect.stats;

/** How far two figures are apart. */
public sealed interface Difference {

    /**
     * A difference that was measured.
     *
     * @param value the first figure minus the second
     * @param interval at the level asked for
     * @param pValue two-sided: how likely chance alone makes a difference as large; 0 to 1
     * @param footing whether the interval can be trusted
     */
    record Measured(double value, Interval interval, double pValue, Method method, Footing footing)
            implements Difference {

        /** Makes one that can be trusted. */
        public Measured(double value, Interval interval, double pValue, Method method) {
            this(value, interval, pValue, method, Footing.FIRM);
        }

        /** Returns what the interval says. */
        public Verdict verdict() {
            return Verdict.of(interval, footing);
        }

        /** Returns it with a p-value that was corrected; its interval has to be corrected alike. */
        public Measured withPValue(double corrected) {
            return new Measured(value, interval, corrected, method, footing);
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
                            m.method(),
                            m.footing());
            case Unknown unknown -> unknown;
        };
    }

    /** Returns it on a footing that is no better than another. */
    default Difference on(Footing other) {
        return switch (this) {
            case Measured m ->
                    new Measured(
                            m.value(),
                            m.interval(),
                            m.pValue(),
                            m.method(),
                            m.footing().and(other));
            case Unknown unknown -> unknown;
        };
    }
}
