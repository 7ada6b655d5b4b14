package io.marquetry.overview;

import io.marquetry.base.CancelSignal;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.effect.review.PackageOutcomes.Achieved;
import io.marquetry.effect.stats.Share;
import io.marquetry.govern.WhereUsed;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagKey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the people whom packages with a tag went to. It tells what came with the tag, not
 * what the tag brought about. Blocks, so never call it on the FX thread.
 */
public final class TagResults {

    private final PackageOutcomes outcomes;

    /** Asks these outcomes. */
    public TagResults(PackageOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * What became of them.
     *
     * @param packages whose outcomes tell, at least one
     * @param hit how many of all who got them reacted; empty where no outcomes record it
     * @param conversion how many converted; the same
     */
    public record Result(
            Set<PackageKey> packages, Optional<Share> hit, Optional<Share> conversion) {

        /** Copies the keys. */
        public Result {
            packages = Set.copyOf(packages);
        }
    }

    /**
     * Returns what is known, by tag; those of which no outcomes tell are left out. A package counts
     * by the newest outcomes that tell of it, and for the tags that its finished versions name;
     * where it has none, for those of its draft.
     */
    public Map<TagKey, Result> of(Map<TagKey, WhereUsed> uses, CancelSignal signal) {
        Map<PackageKey, Achieved> all = outcomes.all(signal);
        Map<TagKey, Result> results = new HashMap<>();
        if (all.isEmpty()) {
            return results;
        }
        Set<PackageKey> finished =
                uses.values().stream()
                        .flatMap(used -> used.versions().stream())
                        .map(PackageVersion::key)
                        .collect(Collectors.toSet());
        uses.forEach(
                (tag, used) -> {
                    Set<PackageKey> naming = new TreeSet<>();
                    used.versions().stream().map(PackageVersion::key).forEach(naming::add);
                    used.packages().stream()
                            .map(AssetPackage::key)
                            .filter(key -> !finished.contains(key))
                            .forEach(naming::add);
                    naming.retainAll(all.keySet());
                    if (!naming.isEmpty()) {
                        results.put(tag, result(naming, all));
                    }
                });
        return results;
    }

    private static Result result(Set<PackageKey> naming, Map<PackageKey, Achieved> all) {
        List<Achieved> told = naming.stream().map(all::get).filter(Objects::nonNull).toList();
        return new Result(
                naming,
                together(told, OutcomeRole.HIT, one -> one.group().treated().hit()),
                together(told, OutcomeRole.CONVERTED, one -> one.group().treated().conversion()));
    }

    private static Optional<Share> together(
            List<Achieved> told, OutcomeRole role, Function<Achieved, Rate> rate) {
        return told.stream()
                .filter(one -> one.set().mapping().records(role))
                .map(rate)
                .map(one -> new Share(one.count(), one.of()))
                .reduce((a, b) -> new Share(a.count() + b.count(), a.of() + b.of()))
                .filter(share -> share.of() > 0);
    }
}
