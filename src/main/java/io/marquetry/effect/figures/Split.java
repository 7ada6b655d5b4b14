package io.marquetry.effect.figures;

import io.marquetry.effect.Design;
import io.marquetry.effect.stats.ChiSquare;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Means;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.sums.OutcomeSums;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether chance can have made the arms: their sizes against the planned shares, and what was
 * measured of people before the send. Where it cannot, something lost people of one arm, and
 * nothing that the arms differ in is an effect: R. Fabijan et al., "Diagnosing sample ratio
 * mismatch in online controlled experiments", KDD 2019, 2156-2164.
 */
public sealed interface Split {

    /** A split less likely than that is taken for a failed one. */
    double FAILED_BELOW = 0.001;

    /** Nobody said what was planned, and nothing was measured before the send. */
    record Untested() implements Split {}

    /**
     * The arms are as chance makes them.
     *
     * @param pValue the smallest of the tests made, corrected for their number
     */
    record Fits(double pValue) implements Split {}

    /**
     * The sizes of the arms are not those planned.
     *
     * @param planned the share of each arm, adding up to 1
     * @param seen how many are in each
     */
    record WrongSizes(double pValue, Map<String, Double> planned, Map<String, Long> seen)
            implements Split {

        /** Copies the arms in order. */
        public WrongSizes {
            planned = Collections.unmodifiableMap(new TreeMap<>(planned));
            seen = Collections.unmodifiableMap(new TreeMap<>(seen));
        }
    }

    /**
     * An arm differed from the control before anything was sent.
     *
     * @param difference of the means of what was measured before
     */
    record DifferedBefore(String arm, double pValue, Difference difference) implements Split {}

    /** Returns whether the arms can be compared. */
    default boolean isSound() {
        return switch (this) {
            case Untested _, Fits _ -> true;
            case WrongSizes _, DifferedBefore _ -> false;
        };
    }

    /**
     * Tests a split.
     *
     * @param arms the sums of each arm
     * @param before whether something was measured before the send
     */
    static Split of(Design design, Map<String, OutcomeSums> arms, boolean before) {
        if (!(design instanceof Design.Randomised randomised)) {
            return new Untested();
        }
        List<Double> pValues = new ArrayList<>();
        Map<String, Double> shares = new TreeMap<>(randomised.plan().shares());
        if (shares.size() > 1) {
            Map<String, Long> seen = new TreeMap<>();
            shares.keySet().forEach(arm -> seen.put(arm, targeted(arms, arm)));
            double p = ChiSquare.ofShares(List.copyOf(seen.values()), List.copyOf(shares.values()));
            if (p < FAILED_BELOW) {
                double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
                shares.replaceAll((arm, share) -> share / all);
                return new WrongSizes(p, shares, seen);
            }
            pValues.add(p);
        }
        OutcomeSums control = arms.get(randomised.controlArm());
        if (before && control != null) {
            List<String> others =
                    arms.keySet().stream().filter(arm -> !design.isControl(arm)).toList();
            for (String arm : others) {
                Difference difference =
                        Means.welch(before(arms, arm), before(control), Level.OF_95);
                if (difference instanceof Difference.Measured measured) {
                    double p = Math.min(1, measured.pValue() * others.size());
                    if (p < FAILED_BELOW) {
                        return new DifferedBefore(arm, p, difference);
                    }
                    pValues.add(p);
                }
            }
        }
        return pValues.isEmpty()
                ? new Untested()
                : new Fits(Math.min(1, Collections.min(pValues) * pValues.size()));
    }

    private static long targeted(Map<String, OutcomeSums> arms, String arm) {
        return arms.getOrDefault(arm, OutcomeSums.NONE).people();
    }

    private static Moments before(Map<String, OutcomeSums> arms, String arm) {
        return before(arms.getOrDefault(arm, OutcomeSums.NONE));
    }

    private static Moments before(OutcomeSums sums) {
        return Moments.of(sums.counts().targeted(), sums.before().sum(), sums.before().squares());
    }
}
