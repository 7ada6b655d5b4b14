package io.marquetry.propose;

import io.marquetry.source.AttributeType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers between two others: 1, 2 and 5 times the powers of ten. */
final class RoundSteps {

    private static final int MAX_STEPS = 18;
    private static final List<BigDecimal> TURNS =
            List.of(new BigDecimal("5"), new BigDecimal("2"), BigDecimal.ONE);

    private RoundSteps() {}

    /**
     * Returns the round numbers above {@code low} and up to {@code high}, the greatest of them,
     * ascending; whole ones only where the column has whole numbers.
     */
    static List<BigDecimal> between(BigDecimal low, BigDecimal high, AttributeType type) {
        List<BigDecimal> steps = new ArrayList<>();
        int power = high.precision() - high.scale() - 1;
        while (steps.size() < MAX_STEPS && (type != AttributeType.INTEGER || power >= 0)) {
            for (BigDecimal turn : TURNS) {
                BigDecimal step = turn.scaleByPowerOfTen(power);
                if (step.compareTo(high) <= 0 && step.compareTo(low) > 0) {
                    steps.addFirst(step);
                }
            }
            power--;
            if (low.signum() > 0 && BigDecimal.TEN.scaleByPowerOfTen(power).compareTo(low) < 0
                    || high.signum() <= 0) {
                break;
            }
        }
        return steps;
    }
}
