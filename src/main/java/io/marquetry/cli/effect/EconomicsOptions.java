package io.marquetry.cli.effect;

import io.marquetry.base.Problem;
import io.marquetry.effect.figures.Economics;

import picocli.CommandLine.Option;

import java.math.BigDecimal;

/** What revenue is worth and a message costs. */
final class EconomicsOptions {

    @Option(names = "--margin", paramLabel = "PART", descriptionKey = "cli.effect.margin")
    private BigDecimal margin = BigDecimal.ONE;

    @Option(
            names = "--cost-per-send",
            paramLabel = "AMOUNT",
            descriptionKey = "cli.effect.costPerSend")
    private BigDecimal costPerSend = BigDecimal.ZERO;

    /**
     * Returns them.
     *
     * @throws io.marquetry.base.ProblemException if they are out of their ranges
     */
    Economics economics() {
        if (margin.signum() < 0
                || margin.compareTo(BigDecimal.ONE) > 0
                || costPerSend.signum() < 0) {
            throw Problem.of("problem.effect.economics").asException();
        }
        return new Economics(margin, costPerSend);
    }
}
