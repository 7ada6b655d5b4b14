package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Means;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.sums.LargeAmount;
import io.marquetry.effect.sums.MoneySums;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds amounts of money so large that the figures of their arm rest on them, and what the figures
 * are with these cut to the next largest (winsorised): W. J. Dixon, Annals of Mathematical
 * Statistics 31 (1960) 385-391.
 */
final class Extremes {

    /** So many are named and cut at most. */
    private static final int MOST = 3;

    /** Of fewer who pay nothing is known that one could be far from. */
    private static final long FEWEST_BUYERS = 10;

    private final OutcomeMapping mapping;
    private final Level level;
    private final Asked asked;

    /** Asks for the largest amounts of an arm, the largest first. */
    interface Asked {
        List<LargeAmount> largest(OutcomeRole role, String arm, int most);
    }

    Extremes(OutcomeMapping mapping, Level level, Asked asked) {
        this.mapping = mapping;
        this.level = level;
        this.asked = asked;
    }

    List<Finding> of(Group all) {
        List<Finding> found = new ArrayList<>();
        for (OutcomeRole role : List.of(OutcomeRole.REVENUE, OutcomeRole.COST)) {
            if (mapping.records(role) && mapping.column(role).isPresent()) {
                of(role, all, found);
            }
        }
        return found;
    }

    private void of(OutcomeRole role, Group all, List<Finding> found) {
        Map<String, Cut> cuts = new LinkedHashMap<>();
        for (ArmFigures arm : all.arms()) {
            cut(role, arm).ifPresent(cut -> cuts.put(arm.arm(), cut));
        }
        Optional<ArmFigures> control = all.arms().stream().filter(ArmFigures::control).findFirst();
        List<ArmFigures> treated = all.arms().stream().filter(arm -> !arm.control()).toList();
        for (ArmFigures arm : all.arms()) {
            Cut cut = cuts.get(arm.arm());
            if (cut != null) {
                Optional<ArmFigures> one =
                        !arm.control() || treated.size() != 1
                                ? Optional.of(arm).filter(a -> !a.control())
                                : Optional.of(treated.getFirst());
                Optional<Difference> less =
                        one.filter(_ -> role == OutcomeRole.REVENUE)
                                .filter(_ -> all.uplift() instanceof Uplift.Measured)
                                .flatMap(a -> control.map(c -> less(role, a, c, cuts)));
                found.add(
                        new Finding.Extreme(
                                arm.arm(),
                                role,
                                cut.amounts(),
                                cut.next(),
                                Means.of(money(role, arm), level).on(Footing.SPARSE),
                                Means.of(cut.moments(), level).on(cut.footing()),
                                less));
            }
        }
    }

    private Difference less(
            OutcomeRole role, ArmFigures arm, ArmFigures control, Map<String, Cut> cuts) {
        return Means.welch(moments(role, arm, cuts), moments(role, control, cuts), level)
                .on(footing(role, arm, cuts).and(footing(role, control, cuts)));
    }

    private static Moments moments(OutcomeRole role, ArmFigures arm, Map<String, Cut> cuts) {
        Cut cut = cuts.get(arm.arm());
        return cut == null ? money(role, arm) : cut.moments();
    }

    private static Footing footing(OutcomeRole role, ArmFigures arm, Map<String, Cut> cuts) {
        Cut cut = cuts.get(arm.arm());
        MoneySums sums = arm.figures().sums().money();
        return cut != null
                ? cut.footing()
                : role == OutcomeRole.REVENUE ? sums.revenueFooting() : sums.costFooting();
    }

    private static Moments money(OutcomeRole role, ArmFigures arm) {
        MoneySums sums = arm.figures().sums().money();
        return role == OutcomeRole.REVENUE
                ? sums.ofRevenue()
                : Moments.of(sums.heads(), sums.cost(), sums.costSquares());
    }

    /** Cuts the amounts that are too large one by one, until none of those left is. */
    private Optional<Cut> cut(OutcomeRole role, ArmFigures arm) {
        MoneySums sums = arm.figures().sums().money();
        boolean revenue = role == OutcomeRole.REVENUE;
        long buyers = revenue ? sums.tails().buyers() : sums.tails().costly();
        BigDecimal largest = revenue ? sums.tails().revenue() : sums.tails().cost();
        if (buyers < FEWEST_BUYERS || !Footing.restsOn(money(role, arm), largest.doubleValue())) {
            return Optional.empty();
        }
        List<LargeAmount> amounts = asked.largest(role, arm.arm(), MOST + 1);
        BigDecimal sum = revenue ? sums.revenue() : sums.cost();
        BigDecimal squares = revenue ? sums.revenueSquares() : sums.costSquares();
        long left = sums.heads();
        int cut = 0;
        while (cut < amounts.size() - 1
                && Footing.restsOn(
                        Moments.of(left, sum, squares),
                        amounts.get(cut).amount().abs().doubleValue())) {
            BigDecimal amount = amounts.get(cut).amount();
            sum = sum.subtract(amount);
            squares = squares.subtract(amount.multiply(amount));
            left--;
            cut++;
        }
        if (cut == 0 || cut > MOST || left < 2) {
            return Optional.empty();
        }
        BigDecimal next = amounts.get(cut).amount().abs();
        for (LargeAmount amount : amounts.subList(0, cut)) {
            BigDecimal signed = amount.amount().signum() < 0 ? next.negate() : next;
            sum = sum.add(signed);
            squares = squares.add(next.multiply(next));
        }
        Moments after = Moments.of(sums.heads(), sum, squares);
        return Optional.of(
                new Cut(
                        amounts.subList(0, cut),
                        next.doubleValue(),
                        after,
                        Footing.of(after, buyers, next.doubleValue())));
    }

    /**
     * @param next to what the amounts are cut
     * @param moments of all amounts after that
     * @param footing what they stand on then
     */
    private record Cut(List<LargeAmount> amounts, double next, Moments moments, Footing footing) {}
}
