package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Moments;

import java.math.BigDecimal;

/**
 * Exact sums over profiles, all that margin and cost per send need to be chosen afterwards.
 *
 * @param revenue Σr
 * @param revenueSquares Σr²
 * @param cost Σc
 * @param costSquares Σc²
 * @param revenueCost Σrc
 * @param revenueSent Σr of those that something was sent to
 * @param costSent Σc of those that something was sent to
 */
public record MoneySums(
        BigDecimal revenue,
        BigDecimal revenueSquares,
        BigDecimal cost,
        BigDecimal costSquares,
        BigDecimal revenueCost,
        BigDecimal revenueSent,
        BigDecimal costSent) {

    /** No money at all. */
    public static final MoneySums NONE =
            new MoneySums(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO);

    /** Returns both together. */
    public MoneySums plus(MoneySums other) {
        return new MoneySums(
                revenue.add(other.revenue),
                revenueSquares.add(other.revenueSquares),
                cost.add(other.cost),
                costSquares.add(other.costSquares),
                revenueCost.add(other.revenueCost),
                revenueSent.add(other.revenueSent),
                costSent.add(other.costSent));
    }

    /** Returns what tells the mean revenue of a head. */
    Moments ofRevenue(long heads) {
        return Moments.of(heads, revenue, revenueSquares);
    }

    /** Returns what tells the mean cost of a head, the cost per send included. */
    Moments ofCost(long heads, long sent, Economics economics) {
        return profit(heads, sent, new Economics(BigDecimal.ZERO, economics.costPerSend()), true);
    }

    /**
     * Returns what tells the mean profit of a head: margin · revenue - cost - cost per send where
     * something was sent.
     */
    Moments ofProfit(long heads, long sent, Economics economics) {
        return profit(heads, sent, economics, false);
    }

    /** Returns Σc with the cost per send. */
    BigDecimal totalCost(long sent, Economics economics) {
        return cost.add(economics.costPerSend().multiply(BigDecimal.valueOf(sent)));
    }

    private Moments profit(long heads, long sent, Economics economics, boolean negated) {
        BigDecimal m = economics.margin();
        BigDecimal k = economics.costPerSend();
        BigDecimal two = BigDecimal.TWO;
        BigDecimal sum = m.multiply(revenue).subtract(totalCost(sent, economics));
        BigDecimal squares =
                m.multiply(m)
                        .multiply(revenueSquares)
                        .add(costSquares)
                        .add(k.multiply(k).multiply(BigDecimal.valueOf(sent)))
                        .subtract(two.multiply(m).multiply(revenueCost))
                        .subtract(two.multiply(m).multiply(k).multiply(revenueSent))
                        .add(two.multiply(k).multiply(costSent));
        return Moments.of(heads, negated ? sum.negate() : sum, squares);
    }
}
