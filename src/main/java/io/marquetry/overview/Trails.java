package io.marquetry.overview;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.effect.review.PackageOutcomes;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.AssetUse;
import io.marquetry.govern.TagCentre;
import io.marquetry.govern.WhereUsed;
import io.marquetry.library.Library;
import io.marquetry.life.LifeRepository.Origin;
import io.marquetry.life.Lives;
import io.marquetry.life.PackageLife;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Follows tags, assets and templates through packages: to the versions that name them, what went
 * out of these, what was made from them, and what all of it achieved. Blocks, so never call it on
 * the FX thread.
 */
public final class Trails {

    private final TagCentre tags;
    private final AssetCentre assets;
    private final Packages packages;
    private final Lives lives;
    private final Library library;
    private final Supplier<List<WhereUsed.Sent>> sent;
    private final PackageOutcomes outcomes;

    /**
     * Makes it over what one workspace keeps.
     *
     * @param sent tells what went out
     */
    public Trails(
            TagCentre tags,
            AssetCentre assets,
            Packages packages,
            Lives lives,
            Library library,
            Supplier<List<WhereUsed.Sent>> sent,
            PackageOutcomes outcomes) {
        this.tags = tags;
        this.assets = assets;
        this.packages = packages;
        this.lives = lives;
        this.library = library;
        this.sent = sent;
        this.outcomes = outcomes;
    }

    /**
     * Returns what people call something.
     *
     * @throws io.marquetry.base.ProblemException if there is no such thing
     */
    public LocalizedText name(Traced thing) {
        return switch (thing) {
            case Traced.OfTag(var key) -> tags.tags().get(key).tag().name();
            case Traced.OfAsset(var key) -> assets.get(key).asset().name();
            case Traced.OfPackage(var key) -> packages.get(key).current().name();
        };
    }

    /**
     * Returns the way of something: each package before those that were made from it, else in the
     * order of the keys. Archived packages are on it with what they finished.
     *
     * @throws io.marquetry.base.ProblemException if there is no such thing
     */
    public List<Trail> of(Traced thing, CancelSignal signal) {
        SortedMap<PackageKey, SortedSet<Integer>> naming = naming(thing);
        if (naming.isEmpty()) {
            return List.of();
        }
        return new Walk(naming, signal).lines();
    }

    /** Returns which packages name it, and which of their versions do. */
    private SortedMap<PackageKey, SortedSet<Integer>> naming(Traced thing) {
        return switch (thing) {
            case Traced.OfTag(var key) -> {
                WhereUsed used =
                        tags.uses().getOrDefault(tags.tags().get(key).key(), WhereUsed.NOWHERE);
                yield naming(used.packages(), used.versions());
            }
            case Traced.OfAsset(var key) -> {
                AssetUse used = assets.uses().getOrDefault(assets.get(key).key(), AssetUse.NONE);
                yield naming(used.packages(), used.versions());
            }
            case Traced.OfPackage(var key) ->
                    naming(List.of(packages.get(key).current()), packages.versions(key));
        };
    }

    private static SortedMap<PackageKey, SortedSet<Integer>> naming(
            List<AssetPackage> drafts, List<PackageVersion> versions) {
        SortedMap<PackageKey, SortedSet<Integer>> naming = new TreeMap<>();
        drafts.forEach(pack -> naming.put(pack.key(), new TreeSet<>()));
        versions.forEach(
                version ->
                        naming.computeIfAbsent(version.key(), key -> new TreeSet<>())
                                .add(version.number()));
        return naming;
    }

    private final class Walk {

        private final SortedMap<PackageKey, SortedSet<Integer>> naming;
        private final Map<PackageKey, List<PackageKey>> madeFrom = new TreeMap<>();
        private final Map<PackageKey, PackageLife> states = lives.all();
        private final List<WhereUsed.Sent> went;
        private final Map<PackageKey, PackageOutcomes.Achieved> achieved;
        private final Set<PackageKey> seen = new HashSet<>();
        private final List<Trail> lines = new ArrayList<>();

        Walk(SortedMap<PackageKey, SortedSet<Integer>> naming, CancelSignal signal) {
            this.naming = naming;
            this.went = sent.get();
            this.achieved = outcomes.all(signal);
            Map<PackageKey, Origin> origins = new TreeMap<>(lives.origins());
            library.uses()
                    .forEach(
                            use ->
                                    origins.put(
                                            use.key(), new Origin(use.template(), use.version())));
            origins.forEach(
                    (made, origin) -> {
                        if (isHandedOn(origin)) {
                            madeFrom.computeIfAbsent(origin.parent(), key -> new ArrayList<>())
                                    .add(made);
                        }
                    });
        }

        /** A version that does not name the thing hands nothing of it on. */
        private boolean isHandedOn(Origin origin) {
            return !naming.containsKey(origin.parent())
                    || naming.getOrDefault(origin.parent(), new TreeSet<>())
                            .contains(origin.version());
        }

        List<Trail> lines() {
            Set<PackageKey> made = new HashSet<>();
            naming.keySet().forEach(key -> below(key, made));
            naming.keySet().stream()
                    .filter(key -> !made.contains(key))
                    .forEach(key -> walk(key, Optional.empty(), 0));
            // Two that were made from each other have no beginning.
            naming.keySet().forEach(key -> walk(key, Optional.empty(), 0));
            return List.copyOf(lines);
        }

        private void below(PackageKey key, Set<PackageKey> found) {
            for (PackageKey made : madeFrom.getOrDefault(key, List.of())) {
                if (found.add(made)) {
                    below(made, found);
                }
            }
        }

        private void walk(PackageKey key, Optional<PackageKey> from, int depth) {
            if (!seen.add(key)) {
                return;
            }
            packages.draft(key).ifPresent(draft -> lines.add(line(draft.current(), from, depth)));
            madeFrom.getOrDefault(key, List.of())
                    .forEach(made -> walk(made, Optional.of(key), depth + 1));
        }

        private Trail line(AssetPackage pack, Optional<PackageKey> from, int depth) {
            PackageKey key = pack.key();
            boolean names = naming.containsKey(key);
            List<Integer> versions =
                    names
                            ? List.copyOf(naming.getOrDefault(key, new TreeSet<>()))
                            : packages.versions(key).stream().map(PackageVersion::number).toList();
            return new Trail(
                    key,
                    pack.name(),
                    states.getOrDefault(key, PackageLife.none(key, packages.isArchived(key)))
                            .state(),
                    names,
                    from,
                    depth,
                    versions,
                    went.stream()
                            .filter(one -> one.pack().equals(key))
                            .filter(one -> versions.contains(one.version()))
                            .sorted(Comparator.comparing(WhereUsed.Sent::on))
                            .toList(),
                    Optional.ofNullable(achieved.get(key)));
        }
    }
}
