package io.marquetry.effect.review;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.OutcomeSets;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.pack.PackageKey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each package achieved, by the newest outcomes that tell of it. Blocks. */
public final class PackageOutcomes {

    private final OutcomeSets sets;
    private final EffectReview effects;

    /** Looks in these outcomes. */
    public PackageOutcomes(OutcomeSets sets, EffectReview effects) {
        this.sets = sets;
        this.effects = effects;
    }

    /**
     * What one package achieved.
     *
     * @param set the outcomes that tell
     * @param group the figures of its people
     */
    public record Achieved(OutcomeSet set, Group group) {}

    /** Returns what is known; outcomes that cannot be asked any more tell nothing. */
    public Map<PackageKey, Achieved> all(CancelSignal signal) {
        Map<PackageKey, Achieved> found = new HashMap<>();
        sets.list().stream()
                .sorted(Comparator.comparing(OutcomeSet::addedAt))
                .forEach(set -> found.putAll(of(set, signal)));
        return Map.copyOf(found);
    }

    private Map<PackageKey, Achieved> of(OutcomeSet set, CancelSignal signal) {
        Map<PackageKey, Achieved> found = new HashMap<>();
        if (set.packages().isEmpty() && set.mapping().column(OutcomeRole.PACKAGE).isEmpty()) {
            return found;
        }
        EffectRequest byPackage = EffectRequest.plain().by(List.of(Advisory.PACKAGES));
        try {
            effects.answer(set, byPackage, signal).divisions().stream()
                    .flatMap(division -> division.groups().stream())
                    .forEach(
                            group ->
                                    pack(group)
                                            .ifPresent(
                                                    key ->
                                                            found.put(
                                                                    key,
                                                                    new Achieved(set, group))));
        } catch (ProblemException e) {
            return Map.of();
        }
        return found;
    }

    private static Optional<PackageKey> pack(Group group) {
        return group.values().stream()
                .flatMap(
                        value ->
                                value instanceof GroupValue.Named(String key, var _)
                                        ? Optional.of(key).stream()
                                        : Optional.<String>empty().stream())
                .filter(PackageKey::isValid)
                .map(PackageKey::new)
                .findFirst();
    }
}
