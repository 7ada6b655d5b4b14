package io.marquetry.effect.review;

import io.marquetry.base.Settings;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.sums.Economics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the review remembers with the workspace; the command line begins with it as well.
 *
 * @param set the outcomes that were looked at last
 */
public record RememberedReview(
        Optional<OutcomeName> set, Economics economics, Correction correction) {

    /** Nothing looked at yet, all revenue earned. */
    public static final RememberedReview PLAIN =
            new RememberedReview(Optional.empty(), Economics.PLAIN, Correction.HOLM);

    private static final String NAME = "review";

    /** Returns what was remembered; what cannot be read is forgotten. */
    public static RememberedReview read(Settings settings) {
        Map<String, String> lines = new HashMap<>();
        settings.get(NAME).orElse("").lines().forEach(line -> put(lines, line));
        return new RememberedReview(
                Optional.ofNullable(lines.get("set"))
                        .filter(OutcomeName::isValid)
                        .map(OutcomeName::new),
                economics(lines),
                Arrays.stream(Correction.values())
                        .filter(c -> c.name().equals(lines.get("correction")))
                        .findFirst()
                        .orElse(Correction.HOLM));
    }

    /** Keeps it; durable when it returns. */
    public void write(Settings settings) {
        settings.put(
                NAME,
                "margin="
                        + economics.margin().toPlainString()
                        + "\ncostPerSend="
                        + economics.costPerSend().toPlainString()
                        + "\ncorrection="
                        + correction.name()
                        + set.map(name -> "\nset=" + name.value()).orElse(""));
    }

    private static void put(Map<String, String> lines, String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            lines.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private static Economics economics(Map<String, String> lines) {
        try {
            return new Economics(
                    new BigDecimal(lines.getOrDefault("margin", "1")),
                    new BigDecimal(lines.getOrDefault("costPerSend", "0")));
        } catch (IllegalArgumentException e) {
            // A number that somebody else wrote there: the plain one does no harm.
            return Economics.PLAIN;
        }
    }
}
