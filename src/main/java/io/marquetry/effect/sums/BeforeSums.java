package io.marquetry.effect.sums;

import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.stats.Reduced;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exact sums of what was measured of profiles before the send (x), alone and with what came after;
 * where it is missing it counts as 0, in all arms alike.
 *
 * @param sum Σx
 * @param squares Σx²
 * @param hit Σx of those that opened, clicked or came
 * @param converted Σx of those that did what was wanted
 * @param revenue Σxr
 * @param cost Σxc
 * @param sent Σx of those that something was sent to
 */
public record BeforeSums(
        BigDecimal sum,
        BigDecimal squares,
        BigDecimal hit,
        BigDecimal converted,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal sent) {

    /** Nothing was measured before. */
    public static final BeforeSums NONE =
            new BeforeSums(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO);

    /** Returns both together. */
    public BeforeSums plus(BeforeSums other) {
        return new BeforeSums(
                sum.add(other.sum),
                squares.add(other.squares),
                hit.add(other.hit),
                converted.add(other.converted),
                revenue.add(other.revenue),
                cost.add(other.cost),
                sent.add(other.sent));
    }

    BeforeSums withSent(boolean toAll) {
        return new BeforeSums(
                sum, squares, hit, converted, revenue, cost, toAll ? sum : BigDecimal.ZERO);
    }

    /**
     * Returns both measures of the people of an arm.
     *
     * @param products Σxy of what came after
     */
    public Reduced.Paired with(Moments after, BigDecimal sumAfter, BigDecimal products) {
        BigDecimal heads = BigDecimal.valueOf(after.n());
        double about =
                after.n() == 0
                        ? 0
                        : products.multiply(heads)
                                .subtract(sum.multiply(sumAfter))
                                .divide(heads, MathContext.DECIMAL64)
                                .doubleValue();
        return new Reduced.Paired(Moments.of(after.n(), sum, squares), after, about);
    }

    /** Returns Σx times the profit of each. */
    public BigDecimal profit(Economics economics) {
        return economics
                .margin()
                .multiply(revenue)
                .subtract(cost)
                .subtract(economics.costPerSend().multiply(sent));
    }
}
