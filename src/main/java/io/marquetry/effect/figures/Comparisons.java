package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Means;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.stats.Power;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Compares arms in every measure that the outcomes record. */
final class Comparisons {

    private final OutcomeMapping mapping;
    private final FigureSheet sheet;
    private final Economics economics;
    private final Level level;
    private final Power power;

    Comparisons(OutcomeMapping mapping, FigureSheet sheet, Economics economics, Level level) {
        this.mapping = mapping;
        this.sheet = sheet;
        this.economics = economics;
        this.level = level;
        this.power = new Power(level, Power.OF_80.power());
    }

    /**
     * Compares an arm with another.
     *
     * @param arm its name; empty: all treated arms together
     * @param control whether the other got nothing
     */
    List<Comparison> between(
            Optional<String> arm,
            OutcomeSums first,
            String against,
            OutcomeSums second,
            boolean control) {
        List<Comparison> all = new ArrayList<>();
        if (mapping.records(OutcomeRole.HIT)) {
            all.add(
                    shares(
                            arm,
                            against,
                            Measure.HIT,
                            first.counts().hit(),
                            first.counts().targeted(),
                            second.counts().hit(),
                            second.counts().targeted()));
        }
        if (mapping.records(OutcomeRole.CONVERTED)) {
            all.add(
                    shares(
                            arm,
                            against,
                            Measure.CONVERSION,
                            first.counts().converted(),
                            first.counts().targeted(),
                            second.counts().converted(),
                            second.counts().targeted()));
        }
        if (sheet.hasMoney()) {
            all.add(
                    means(
                            arm,
                            against,
                            Measure.REVENUE,
                            first.money().ofRevenue(first.counts().targeted()),
                            second.money().ofRevenue(second.counts().targeted())));
            Comparison profit =
                    means(arm, against, Measure.PROFIT, sheet.profit(first), sheet.profit(second));
            all.add(profit);
            if (control) {
                all.add(onCost(profit, first));
            }
        }
        return all;
    }

    private Comparison onCost(Comparison profit, OutcomeSums treated) {
        double cost = treated.money().totalCost(treated.counts().sent(), economics).doubleValue();
        Difference onCost =
                cost == 0
                        ? new Difference.Unknown(Lacking.NO_COST)
                        : profit.difference().scaled(treated.counts().targeted() / cost);
        return new Comparison(
                profit.arm(),
                profit.against(),
                Measure.RETURN,
                onCost,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    private Comparison shares(
            Optional<String> arm,
            String against,
            Measure measure,
            long count,
            long of,
            long countThere,
            long ofThere) {
        if (isNoShare(count, of) || isNoShare(countThere, ofThere)) {
            return new Comparison(
                    arm,
                    against,
                    measure,
                    new Difference.Unknown(Lacking.CONTRADICTION),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalLong.empty());
        }
        Share first = new Share(count, of);
        Share second = new Share(countThere, ofThere);
        return new Comparison(
                arm,
                against,
                measure,
                Shares.compare(first, second, level),
                OptionalDouble.empty(),
                power.detectableRise(second.value(), of, ofThere),
                of == 0 || ofThere == 0
                        ? OptionalLong.empty()
                        : power.neededForShare(second.value(), first.value() - second.value()));
    }

    private static boolean isNoShare(long count, long of) {
        return count < 0 || count > of;
    }

    private Comparison means(
            Optional<String> arm, String against, Measure measure, Moments first, Moments second) {
        boolean spread = first.n() > 1 && second.n() > 1;
        double deviation =
                spread ? Math.sqrt((first.variance() + second.variance()) / 2) : Double.NaN;
        return new Comparison(
                arm,
                against,
                measure,
                Means.welch(first, second, level),
                OptionalDouble.empty(),
                spread
                        ? power.detectableMean(deviation, first.n(), second.n())
                        : OptionalDouble.empty(),
                spread && deviation > 0
                        ? power.neededForMean(deviation, first.mean() - second.mean())
                        : OptionalLong.empty());
    }
}
