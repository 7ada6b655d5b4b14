package io.marquetry.library;

import io.marquetry.base.Problem;
import io.marquetry.base.Settings;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * When a package is admitted, and when it has to go; kept in the workspace's settings.
 *
 * @param worthwhile the smallest gain worth having in the share of people who convert, above 0,
 *     below 1
 * @param people fewest people who got it, and who were held out, all runs together; at least 1
 * @param runs runs that a standard entry needs, at least 2
 * @param sure how likely its effect has to be worthwhile, 0.5 to 1
 * @param fewRuns runs that a provisional entry needs, at least 2
 * @param fairlySure how likely its effect has to be worthwhile, 0.5 to 1
 * @param months after how many it is reviewed, at least 1
 * @param retireBelow an entry fades once its effect is less likely worthwhile than this, 0 to 1
 */
public record AdmissionRules(
        double worthwhile,
        long people,
        int runs,
        double sure,
        int fewRuns,
        double fairlySure,
        int months,
        double retireBelow) {

    /** What a new workspace begins with. */
    public static final AdmissionRules USUAL =
            new AdmissionRules(0.005, 1_000, 3, 0.95, 2, 0.90, 6, 0.5);

    private static final String PREFIX = "library.";

    /**
     * Refuses rules out of their ranges.
     *
     * @throws io.marquetry.base.ProblemException if one is
     */
    public AdmissionRules {
        boolean fits =
                worthwhile > 0
                        && worthwhile < 1
                        && people >= 1
                        && runs >= 2
                        && isSure(sure)
                        && fewRuns >= 2
                        && isSure(fairlySure)
                        && months >= 1
                        && retireBelow >= 0
                        && retireBelow <= 1;
        if (!fits) {
            throw Problem.of("problem.library.rules").asException();
        }
    }

    private static boolean isSure(double probability) {
        return probability >= 0.5 && probability < 1;
    }

    /** Returns these rules with another smallest gain worth having. */
    public AdmissionRules withWorthwhile(double other) {
        return new AdmissionRules(
                other, people, runs, sure, fewRuns, fairlySure, months, retireBelow);
    }

    /** Reads them; one that was never set is the usual one. */
    public static AdmissionRules read(Settings settings) {
        return new AdmissionRules(
                number(settings, "worthwhile")
                        .map(BigDecimal::doubleValue)
                        .orElse(USUAL.worthwhile),
                number(settings, "people").map(BigDecimal::longValue).orElse(USUAL.people),
                number(settings, "runs").map(BigDecimal::intValue).orElse(USUAL.runs),
                number(settings, "sure").map(BigDecimal::doubleValue).orElse(USUAL.sure),
                number(settings, "fewRuns").map(BigDecimal::intValue).orElse(USUAL.fewRuns),
                number(settings, "fairlySure")
                        .map(BigDecimal::doubleValue)
                        .orElse(USUAL.fairlySure),
                number(settings, "months").map(BigDecimal::intValue).orElse(USUAL.months),
                number(settings, "retireBelow")
                        .map(BigDecimal::doubleValue)
                        .orElse(USUAL.retireBelow));
    }

    /** Keeps them; durable when it returns. */
    public void write(Settings settings) {
        put(settings, "worthwhile", Double.toString(worthwhile));
        put(settings, "people", Long.toString(people));
        put(settings, "runs", Integer.toString(runs));
        put(settings, "sure", Double.toString(sure));
        put(settings, "fewRuns", Integer.toString(fewRuns));
        put(settings, "fairlySure", Double.toString(fairlySure));
        put(settings, "months", Integer.toString(months));
        put(settings, "retireBelow", Double.toString(retireBelow));
    }

    private static void put(Settings settings, String name, String content) {
        settings.put(PREFIX + name, content);
    }

    private static Optional<BigDecimal> number(Settings settings, String name) {
        return settings.get(PREFIX + name).map(BigDecimal::new);
    }
}
