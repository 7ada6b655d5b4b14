package io.marquetry.library;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.sums.Scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds runs in the outcomes of a workspace: one for each package of each set. What was asked once
 * is known as long as the set and its table are the same.
 */
public final class OutcomeRuns implements Runs {

    private final OutcomeSets sets;
    private final EffectReview effects;
    private final Map<Known, List<Run>> known = new ConcurrentHashMap<>();

    /** Looks in these outcomes. */
    public OutcomeRuns(OutcomeSets sets, EffectReview effects) {
        this.sets = sets;
        this.effects = effects;
    }

    private record Known(OutcomeSet set, String fingerprint) {}

    @Override
    public List<Run> all(CancelSignal signal) {
        List<Run> runs = new ArrayList<>();
        sets.list().stream()
                .filter(set -> set.design() instanceof Design.Randomised)
                .sorted(Comparator.comparing(OutcomeSet::addedAt).thenComparing(OutcomeSet::name))
                .forEach(set -> runs.addAll(of(set, signal)));
        return List.copyOf(runs);
    }

    private List<Run> of(OutcomeSet set, CancelSignal signal) {
        try {
            Known key = new Known(set, effects.table(set).fingerprint());
            List<Run> found = known.get(key);
            if (found == null) {
                found = asked(set, signal);
                known.put(key, found);
            }
            return found;
        } catch (ProblemException e) {
            // Outcomes that cannot be asked any more tell nothing.
            return List.of();
        }
    }

    private List<Run> asked(OutcomeSet set, CancelSignal signal) {
        Map<PackageRef, List<String>> texts =
                set.packages().entrySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getValue,
                                        Collectors.mapping(
                                                Map.Entry::getKey, Collectors.toList())));
        List<Run> runs = new ArrayList<>();
        for (PackageRef pack :
                texts.keySet().stream()
                        .sorted(
                                Comparator.comparing(PackageRef::key)
                                        .thenComparingInt(ref -> ref.version().orElse(0)))
                        .toList()) {
            signal.check();
            List<String> named = texts.getOrDefault(pack, List.of());
            // Behind the empty text stands the package of outcomes that name none.
            Scope scope =
                    named.contains("")
                            ? Scope.ALL
                            : new Scope(
                                    Set.copyOf(named),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty());
            Group all = effects.answer(set, EffectRequest.plain().within(scope), signal).all();
            run(set, pack, all).ifPresent(runs::add);
        }
        return List.copyOf(runs);
    }

    private static Optional<Run> run(OutcomeSet set, PackageRef pack, Group all) {
        if (!(all.uplift() instanceof Uplift.Measured(List<ArmComparison> comparisons))) {
            return Optional.empty();
        }
        Optional<Rate> held =
                all.arms().stream()
                        .filter(ArmFigures::control)
                        .map(arm -> arm.figures().conversion())
                        .findFirst();
        Optional<Effect> effect =
                measured(comparisons, Measure.CONVERSION)
                        .flatMap(found -> Effect.of(found.value(), found.interval()));
        if (held.isEmpty() || effect.isEmpty()) {
            return Optional.empty();
        }
        Rate treated = all.treated().conversion();
        return Optional.of(
                new Run(
                        set.name(),
                        set.title(),
                        pack,
                        set.addedAt(),
                        new Share(treated.count(), treated.of()),
                        new Share(held.get().count(), held.get().of()),
                        effect.get(),
                        measured(comparisons, Measure.RETURN).map(Difference.Measured::interval)));
    }

    /** All treated arms together where there are several; alone, as if nothing else was asked. */
    private static Optional<Difference.Measured> measured(
            List<ArmComparison> comparisons, Measure measure) {
        List<ArmComparison> fitting =
                comparisons.stream().filter(one -> one.measure() == measure).toList();
        return fitting.stream()
                .filter(one -> one.arm().isEmpty())
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(ArmComparison::plain)
                .filter(Difference.Measured.class::isInstance)
                .map(Difference.Measured.class::cast);
    }
}
