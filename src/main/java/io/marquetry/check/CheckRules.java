package io.marquetry.check;

import io.marquetry.base.Problem;
import io.marquetry.base.Settings;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much each check weighs, and from where on it finds something; kept in the workspace's
 * settings.
 *
 * @param weights of all kinds
 * @param overlap share of the audience that may be in one other live package, 0 to 1
 * @param jump by which share the audience may change from one version to the next, above 0
 * @param base share of people who convert without the package, above 0, below 1; what a holdout can
 *     show is reckoned from it
 * @param worthwhile smallest rise of that share that the holdout should show, above 0, below 1
 * @param redeemed share of people who are expected to take a coupon, above 0, at most 1
 * @param budget the most that a package may cost; empty: no limit
 */
public record CheckRules(
        Map<CheckKind, CheckWeight> weights,
        double overlap,
        double jump,
        double base,
        double worthwhile,
        double redeemed,
        Optional<BigDecimal> budget) {

    /** What a new workspace begins with. */
    public static final CheckRules USUAL =
            new CheckRules(Map.of(), 0.2, 0.3, 0.05, 0.005, 1, Optional.empty());

    private static final String PREFIX = "check.";
    private static final String WEIGHT = PREFIX + "weight.";

    /**
     * Copies the weights, completes them, and refuses what is out of its range.
     *
     * @throws io.marquetry.base.ProblemException if something is
     */
    public CheckRules {
        Map<CheckKind, CheckWeight> all = new EnumMap<>(CheckKind.class);
        for (CheckKind kind : CheckKind.values()) {
            all.put(kind, weights.getOrDefault(kind, kind.standard()));
        }
        // What cannot be finished cannot be submitted, whatever somebody sets.
        all.put(CheckKind.READY, CheckWeight.FORBIDS);
        weights = Map.copyOf(all);
        boolean fits =
                overlap >= 0
                        && overlap <= 1
                        && jump > 0
                        && jump < Double.POSITIVE_INFINITY
                        && isShare(base)
                        && isShare(worthwhile)
                        && redeemed > 0
                        && redeemed <= 1
                        && budget.filter(most -> most.signum() < 0).isEmpty();
        if (!fits) {
            throw Problem.of("problem.check.rules").asException();
        }
    }

    private static boolean isShare(double share) {
        return share > 0 && share < 1;
    }

    /** Returns how much a check weighs. */
    public CheckWeight weight(CheckKind kind) {
        return weights.getOrDefault(kind, kind.standard());
    }

    /** Returns these rules with another weight of a check. */
    public CheckRules with(CheckKind kind, CheckWeight weight) {
        Map<CheckKind, CheckWeight> other = new EnumMap<>(CheckKind.class);
        other.putAll(weights);
        other.put(kind, weight);
        return new CheckRules(other, overlap, jump, base, worthwhile, redeemed, budget);
    }

    /** Reads them; what was never set is as usual. */
    public static CheckRules read(Settings settings) {
        Map<CheckKind, CheckWeight> weights = new EnumMap<>(CheckKind.class);
        for (CheckKind kind : CheckKind.values()) {
            settings.get(WEIGHT + kind.code())
                    .flatMap(CheckWeight::of)
                    .ifPresent(weight -> weights.put(kind, weight));
        }
        return new CheckRules(
                weights,
                number(settings, "overlap", USUAL.overlap),
                number(settings, "jump", USUAL.jump),
                number(settings, "base", USUAL.base),
                number(settings, "worthwhile", USUAL.worthwhile),
                number(settings, "redeemed", USUAL.redeemed),
                settings.get(PREFIX + "budget")
                        .filter(kept -> !kept.isEmpty())
                        .map(BigDecimal::new));
    }

    /** Keeps them; durable when it returns. */
    public void write(Settings settings) {
        CheckRules before = read(settings);
        for (CheckKind kind : CheckKind.values()) {
            if (weight(kind) != before.weight(kind)) {
                settings.put(WEIGHT + kind.code(), weight(kind).code());
            }
        }
        put(settings, "overlap", overlap, before.overlap);
        put(settings, "jump", jump, before.jump);
        put(settings, "base", base, before.base);
        put(settings, "worthwhile", worthwhile, before.worthwhile);
        put(settings, "redeemed", redeemed, before.redeemed);
        if (!budget.equals(before.budget)) {
            settings.put(PREFIX + "budget", budget.map(BigDecimal::toPlainString).orElse(""));
        }
    }

    private static void put(Settings settings, String name, double now, double before) {
        if (now != before) {
            settings.put(PREFIX + name, Double.toString(now));
        }
    }

    private static double number(Settings settings, String name, double usual) {
        return settings.get(PREFIX + name).map(Double::parseDouble).orElse(usual);
    }
}
