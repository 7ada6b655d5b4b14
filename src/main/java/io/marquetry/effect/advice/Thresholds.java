package io.marquetry.effect.advice;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Worth;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where advice turns; kept in the workspace's settings.
 *
 * @param fewestTargeted with fewer treated people nothing is advised; at least 1
 * @param lowestReach reach below it is to be mended first, 0 to 1
 * @param worth the smallest effect worth having, by the measure that is the goal
 * @param pauseBelow an effect that fell to this part of what it was pauses a package, 0 to 1
 * @param peersBelow a rate all of whose interval is below this part of the other packages' is to be
 *     reworked, 0 to 1
 */
public record Thresholds(
        long fewestTargeted,
        double lowestReach,
        Map<Measure, Worth> worth,
        double pauseBelow,
        double peersBelow) {

    /** The measures that can be the goal. */
    public static final List<Measure> GOALS =
            List.of(Measure.PROFIT, Measure.CONVERSION, Measure.HIT);

    /**
     * What a new workspace begins with: a tenth more than without the treatment is worth having.
     */
    public static final Thresholds USUAL = new Thresholds(100, 0.8, tenth(), 0.5, 0.8);

    private static final String FEWEST_TARGETED = "advice.fewestTargeted";
    private static final String LOWEST_REACH = "advice.lowestReach";
    private static final String WORTH = "advice.worth.";
    private static final String PAUSE_BELOW = "advice.pauseBelow";
    private static final String PEERS_BELOW = "advice.peersBelow";

    /** A rise of the conversion in absolute terms, as it was kept before goals had their own. */
    private static final String WORTHWHILE = "advice.worthwhile";

    /**
     * Refuses thresholds out of their ranges.
     *
     * @throws ProblemException if one is
     */
    public Thresholds {
        Map<Measure, Worth> copy = new EnumMap<>(Measure.class);
        copy.putAll(worth);
        worth = Collections.unmodifiableMap(copy);
        boolean fits =
                fewestTargeted >= 1
                        && isPart(lowestReach)
                        && isPart(pauseBelow)
                        && isPart(peersBelow);
        if (!fits) {
            throw Problem.of("problem.advice.thresholds").asException();
        }
    }

    /** Returns the smallest effect worth having; empty where the measure is no goal. */
    public Optional<Worth> worth(Measure measure) {
        return Optional.ofNullable(worth.get(measure));
    }

    /** Returns these thresholds with other effects worth having for some goals. */
    public Thresholds with(Map<Measure, Worth> other) {
        Map<Measure, Worth> all = new EnumMap<>(Measure.class);
        all.putAll(worth);
        all.putAll(other);
        return new Thresholds(fewestTargeted, lowestReach, all, pauseBelow, peersBelow);
    }

    /** Reads them; one that was never set, or cannot be read, is the usual one. */
    public static Thresholds read(Settings settings) {
        try {
            Map<Measure, Worth> worth = tenth();
            number(settings, WORTHWHILE)
                    .map(rise -> new Worth.Absolute(rise.doubleValue()))
                    .ifPresent(rise -> worth.put(Measure.CONVERSION, rise));
            for (Measure goal : GOALS) {
                settings.get(WORTH + goal.name())
                        .ifPresent(text -> worth.put(goal, WorthText.parse(text, goal)));
            }
            return new Thresholds(
                    number(settings, FEWEST_TARGETED)
                            .map(BigDecimal::longValue)
                            .orElse(USUAL.fewestTargeted),
                    part(settings, LOWEST_REACH, USUAL.lowestReach),
                    worth,
                    part(settings, PAUSE_BELOW, USUAL.pauseBelow),
                    part(settings, PEERS_BELOW, USUAL.peersBelow));
        } catch (IllegalArgumentException | ProblemException e) {
            return USUAL;
        }
    }

    /** Keeps them; durable when it returns. */
    public void write(Settings settings) {
        settings.put(FEWEST_TARGETED, Long.toString(fewestTargeted));
        settings.put(LOWEST_REACH, Double.toString(lowestReach));
        worth.forEach(
                (goal, size) -> settings.put(WORTH + goal.name(), WorthText.write(size, goal)));
        settings.put(PAUSE_BELOW, Double.toString(pauseBelow));
        settings.put(PEERS_BELOW, Double.toString(peersBelow));
    }

    private static Map<Measure, Worth> tenth() {
        Map<Measure, Worth> worth = new EnumMap<>(Measure.class);
        GOALS.forEach(goal -> worth.put(goal, new Worth.Relative(0.1)));
        return worth;
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
