package io.marquetry.effect.sums;

import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.stats.Ratios;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sums over profiles, all that margin and cost per send need to be chosen afterwards; all exact.
 *
 * @param heads of how many profiles the money is known
 * @param sent how many of them something was sent to
 * @param converted how many of them did what was wanted
 * @param sentConverted how many of them both
 * @param revenue Σr
 * @param revenueSquares Σr²
 * @param cost Σc
 * @param costSquares Σc²
 * @param revenueCost Σrc
 * @param revenueSent Σr of those that something was sent to
 * @param costSent Σc of those that something was sent to
 * @param costConverted Σc of those that did what was wanted
 * @param tails what tells whether few large amounts make the sums
 */
public record MoneySums(
        long heads,
        long sent,
        long converted,
        long sentConverted,
        BigDecimal revenue,
        BigDecimal revenueSquares,
        BigDecimal cost,
        BigDecimal costSquares,
        BigDecimal revenueCost,
        BigDecimal revenueSent,
        BigDecimal costSent,
        BigDecimal costConverted,
        Tails tails) {

    /** No money at all. */
    public static final MoneySums NONE =
            new MoneySums(
                    0,
                    0,
                    0,
                    0,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Tails.NONE);

    /**
     * What tells whether few large amounts make the sums.
     *
     * @param buyers how many have revenue that is not 0
     * @param costly how many have cost that is not 0
     * @param revenue the largest revenue, its sign left out
     * @param cost the largest cost, its sign left out
     */
    public record Tails(long buyers, long costly, BigDecimal revenue, BigDecimal cost) {

        /** Nobody paid. */
        public static final Tails NONE = new Tails(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

        Tails plus(Tails other) {
            return new Tails(
                    buyers + other.buyers,
                    costly + other.costly,
                    revenue.max(other.revenue),
                    cost.max(other.cost));
        }
    }

    /** Returns both together. */
    public MoneySums plus(MoneySums other) {
        return new MoneySums(
                heads + other.heads,
                sent + other.sent,
                converted + other.converted,
                sentConverted + other.sentConverted,
                revenue.add(other.revenue),
                revenueSquares.add(other.revenueSquares),
                cost.add(other.cost),
                costSquares.add(other.costSquares),
                revenueCost.add(other.revenueCost),
                revenueSent.add(other.revenueSent),
                costSent.add(other.costSent),
                costConverted.add(other.costConverted),
                tails.plus(other.tails));
    }

    /** Returns these sums where the outcomes do not tell to whom something was sent. */
    MoneySums withSent(boolean toAll) {
        return new MoneySums(
                heads,
                toAll ? heads : 0,
                converted,
                toAll ? converted : 0,
                revenue,
                revenueSquares,
                cost,
                costSquares,
                revenueCost,
                toAll ? revenue : BigDecimal.ZERO,
                toAll ? cost : BigDecimal.ZERO,
                costConverted,
                tails);
    }

    /** Returns what tells the mean revenue of a head. */
    public Moments ofRevenue() {
        return Moments.of(heads, revenue, revenueSquares);
    }

    /** Returns what tells the mean cost of a head, the cost per send included. */
    public Moments ofCost(Economics economics) {
        BigDecimal k = economics.costPerSend();
        return Moments.of(heads, totalCost(economics), squaresOfCost(k));
    }

    /**
     * Returns what tells the mean profit of a head: margin · revenue - cost - cost per send where
     * something was sent.
     */
    public Moments ofProfit(Economics economics) {
        BigDecimal m = economics.margin();
        BigDecimal squares =
                m.multiply(m)
                        .multiply(revenueSquares)
                        .add(squaresOfCost(economics.costPerSend()))
                        .subtract(BigDecimal.TWO.multiply(m).multiply(productsOfCost(economics)));
        return Moments.of(heads, profit(economics), squares);
    }

    /** Returns what tells profit over cost. */
    public Ratios.Pair profitOnCost(Economics economics) {
        BigDecimal products =
                economics
                        .margin()
                        .multiply(productsOfCost(economics))
                        .subtract(squaresOfCost(economics.costPerSend()));
        return new Ratios.Pair(
                ofProfit(economics),
                ofCost(economics),
                about(products, profit(economics), totalCost(economics)));
    }

    /** Returns what tells the cost of a conversion. */
    public Ratios.Pair costOnConversion(Economics economics) {
        BigDecimal did = BigDecimal.valueOf(converted);
        BigDecimal products =
                costConverted.add(
                        economics.costPerSend().multiply(BigDecimal.valueOf(sentConverted)));
        return new Ratios.Pair(
                ofCost(economics),
                Moments.of(heads, did, did),
                about(products, totalCost(economics), did));
    }

    /** Returns Σc with the cost per send. */
    public BigDecimal totalCost(Economics economics) {
        return cost.add(economics.costPerSend().multiply(BigDecimal.valueOf(sent)));
    }

    /** Returns margin times revenue less all cost. */
    public BigDecimal profit(Economics economics) {
        return economics.margin().multiply(revenue).subtract(totalCost(economics));
    }

    /** Returns what the mean revenue of a head stands on. */
    public Footing revenueFooting() {
        return Footing.of(ofRevenue(), tails.buyers(), tails.revenue().doubleValue());
    }

    /** Returns how skewed revenue is. */
    public Footing.Skewed skewed() {
        return new Footing.Skewed(ofRevenue(), tails.buyers(), tails.revenue().doubleValue());
    }

    /** Returns what the mean cost of a head stands on; the same cost of all is no risk. */
    public Footing costFooting() {
        return tails.costly() == 0
                ? Footing.FIRM
                : Footing.of(
                        Moments.of(heads, cost, costSquares),
                        tails.costly(),
                        tails.cost().doubleValue());
    }

    /** Returns what the mean profit of a head stands on. */
    public Footing profitFooting(Economics economics) {
        double margin = economics.margin().doubleValue();
        Moments withoutSends = ofProfit(new Economics(economics.margin(), BigDecimal.ZERO));
        return Footing.ofLargest(
                        withoutSends,
                        Math.max(margin == 0 ? 0 : tails.buyers(), tails.costly()),
                        Math.max(
                                margin * tails.revenue().doubleValue(), tails.cost().doubleValue()))
                .and(margin == 0 ? Footing.FIRM : revenueFooting());
    }

    private BigDecimal squaresOfCost(BigDecimal perSend) {
        return costSquares
                .add(perSend.multiply(perSend).multiply(BigDecimal.valueOf(sent)))
                .add(BigDecimal.TWO.multiply(perSend).multiply(costSent));
    }

    /** Σr times the whole cost of each. */
    private BigDecimal productsOfCost(Economics economics) {
        return revenueCost.add(economics.costPerSend().multiply(revenueSent));
    }

    /** Σxy about the means. */
    private double about(BigDecimal products, BigDecimal sum, BigDecimal other) {
        return heads == 0
                ? 0
                : products.multiply(BigDecimal.valueOf(heads))
                        .subtract(sum.multiply(other))
                        .divide(BigDecimal.valueOf(heads), MathContext.DECIMAL64)
                        .doubleValue();
    }
}
