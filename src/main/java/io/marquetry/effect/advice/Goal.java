package io.marquetry.effect.advice;

import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Equivalence;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Verdict;

import java.util.List;
import java.util.Optional;

/**
 * The comparison that counts: of profit where money is known, else of conversion, else of hits.
 *
 * @param standsInFor what counts more and is known, but of too few to be judged
 */
record Goal(
        ArmComparison comparison, Difference.Measured difference, Optional<Measure> standsInFor) {

    /** One-sided; stricter than the 2.5 % of the interval, for nobody looks at it again. */
    private static final double SURE = 0.01;

    private static final List<Measure> RANKED =
            List.of(Measure.PROFIT, Measure.CONVERSION, Measure.HIT);

    /** Returns the goal among an arm's comparisons with the control; empty: nothing is measured. */
    static Optional<Goal> of(Optional<String> arm, List<ArmComparison> comparisons) {
        List<Goal> measured =
                RANKED.stream()
                        .flatMap(measure -> find(arm, comparisons, measure).stream())
                        .flatMap(found -> of(found).stream())
                        .toList();
        Optional<Goal> first = measured.stream().findFirst();
        Optional<Measure> known =
                first.filter(goal -> !goal.isFirm()).map(goal -> goal.comparison.measure());
        return measured.stream()
                .filter(Goal::isFirm)
                .findFirst()
                .map(firm -> new Goal(firm.comparison, firm.difference, known))
                .or(() -> first);
    }

    private static Optional<Goal> of(ArmComparison comparison) {
        return comparison.difference() instanceof Difference.Measured found
                ? Optional.of(new Goal(comparison, found, Optional.empty()))
                : Optional.empty();
    }

    /** Returns an arm's comparison of a measure with the control. */
    static Optional<ArmComparison> find(
            Optional<String> arm, List<ArmComparison> comparisons, Measure measure) {
        // The first of a measure is against the control; pairs of treated arms come later.
        Optional<ArmComparison> found =
                comparisons.stream()
                        .filter(c -> c.arm().equals(arm) && c.measure() == measure)
                        .findFirst();
        // With one treated arm there is no comparison of all together: it is the same.
        return found.isPresent() || arm.isPresent()
                ? found
                : comparisons.stream().filter(c -> c.measure() == measure).findFirst();
    }

    boolean isFirm() {
        return difference.footing() == Footing.FIRM;
    }

    boolean isEarly() {
        return comparison.early().isPresent();
    }

    /** Returns what may be said now: before all planned people are there, at any look. */
    Verdict verdict() {
        return verdict(comparison);
    }

    static Verdict verdict(ArmComparison comparison) {
        return comparison.verdict().orElse(Verdict.INCONCLUSIVE);
    }

    /** Returns whether the whole interval is below what is worth having. */
    boolean isBelowWorth() {
        return isFirm()
                && !isEarly()
                && standsInFor.isEmpty()
                && comparison
                        .worth()
                        .map(
                                worth ->
                                        switch (worth.finding()) {
                                            case EQUIVALENT, TOO_SMALL -> true;
                                            case WORTHWHILE, OPEN -> false;
                                        })
                        .orElse(false);
    }

    /** Returns whether that is sure enough to retire what it is of. */
    boolean isTooSmall() {
        return isBelowWorth()
                && comparison.worth().filter(worth -> worth.pTooSmall() < SURE).isPresent();
    }

    Optional<Equivalence> worth() {
        return comparison.worth();
    }
}
