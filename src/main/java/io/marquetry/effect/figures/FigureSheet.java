package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Clustered;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Means;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.stats.Ratios;
import io.marquetry.effect.stats.Reduced;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;
import io.marquetry.effect.sums.BeforeSums;
import io.marquetry.effect.sums.Economics;
import io.marquetry.effect.sums.MoneySums;
import io.marquetry.effect.sums.OutcomeSums;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns sums into figures, as far as the outcomes tell. */
final class FigureSheet {

    private final OutcomeMapping mapping;
    private final Economics economics;
    private final Level level;
    private final boolean totals;
    private final Deviations deviations;

    FigureSheet(OutcomeMapping mapping, Economics economics, Level level) {
        this.mapping = mapping;
        this.economics = economics;
        this.level = level;
        this.totals = mapping.layout() instanceof OutcomeLayout.Totals;
        this.deviations = new Deviations(mapping, economics);
    }

    Figures of(OutcomeSums sums) {
        MoneySums money = sums.money();
        Money spent =
                new Money(
                        money.totalCost(economics),
                        mapping.records(OutcomeRole.COST) || economics.costPerSend().signum() > 0
                                ? perHead(
                                                money.ofCost(economics),
                                                deviations.ofCost(
                                                        sums, money.ofCost(economics).mean()))
                                        .on(money.costFooting())
                                        .on(deviations.footing(sums))
                                : new Estimate.Unknown(Lacking.NOT_RECORDED));
        Money earned =
                new Money(
                        money.profit(economics),
                        perHead(Measure.PROFIT, sums).on(footing(Measure.PROFIT, sums)));
        return new Figures(
                sums,
                rate(OutcomeRole.DELIVERED, Measure.REACH, sums),
                rate(OutcomeRole.HIT, Measure.HIT, sums),
                rate(OutcomeRole.CONVERTED, Measure.CONVERSION, sums),
                new Money(
                        money.revenue(),
                        perHead(Measure.REVENUE, sums).on(footing(Measure.REVENUE, sums))),
                spent,
                earned,
                roi(sums, earned),
                costPerConversion(sums, spent),
                sums.crowd().map(c -> OptionalLong.of(c.people())).orElse(OptionalLong.empty()));
    }

    /** Returns what tells the mean profit of a head. */
    Moments profit(OutcomeSums sums) {
        return sums.money().ofProfit(economics);
    }

    /** Returns what tells profit over cost. */
    Ratios.Pair profitOnCost(OutcomeSums sums) {
        return sums.money().profitOnCost(economics);
    }

    /** Returns how people who are in several rows vary. */
    Deviations deviations() {
        return deviations;
    }

    /** Returns what a share or a mean of money stands on. */
    Footing footing(Measure measure, OutcomeSums sums) {
        Footing plain =
                switch (measure) {
                    case REVENUE -> sums.money().revenueFooting();
                    case PROFIT, RETURN -> sums.money().profitFooting(economics);
                    case REACH, HIT, CONVERSION -> Footing.FIRM;
                };
        return plain.and(deviations.footing(sums));
    }

    /** Returns what a difference stands on besides. */
    Footing footing(Measure measure, OutcomeSums first, OutcomeSums second, Level at) {
        Footing plain =
                switch (measure) {
                    case REVENUE, PROFIT, RETURN ->
                            Footing.of(first.money().skewed(), second.money().skewed(), at);
                    case REACH, HIT, CONVERSION -> Footing.FIRM;
                };
        return plain.and(deviations.footing(measure, first, second));
    }

    /** Returns what tells a mean of money. */
    Moments moments(Measure measure, OutcomeSums sums) {
        return switch (measure) {
            case REVENUE -> sums.money().ofRevenue();
            case PROFIT -> profit(sums);
            case REACH, HIT, CONVERSION, RETURN ->
                    throw new IllegalArgumentException("no mean of money: " + measure);
        };
    }

    /** Returns a share of the targeted; empty where it contradicts itself. */
    Optional<Share> share(Measure measure, OutcomeSums sums) {
        long count = count(measure, sums);
        long of = of(measure, sums);
        return count < 0 || count > of ? Optional.empty() : Optional.of(new Share(count, of));
    }

    /**
     * Returns a measure together with what was measured before; empty where not everything is known
     * of all.
     */
    Optional<Reduced.Paired> paired(Measure measure, OutcomeSums sums) {
        long heads = sums.counts().targeted();
        BeforeSums before = sums.before();
        return switch (measure) {
            case REACH, RETURN -> Optional.empty();
            case HIT -> sharePaired(measure, sums, before.hit());
            case CONVERSION -> sharePaired(measure, sums, before.converted());
            case REVENUE ->
                    heads == sums.money().heads()
                            ? Optional.of(
                                    before.with(
                                            moments(measure, sums),
                                            sums.money().revenue(),
                                            before.revenue()))
                            : Optional.empty();
            case PROFIT ->
                    heads == sums.money().heads()
                            ? Optional.of(
                                    before.with(
                                            moments(measure, sums),
                                            sums.money().profit(economics),
                                            before.profit(economics)))
                            : Optional.empty();
        };
    }

    private Optional<Reduced.Paired> sharePaired(
            Measure measure, OutcomeSums sums, BigDecimal products) {
        BigDecimal count = BigDecimal.valueOf(count(measure, sums));
        return of(measure, sums) == sums.counts().targeted()
                ? Optional.of(
                        sums.before()
                                .with(
                                        Moments.of(sums.counts().targeted(), count, count),
                                        count,
                                        products))
                : Optional.empty();
    }

