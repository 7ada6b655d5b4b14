package io.marquetry.effect.stats;

/** What is known of a figure: a number with its interval, a number alone, or no number at all. */
public sealed interface Estimate {

    /** A number and how sure it is. */
    record Known(double value, Interval interval) implements Estimate {}

    /** A number without an interval. */
    record Bare(double value, Lacking why) implements Estimate {}

    /** No number. */
    record Unknown(Lacking why) implements Estimate {}

    /** Returns it in another unit: times the factor, then moved. */
    default Estimate scaled(double factor, double shift) {
        return switch (this) {
            case Known known ->
                    new Known(
                            known.value() * factor + shift, known.interval().scaled(factor, shift));
            case Bare bare -> new Bare(bare.value() * factor + shift, bare.why());
            case Unknown unknown -> unknown;
        };
    }
}
