package io.marquetry.effect.stats;

/** What is known of a figure: a number with its interval, a number alone, or no number at all. */
public sealed interface Estimate {

    /**
     * A number and how sure it is.
     *
     * @param method how the interval was made
     * @param footing whether the interval can be trusted
     */
    record Known(double value, Interval interval, Method method, Footing footing)
            implements Estimate {

        /** Makes an interval that can be trusted. */
        public Known(double value, Interval interval, Method method) {
            this(value, interval, method, Footing.FIRM);
        }

        /** Makes one by Student's method that can be trusted. */
        public Known(double value, Interval interval) {
            this(value, interval, Method.STUDENT);
        }
    }

    /** A number without an interval. */
    record Bare(double value, Lacking why) implements Estimate {}

    /** No number. */
    record Unknown(Lacking why) implements Estimate {}

    /** Returns it in another unit: times the factor, then moved. */
    default Estimate scaled(double factor, double shift) {
        return switch (this) {
            case Known known ->
                    new Known(
                            known.value() * factor + shift,
                            known.interval().scaled(factor, shift),
                            known.method(),
                            known.footing());
            case Bare bare -> new Bare(bare.value() * factor + shift, bare.why());
            case Unknown unknown -> unknown;
        };
    }

    /** Returns it on a footing that is no better than another. */
    default Estimate on(Footing footing) {
        return switch (this) {
            case Known known ->
                    new Known(
                            known.value(),
                            known.interval(),
                            known.method(),
                            known.footing().and(footing));
            case Bare bare -> bare;
            case Unknown unknown -> unknown;
        };
    }
}
