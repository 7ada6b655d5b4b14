package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Difference;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How one arm differs from another in one measure.
 *
 * @param arm the arm; empty: all treated arms together
 * @param against the arm it is compared with
 * @param difference of shares for rates, of money per head otherwise
 * @param adjusted the p-value after the correction for looking at many groups; empty where only one
 *     was looked at, or none could be stated
 * @param detectable the smallest difference that so many people would have shown, with 80 % power;
 *     for shares and money; empty where none would
 * @param needed how many people each of two arms of the same size needs to show the difference that
 *     was seen, with 80 % power; empty where it was 0 or is not known
 */
public record Comparison(
        Optional<String> arm,
        String against,
        Measure measure,
        Difference difference,
        OptionalDouble adjusted,
        OptionalDouble detectable,
        OptionalLong needed) {

    Comparison withAdjusted(double pValue) {
        return new Comparison(
                arm, against, measure, difference, OptionalDouble.of(pValue), detectable, needed);
    }
}
