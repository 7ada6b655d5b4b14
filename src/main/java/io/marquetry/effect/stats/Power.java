package io.marquetry.effect.stats;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How large an effect has to be to be found, and how many people it takes; two-sided.
 *
 * <p>For shares the normal approximation with the pooled variance under "no effect", without
 * correction for continuity: J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and
 * Proportions", 3rd edition (2003), 4.2; the same as R's {@code power.prop.test}. For means the
 * normal approximation, as in J. M. Lachin, Controlled Clinical Trials 2 (1981) 93-113.
 *
 * @param level of the test that will be made
 * @param power how likely an effect of that size is to be found, for example 0.8
 */
public record Power(Level level, double power) {

    /** 80 % at 95 %, what the whole product shows. */
    public static final Power OF_80 = new Power(Level.OF_95, 0.8);

    private static final int HALVINGS = 60;
    private static final double MAX_PEOPLE = 1e15;

    /** Refuses a power that is not strictly between 0 and 1. */
    public Power {
        if (!(power > 0 && power < 1)) {
            throw new IllegalArgumentException("no power: " + power);
        }
    }

    /**
     * Returns the smallest rise of a share that would be found.
     *
     * @param base the share without the treatment, 0 to 1
     * @param treated how many are treated
     * @param control how many are held out
     * @return empty where not even a rise to 1 would be found
     */
    public OptionalDouble detectableRise(double base, long treated, long control) {
        if (treated <= 0 || control <= 0 || !(base >= 0 && base < 1)) {
            return OptionalDouble.empty();
        }
        double ratio = (double) treated / control;
        Quantiles quantiles = quantiles();
        double low = 0;
        double high = 1 - base;
        if (neededControl(base, high, ratio, quantiles) > control) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (neededControl(base, middle, ratio, quantiles) > control) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    /**
     * Returns how many people each of two arms of the same size needs.
     *
     * @param base the share without the treatment, 0 to 1
     * @param difference the change to be found, not 0; {@code base + difference} is 0 to 1
     * @return empty where no number of people is enough
     */
    public OptionalLong neededForShare(double base, double difference) {
        double needed = neededControl(base, difference, 1, quantiles());
        return needed < MAX_PEOPLE
                ? OptionalLong.of((long) Math.ceil(needed - 1e-9))
                : OptionalLong.empty();
    }

    /**
     * Returns the smallest difference of means that would be found; empty where an arm is empty.
     */
    public OptionalDouble detectableMean(double deviation, long treated, long control) {
        if (treated <= 0 || control <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                (level.z() + Level.quantileAbove(1 - power))
                        * deviation
                        * Math.sqrt(1.0 / treated + 1.0 / control));
    }

    /**
     * Returns how many people each of two arms of the same size needs to find a difference of
     * means.
     *
     * @return empty where no number of people is enough
     */
    public OptionalLong neededForMean(double deviation, double difference) {
        double quantiles = level.z() + Level.quantileAbove(1 - power);
        double needed = 2 * Math.pow(quantiles * deviation / difference, 2);
        return needed < MAX_PEOPLE
                ? OptionalLong.of((long) Math.ceil(needed - 1e-9))
                : OptionalLong.empty();
    }

    private static double neededControl(
            double base, double difference, double ratio, Quantiles quantiles) {
        double treated = base + difference;
        double pooled = (base + ratio * treated) / (1 + ratio);
        double underNone = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
        double underSome = Math.sqrt(base * (1 - base) + treated * (1 - treated) / ratio);
        double root = quantiles.ofTest * underNone + quantiles.ofPower * underSome;
        return difference == 0 ? Double.POSITIVE_INFINITY : Math.pow(root / difference, 2);
    }

    private Quantiles quantiles() {
        return new Quantiles(level.z(), Level.quantileAbove(1 - power));
    }

    private record Quantiles(double ofTest, double ofPower) {}
}
