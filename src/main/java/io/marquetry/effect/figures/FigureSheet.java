package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Means;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;

import java.math.BigDecimal;

/** Turns sums into figures, as far as the outcomes tell. */
final class FigureSheet {

    private final OutcomeMapping mapping;
    private final Economics economics;
    private final Level level;
    private final boolean totals;

    FigureSheet(OutcomeMapping mapping, Economics economics, Level level) {
        this.mapping = mapping;
        this.economics = economics;
        this.level = level;
        this.totals = mapping.layout() instanceof OutcomeLayout.Totals;
    }

    Figures of(OutcomeSums sums) {
        Counts counts = sums.counts();
        Moments profit = profit(sums);
        BigDecimal cost = sums.money().totalCost(counts.sent(), economics);
        Money earned =
                new Money(
                        economics.margin().multiply(sums.money().revenue()).subtract(cost),
                        perHead(OutcomeRole.REVENUE, profit));
        return new Figures(
                sums,
                rate(OutcomeRole.DELIVERED, counts.delivered(), counts.targeted()),
                rate(OutcomeRole.HIT, counts.hit(), counts.targeted()),
                rate(OutcomeRole.CONVERTED, counts.converted(), counts.targeted()),
                new Money(
                        sums.money().revenue(),
                        perHead(OutcomeRole.REVENUE, sums.money().ofRevenue(counts.targeted()))),
                new Money(
                        cost,
                        mapping.records(OutcomeRole.COST) || economics.costPerSend().signum() > 0
                                ? perHead(
                                        sums.money()
                                                .ofCost(
                                                        counts.targeted(),
                                                        counts.sent(),
                                                        economics))
                                : new Estimate.Unknown(Lacking.NOT_RECORDED)),
                earned,
                roi(earned, cost, counts.targeted()));
    }

    /** Returns what tells the mean profit of a head. */
    Moments profit(OutcomeSums sums) {
        Counts counts = sums.counts();
        return sums.money().ofProfit(counts.targeted(), counts.sent(), economics);
    }

    boolean hasMoney() {
        return mapping.records(OutcomeRole.REVENUE) && !totals;
    }

    private Rate rate(OutcomeRole role, long count, long of) {
        Estimate estimate;
        if (!mapping.records(role)) {
            estimate = new Estimate.Unknown(Lacking.NOT_RECORDED);
        } else if (count < 0 || count > of) {
            estimate = new Estimate.Unknown(Lacking.CONTRADICTION);
        } else {
            estimate = Shares.wilson(new Share(count, of), level);
        }
        return new Rate(count, of, estimate);
    }

    private Estimate perHead(OutcomeRole role, Moments values) {
        return mapping.records(role) ? perHead(values) : new Estimate.Unknown(Lacking.NOT_RECORDED);
    }

    private Estimate perHead(Moments values) {
        return totals && values.n() > 0
                ? new Estimate.Bare(values.mean(), Lacking.TOTALS_ONLY)
                : Means.of(values, level);
    }

    private static Estimate roi(Money profit, BigDecimal cost, long heads) {
        return cost.signum() == 0 && !(profit.perHead() instanceof Estimate.Unknown)
                ? new Estimate.Unknown(Lacking.NO_COST)
                : profit.perHead().scaled(heads / cost.doubleValue(), 0);
    }
}
