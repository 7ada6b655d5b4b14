package io.marquetry.effect.figures;

/** What a group of targeted profiles adds up to. */
public record OutcomeSums(Counts counts, MoneySums money) {

    /** Nobody at all. */
    public static final OutcomeSums NONE = new OutcomeSums(Counts.NONE, MoneySums.NONE);

    /** Returns both together. */
    public OutcomeSums plus(OutcomeSums other) {
        return new OutcomeSums(counts.plus(other.counts), money.plus(other.money));
    }

    /** Returns these sums where the outcomes do not tell to whom something was sent. */
    OutcomeSums withSent(boolean toAll) {
        Counts c = counts;
        return new OutcomeSums(
                new Counts(
                        c.targeted(),
                        toAll ? c.targeted() : 0,
                        c.delivered(),
                        c.hit(),
                        c.converted(),
                        c.hits(),
                        c.conversions(),
                        c.contradictory()),
                new MoneySums(
                        money.revenue(),
                        money.revenueSquares(),
                        money.cost(),
                        money.costSquares(),
                        money.revenueCost(),
                        toAll ? money.revenue() : java.math.BigDecimal.ZERO,
                        toAll ? money.cost() : java.math.BigDecimal.ZERO));
    }
}
