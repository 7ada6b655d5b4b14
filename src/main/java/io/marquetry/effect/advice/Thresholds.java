package io.marquetry.effect.advice;

import io.marquetry.base.Problem;
import io.marquetry.base.Settings;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where advice turns; kept in the workspace's settings.
 *
 * @param fewestTargeted with fewer treated people nothing is advised; at least 1
 * @param lowestReach reach below it is to be mended first, 0 to 1
 * @param worthwhile the rise of the conversion rate worth having, above 0 to 1: with enough people
 *     to see it and no uplift seen, a package is retired
 * @param pauseBelow a conversion rate that fell to this part of what it was pauses a package, 0 to
 *     1
 * @param peersBelow a rate all of whose interval is below this part of the other packages' is to be
 *     reworked, 0 to 1
 */
public record Thresholds(
        long fewestTargeted,
        double lowestReach,
        double worthwhile,
        double pauseBelow,
        double peersBelow) {

    /** What a new workspace begins with. */
    public static final Thresholds USUAL = new Thresholds(100, 0.8, 0.005, 0.5, 0.8);

    private static final String FEWEST_TARGETED = "advice.fewestTargeted";
    private static final String LOWEST_REACH = "advice.lowestReach";
    private static final String WORTHWHILE = "advice.worthwhile";
    private static final String PAUSE_BELOW = "advice.pauseBelow";
    private static final String PEERS_BELOW = "advice.peersBelow";

    /**
     * Refuses thresholds out of their ranges.
     *
     * @throws io.marquetry.base.ProblemException if one is
     */
    public Thresholds {
        boolean fits =
                fewestTargeted >= 1
                        && isPart(lowestReach)
                        && isPart(worthwhile)
                        && worthwhile > 0
                        && isPart(pauseBelow)
                        && isPart(peersBelow);
        if (!fits) {
            throw Problem.of("problem.advice.thresholds").asException();
        }
    }

    /** Reads them; one that was never set, or cannot be read, is the usual one. */
    public static Thresholds read(Settings settings) {
        try {
            return new Thresholds(
                    number(settings, FEWEST_TARGETED)
                            .map(BigDecimal::longValue)
                            .orElse(USUAL.fewestTargeted),
                    part(settings, LOWEST_REACH, USUAL.lowestReach),
                    part(settings, WORTHWHILE, USUAL.worthwhile),
                    part(settings, PAUSE_BELOW, USUAL.pauseBelow),
                    part(settings, PEERS_BELOW, USUAL.peersBelow));
        } catch (NumberFormatException | io.marquetry.base.ProblemException e) {
            return USUAL;
        }
    }

    /** Keeps them; durable when it returns. */
    public void write(Settings settings) {
        settings.put(FEWEST_TARGETED, Long.toString(fewestTargeted));
        settings.put(LOWEST_REACH, Double.toString(lowestReach));
        settings.put(WORTHWHILE, Double.toString(worthwhile));
        settings.put(PAUSE_BELOW, Double.toString(pauseBelow));
        settings.put(PEERS_BELOW, Double.toString(peersBelow));
    }

    private static double part(Settings settings, String name, double usual) {
        return number(settings, name).map(BigDecimal::doubleValue).orElse(usual);
    }

    private static Optional<BigDecimal> number(Settings settings, String name) {
        return settings.get(name).map(BigDecimal::new);
    }

    private static boolean isPart(double value) {
        return value >= 0 && value <= 1;
    }
}
