package io.marquetry.effect.advice;

import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Verdict;
import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.Trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Advises what to do next. In this order: too few people say nothing; what decays is paused or
 * reworked; what does not arrive is mended first; then the randomised comparison decides; without
 * one only rates far below the other packages' say something.
 */
public final class Adviser {

    private static final double CHANCE = 0.05;

    private final Thresholds thresholds;

    /** Makes an adviser that turns where the thresholds say. */
    public Adviser(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Advises on one package or arm. */
    public Advice advise(Case known) {
        Figures figures = known.figures();
        long targeted = figures.targeted();
        if (targeted < thresholds.fewestTargeted()) {
            return new Advice.NotEnoughEvidence(
                    Advice.Reason.TOO_FEW,
                    List.of(new Basis.People(targeted, thresholds.fewestTargeted())));
        }
        return decay(known.trends())
                .or(() -> reach(figures))
                .orElseGet(
                        () ->
                                switch (known.uplift()) {
                                    case Uplift.Measured measured ->
                                            compared(known.arm(), measured.comparisons());
                                    case Uplift.NoControl _ -> besidePeers(known);
                                });
    }

    private Optional<Advice> decay(List<Trend> trends) {
        for (Measure measure : List.of(Measure.CONVERSION, Measure.HIT)) {
            for (Trend trend : trends) {
                if (trend.measure() == measure
                        && trend.shift() instanceof Shift.Found found
                        && found.decay()) {
                    List<Basis> basis = List.of(new Basis.Shifted(measure, found));
                    if (found.after() < found.before() * thresholds.pauseBelow()) {
                        return Optional.of(new Advice.Pause(basis));
                    }
                    Part part = measure == Measure.HIT ? Part.CONTENT : Part.BENEFIT;
                    return Optional.of(new Advice.Rework(part, basis));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Advice> reach(Figures figures) {
        return below(Measure.REACH, figures.reach(), thresholds.lowestReach())
                .map(basis -> new Advice.Rework(Part.DELIVERY, List.of(basis)));
    }

    private Advice compared(Optional<String> arm, List<Comparison> comparisons) {
        // The first of a measure is against the control; pairs of treated arms come later.
        Optional<Comparison> main =
                find(arm, comparisons, Measure.CONVERSION)
                        .or(() -> find(arm, comparisons, Measure.HIT))
                        .or(() -> find(arm, comparisons, Measure.REVENUE));
        if (main.isEmpty()
                || !(main.get().difference() instanceof Difference.Measured difference)) {
            return new Advice.NotEnoughEvidence(Advice.Reason.NOTHING_RECORDED, List.of());
        }
        List<Basis> basis = new ArrayList<>();
        basis.add(new Basis.Compared(main.get()));
        Optional<Comparison> profit = find(arm, comparisons, Measure.PROFIT);
        profit.ifPresent(p -> basis.add(new Basis.Compared(p)));
        if (difference.verdict() != Verdict.INCONCLUSIVE
                && main.get().adjusted().orElse(0) >= CHANCE) {
            // One of many packages differs so far by chance alone.
            return new Advice.TestFurther(main.get().needed(), basis);
        }
        return switch (difference.verdict()) {
            case HIGHER ->
                    profit.filter(Adviser::isLower).isPresent()
                            ? new Advice.Rework(Part.BENEFIT, basis)
                            : new Advice.Promote(basis);
            case LOWER -> new Advice.Retire(basis);
            case INCONCLUSIVE ->
                    wouldHaveShown(main.get())
                            ? new Advice.Retire(basis)
                            : new Advice.TestFurther(main.get().needed(), basis);
        };
    }

    private boolean wouldHaveShown(Comparison main) {
        OptionalDouble detectable = main.detectable();
        boolean share = main.measure() == Measure.CONVERSION || main.measure() == Measure.HIT;
        return share
                && detectable.isPresent()
                && detectable.getAsDouble() <= thresholds.worthwhile();
    }

    private static boolean isLower(Comparison comparison) {
        return comparison.difference() instanceof Difference.Measured measured
                && measured.verdict() == Verdict.LOWER;
    }

    private static Optional<Comparison> find(
            Optional<String> arm, List<Comparison> comparisons, Measure measure) {
        Optional<Comparison> found =
                comparisons.stream()
                        .filter(c -> c.arm().equals(arm) && c.measure() == measure)
                        .findFirst();
        // With one treated arm there is no comparison of all together: it is the same.
        return found.isPresent() || arm.isPresent()
                ? found
                : comparisons.stream().filter(c -> c.measure() == measure).findFirst();
    }

    private Advice besidePeers(Case known) {
        if (known.peers().isPresent()) {
            Figures peers = known.peers().get();
            Optional<Advice> found =
                    besidePeers(Measure.HIT, known.figures().hit(), peers.hit(), Part.CONTENT)
                            .or(
                                    () ->
                                            besidePeers(
                                                    Measure.CONVERSION,
                                                    known.figures().conversion(),
                                                    peers.conversion(),
                                                    Part.BENEFIT));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Advice.NotEnoughEvidence(Advice.Reason.NO_CONTROL, List.of());
    }

    private Optional<Advice> besidePeers(Measure measure, Rate own, Rate peers, Part part) {
        return peers.estimate() instanceof Estimate.Known known
                ? below(measure, own, known.value() * thresholds.peersBelow())
                        .map(basis -> new Advice.Rework(part, List.of(basis)))
                : Optional.empty();
    }

    private static Optional<Basis> below(Measure measure, Rate rate, double bound) {
        return rate.estimate() instanceof Estimate.Known known && known.interval().high() < bound
                ? Optional.of(new Basis.Below(measure, rate, bound))
                : Optional.empty();
    }
}
