package io.marquetry.audience;

import java.util.List;

/**
 * An audience by the values of one attribute; the bars add up to the audience.
 *
 * @param attribute the attribute's name
 * @param bars in the order to show them
 */
public record Breakdown(String attribute, List<Bar> bars) {

    /** Copies the bars. */
    public Breakdown {
        bars = List.copyOf(bars);
    }

    /** Profiles with a value in common. */
    public sealed interface Bar {
        /** Returns how many profiles it stands for. */
        long count();
    }

    /** Profiles with one value, as text; days are ISO 8601. */
    public record OfValue(String value, long count) implements Bar {}

    /** Profiles with a number or day from {@code low} up to but without {@code high}, as text. */
    public record OfRange(String low, String high, long count) implements Bar {}

    /** Profiles with one of the rarer values, which get no bar each. */
    public record OfOthers(long values, long count) implements Bar {}

    /** Profiles without a value. */
    public record OfMissing(long count) implements Bar {}
}
