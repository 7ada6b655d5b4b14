package io.marquetry.effect.advice;

import io.marquetry.effect.advice.Advice.Cause;
import io.marquetry.effect.advice.Advice.Doubt;
import io.marquetry.effect.advice.Advice.Proof;
import io.marquetry.effect.advice.Advice.Reason;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Equivalence;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Power;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;
import io.marquetry.effect.stats.Verdict;
import io.marquetry.effect.stats.Worth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Advises what to do next. Too few people say nothing. Where some were held out by chance, the
 * comparison with them decides, for the goal that counts, and nothing outranks it: harm where the
 * whole interval is below 0, nothing worth having where the whole interval is below the smallest
 * effect worth having, otherwise a success where the whole interval is above 0. Only of a success
 * is it asked whether it wears off against the control. Without a control a change of a rate is
 * told and nothing concluded; only rates far below the other packages' say something.
 */
public final class Adviser {

    private final Thresholds thresholds;

    /** Makes an adviser that turns where the thresholds say. */
    public Adviser(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Advises on one package or arm. */
    public Advice advise(Case known) {
        long targeted = known.figures().targeted();
        if (targeted < thresholds.fewestTargeted()) {
            return new Advice.NotEnoughEvidence(
                    Reason.TOO_FEW,
                    List.of(new Basis.People(targeted, thresholds.fewestTargeted())));
        }
        return switch (known.uplift()) {
            case Uplift.Measured measured -> compared(known, measured.comparisons());
            case Uplift.NoControl none -> alone(known, none.why());
        };
    }

    private Advice compared(Case known, List<ArmComparison> comparisons) {
        Optional<Goal> found = Goal.of(known.arm(), comparisons);
        if (found.isEmpty()) {
            return new Advice.NotEnoughEvidence(Reason.NOTHING_RECORDED, List.of());
        }
        Goal goal = found.get();
        List<Basis> basis = basis(known, goal, comparisons);
        if (countsCost(comparisons) && known.figures().cost().total().signum() < 0) {
            return new Advice.NotEnoughEvidence(
                    Reason.NEGATIVE_COST, withUnseen(basis, known.unseen()));
        }
        Optional<Basis> reach = reach(known);
        if (goal.isFirm() && goal.verdict() == Verdict.LOWER) {
            boolean converts =
                    Goal.find(known.arm(), comparisons, Measure.CONVERSION)
                            .filter(c -> Goal.verdict(c) == Verdict.HIGHER)
                            .isPresent();
            List<Basis> all = withUnseen(basis, known.unseen());
            return converts
                    ? new Advice.Rework(Part.BENEFIT, Cause.COST, all)
                    : new Advice.Retire(Proof.HARM, all);
        }
        boolean higher = goal.isFirm() && goal.verdict() == Verdict.HIGHER;
        if (reach.isPresent() && !higher) {
            basis.addFirst(reach.get());
            return new Advice.Rework(Part.DELIVERY, Cause.REACH, withUnseen(basis, known.unseen()));
        }
        if (goal.isTooSmall()) {
            basis.add(new Basis.Turns(measure(goal), goal.difference().interval().high()));
            return new Advice.Retire(Proof.TOO_SMALL, withUnseen(basis, known.unseen()));
        }
        if (higher && !goal.isBelowWorth()) {
            return works(known, goal, basis);
        }
        Doubt doubt =
                !goal.isFirm() ? Doubt.SPARSE : goal.isEarly() ? Doubt.EARLY : belowWorth(goal);
        return new Advice.TestFurther(doubt, more(goal, doubt), withUnseen(basis, known.unseen()));
    }

    private static boolean countsCost(List<ArmComparison> comparisons) {
        return comparisons.stream().anyMatch(c -> c.measure() == Measure.PROFIT);
    }

    private Advice works(Case known, Goal goal, List<Basis> basis) {
        reach(known).ifPresent(basis::add);
        if (known.wear().isPresent()) {
            basis.addFirst(known.wear().get());
            return wearing(known.wear().get(), withUnseen(basis, known.unseen()));
        }
        basis.add(new Basis.Turns(measure(goal), goal.difference().interval().high()));
        return new Advice.Promote(withUnseen(basis, known.unseen()));
    }

    private static Doubt belowWorth(Goal goal) {
        if (goal.isBelowWorth()) {
            return Doubt.CLOSE;
        }
        boolean allows =
                goal.comparison()
                        .finding()
                        .map(found -> found == Equivalence.Finding.OPEN)
                        .orElse(true);
        return allows || goal.verdict() != Verdict.INCONCLUSIVE ? Doubt.OPEN : Doubt.MONEY;
    }

    private static OptionalLong more(Goal goal, Doubt doubt) {
        return switch (doubt) {
            case OPEN ->
                    goal.worth()
                            .map(Equivalence::more)
                            .filter(more -> more.orElse(0) > 0)
                            .orElse(OptionalLong.empty());
            case CLOSE, EARLY, SPARSE, MONEY -> OptionalLong.empty();
        };
    }

    private Advice wearing(Basis.Wore wore, List<Basis> basis) {
        boolean fast = wore.wear().last() < wore.wear().first() * thresholds.pauseBelow();
        Part part = wore.measure() == Measure.HIT ? Part.CONTENT : Part.BENEFIT;
        return fast ? new Advice.Pause(basis) : new Advice.Rework(part, Cause.WEAR, basis);
    }

    private List<Basis> basis(Case known, Goal goal, List<ArmComparison> comparisons) {
        long treated = known.figures().targeted();
        List<Basis> basis = new ArrayList<>();
        basis.add(new Basis.Compared(goal.comparison(), treated, known.held()));
        Optional<Worth> worth = thresholds.worth(measure(goal));
        if (worth.isPresent() && goal.worth().isPresent()) {
            basis.add(
                    new Basis.Judged(
                            measure(goal),
                            worth.get(),
                            goal.worth().get(),
                            goal.comparison().finding().orElseThrow()));
        }
        goal.standsInFor()
                .ifPresent(better -> basis.add(new Basis.StandsIn(measure(goal), better)));
        for (Measure other : List.of(Measure.PROFIT, Measure.CONVERSION)) {
            Goal.find(known.arm(), comparisons, other)
                    .filter(c -> c.measure() != measure(goal))
                    .ifPresent(c -> basis.add(new Basis.Compared(c, treated, known.held())));
        }
        return basis;
    }

    private static Measure measure(Goal goal) {
        return goal.comparison().measure();
    }

    private static List<Basis> withUnseen(List<Basis> basis, Set<Basis.Sight> unseen) {
        List<Basis> all = new ArrayList<>(basis);
        if (!unseen.isEmpty()) {
            all.add(new Basis.Unseen(unseen));
        }
        return all;
    }

    private Advice alone(Case known, Uplift.Reason why) {
        Optional<Basis> reach = reach(known);
        if (reach.isPresent()) {
            return new Advice.Rework(Part.DELIVERY, Cause.REACH, List.of(reach.get()));
        }
        Optional<Advice> behind = known.peers().flatMap(peers -> besidePeers(known, peers));
        if (behind.isPresent()) {
            return behind.get();
        }
        List<Basis> basis = new ArrayList<>(known.changes());
        if (why == Uplift.Reason.SPLIT_FAILED) {
            return new Advice.NotEnoughEvidence(Reason.SPLIT_FAILED, basis);
        }
        needed(known.figures()).ifPresent(basis::add);
        return new Advice.NotEnoughEvidence(Reason.NO_CONTROL, basis);
    }

    private Optional<Basis> reach(Case known) {
        return below(
                Measure.REACH, known.figures().reach(), thresholds.lowestReach(), known.among());
    }

    private Optional<Advice> besidePeers(Case known, Figures peers) {
        return besidePeers(known, Measure.HIT, known.figures().hit(), peers.hit(), Part.CONTENT)
                .or(
                        () ->
                                besidePeers(
                                        known,
                                        Measure.CONVERSION,
                                        known.figures().conversion(),
                                        peers.conversion(),
                                        Part.BENEFIT));
    }

    private Optional<Advice> besidePeers(
            Case known, Measure measure, Rate own, Rate peers, Part part) {
        return peers.estimate() instanceof Estimate.Known all
                ? below(measure, own, all.value() * thresholds.peersBelow(), known.among())
                        .map(basis -> new Advice.Rework(part, Cause.PEERS, List.of(basis)))
                : Optional.empty();
    }

    /** One of many rates is low by chance: the interval is as wide as so many looks need. */
    private static Optional<Basis> below(Measure measure, Rate rate, double bound, int among) {
        boolean known = rate.estimate() instanceof Estimate.Known;
        return known
                        && Shares.wilson(
                                        new Share(rate.count(), rate.of()),
                                        Level.OF_95.dividedBy(Math.max(1, among)))
                                instanceof Estimate.Known wide
                        && wide.interval().high() < bound
                ? Optional.of(new Basis.Below(measure, rate, bound, among))
                : Optional.empty();
    }

    private Optional<Basis> needed(Figures figures) {
        return needed(Measure.CONVERSION, figures.conversion())
                .or(() -> needed(Measure.HIT, figures.hit()));
    }

    private Optional<Basis> needed(Measure measure, Rate rate) {
        Optional<Worth> worth = thresholds.worth(measure);
        if (worth.isEmpty() || !(rate.estimate() instanceof Estimate.Known known)) {
            return Optional.empty();
        }
        double rise = worth.get().of(known.value());
        boolean possible = rise > 0 && known.value() + rise <= 1;
        OptionalLong each =
                possible ? Power.OF_80.neededForShare(known.value(), rise) : OptionalLong.empty();
        return each.isPresent()
                ? Optional.of(new Basis.Needed(measure, rise, each.getAsLong()))
                : Optional.empty();
    }
}