    private static long count(Measure measure, OutcomeSums sums) {
        return switch (measure) {
            case REACH -> sums.counts().delivered();
            case HIT -> sums.counts().hit();
            case CONVERSION -> sums.counts().converted();
            case REVENUE, PROFIT, RETURN ->
                    throw new IllegalArgumentException("no share: " + measure);
        };
    }

    private static long of(Measure measure, OutcomeSums sums) {
        return switch (measure) {
            case REACH -> sums.known().delivered();
            case HIT -> sums.known().hit();
            case CONVERSION -> sums.known().converted();
            case REVENUE, PROFIT, RETURN ->
                    throw new IllegalArgumentException("no share: " + measure);
        };
    }

    boolean hasMoney() {
        return mapping.records(OutcomeRole.REVENUE) && !totals;
    }

    private Rate rate(OutcomeRole role, Measure measure, OutcomeSums sums) {
        Estimate estimate =
                mapping.records(role)
                        ? share(measure, sums)
                                .map(share -> share(measure, sums, share))
                                .orElseGet(() -> new Estimate.Unknown(Lacking.CONTRADICTION))
                        : new Estimate.Unknown(Lacking.NOT_RECORDED);
        return new Rate(count(measure, sums), of(measure, sums), estimate);
    }

    private Estimate share(Measure measure, OutcomeSums sums, Share share) {
        return deviations
                .of(measure, sums, share.value())
                .map(people -> people.share(share, Deviations.sizes(sums), level))
                .map(estimate -> estimate.on(footing(measure, sums)))
                .orElseGet(() -> Shares.wilson(share, level));
    }

    private Estimate perHead(Measure measure, OutcomeSums sums) {
        Moments values = moments(measure, sums);
        return mapping.records(OutcomeRole.REVENUE)
                ? perHead(values, deviations.of(measure, sums, values.mean()))
                : new Estimate.Unknown(Lacking.NOT_RECORDED);
    }

    private Estimate perHead(Moments values, Optional<Clustered> clustered) {
        if (totals && values.n() > 0) {
            return new Estimate.Bare(values.mean(), Lacking.TOTALS_ONLY);
        }
        return clustered
                .map(people -> people.mean(values.mean(), level))
                .orElseGet(() -> Means.of(values, level));
    }

    private Estimate roi(OutcomeSums sums, Money profit) {
        if (profit.perHead() instanceof Estimate.Unknown) {
            return profit.perHead();
        }
        Ratios.Pair pair = profitOnCost(sums);
        double top = pair.top().mean();
        double bottom = pair.bottom().mean();
        Estimate ratio =
                deviations
                        .profitOnCost(sums, top, bottom)
                        .map(
                                v ->
                                        Ratios.of(
                                                top,
                                                bottom,
                                                v,
                                                Lacking.NO_COST,
                                                Lacking.NEGATIVE_COST,
                                                level))
                        .orElseGet(
                                () ->
                                        Ratios.of(
                                                pair,
                                                Lacking.NO_COST,
                                                Lacking.NEGATIVE_COST,
                                                level));
        return totals ? withoutSpread(ratio) : ratio.on(footing(Measure.RETURN, sums));
    }

    private Estimate costPerConversion(OutcomeSums sums, Money cost) {
        if (!mapping.records(OutcomeRole.CONVERTED)
                || cost.perHead() instanceof Estimate.Unknown
                || sums.counts().targeted() == 0) {
            return new Estimate.Unknown(
                    sums.counts().targeted() == 0 ? Lacking.NOTHING_COUNTED : Lacking.NOT_RECORDED);
        }
        if (share(Measure.CONVERSION, sums).isEmpty()) {
            return new Estimate.Unknown(Lacking.CONTRADICTION);
        }
        if (cost.total().signum() <= 0) {
            return new Estimate.Unknown(
                    cost.total().signum() == 0 ? Lacking.NO_COST : Lacking.NEGATIVE_COST);
        }
        Ratios.Pair pair = sums.money().costOnConversion(economics);
        double top = pair.top().mean();
        double bottom = pair.bottom().mean();
        Estimate ratio =
                deviations
                        .costOnConversion(sums, top, bottom)
                        .map(
                                v ->
                                        Ratios.of(
                                                top,
                                                bottom,
                                                v,
                                                Lacking.NO_CONVERSION,
                                                Lacking.CONTRADICTION,
                                                level))
                        .orElseGet(
                                () ->
                                        Ratios.of(
                                                pair,
                                                Lacking.NO_CONVERSION,
                                                Lacking.CONTRADICTION,
                                                level));
        Footing converted = Footing.ofCases(sums.counts().converted(), sums.counts().targeted());
        Footing all = sums.money().costFooting().and(converted).and(deviations.footing(sums));
        return totals ? withoutSpread(ratio) : ratio.on(all);
    }

    private static Estimate withoutSpread(Estimate ratio) {
        return switch (ratio) {
            case Estimate.Known known -> new Estimate.Bare(known.value(), Lacking.TOTALS_ONLY);
            case Estimate.Bare bare -> new Estimate.Bare(bare.value(), Lacking.TOTALS_ONLY);
            case Estimate.Unknown unknown -> unknown;
        };
    }
}
