package io.marquetry.cli.effect;

import io.marquetry.base.Problem;
import io.marquetry.base.Settings;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.advice.WorthText;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.review.RememberedReview;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Economics;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What revenue is worth, what a message costs, which effects are worth having, and how many looks
 * are corrected; what is not said is as the workspace remembers it.
 */
final class EconomicsOptions {

    @Option(names = "--margin", paramLabel = "PART", descriptionKey = "cli.effect.margin")
    private @Nullable BigDecimal margin;

    @Option(
            names = "--cost-per-send",
            paramLabel = "AMOUNT",
            descriptionKey = "cli.effect.costPerSend")
    private @Nullable BigDecimal costPerSend;

    @Option(names = "--worth", paramLabel = "GOAL=SIZE", descriptionKey = "cli.effect.worth")
    private Map<Measure, String> worth = new EnumMap<>(Measure.class);

    @Option(names = "--correction", paramLabel = "NAME", descriptionKey = "cli.effect.correction")
    private @Nullable Correction correction;

    /**
     * Returns the question with them.
     *
     * @throws io.marquetry.base.ProblemException if they are out of their ranges
     */
    Question apply(Question question, Settings settings) {
        RememberedReview remembered = RememberedReview.read(settings);
        return question.with(economics(remembered.economics()))
                .with(correction == null ? remembered.correction() : correction)
                .with(worth());
    }

    private Economics economics(Economics remembered) {
        BigDecimal part = margin == null ? remembered.margin() : margin;
        BigDecimal cost = costPerSend == null ? remembered.costPerSend() : costPerSend;
        if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0 || cost.signum() < 0) {
            throw Problem.of("problem.effect.economics").asException();
        }
        return new Economics(part, cost);
    }

    private Map<Measure, Worth> worth() {
        Map<Measure, Worth> sizes = new EnumMap<>(Measure.class);
        worth.forEach(
                (goal, text) -> {
                    if (!Thresholds.GOALS.contains(goal)) {
                        throw Problem.of(
                                        "problem.advice.goal", goal.name().toLowerCase(Locale.ROOT))
                                .asException();
                    }
                    sizes.put(goal, WorthText.parse(text, goal));
                });
        return sizes;
    }
}
