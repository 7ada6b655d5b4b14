package io.marquetry.govern;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.PictureFile;
import io.marquetry.base.Actor;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Revision;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The assets of a workspace as they are governed: made, kept by people, changed under the revision
 * that was seen, deprecated and retired; the same for the window and the command line. Blocks, so
 * never call it on the FX thread.
 */
public final class AssetCentre {

    private final AssetCares cares;
    private final TagCares tags;
    private final Packages packages;
    private final LifeSteps steps;
    private final Actor actor;
    private final Supplier<LocalDate> today;

    /** Makes the centre of one workspace. */
    public AssetCentre(
            AssetCares cares,
            TagCares tags,
            Packages packages,
            LifeSteps steps,
            Actor actor,
            Supplier<LocalDate> today) {
        this.cares = cares;
        this.tags = tags;
        this.packages = packages;
        this.steps = steps;
        this.actor = actor;
        this.today = today;
    }

    /** Returns all assets with how they are kept. */
    public SortedMap<AssetKey, GovernedAsset> assets() {
        return cares.assets();
    }

    /**
     * Returns an asset.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public GovernedAsset get(AssetKey key) {
        return Optional.ofNullable(cares.assets().get(key)).orElseThrow(() -> unknown(key));
    }

    private static ProblemException unknown(AssetKey key) {
        return Problem.of("problem.asset.unknown", key.value()).asException();
    }

    /** Returns what an asset said each time that it was changed, the oldest first. */
    public List<AssetVersion> versions(AssetKey key) {
        return cares.versions(key);
    }

    /** Returns where each asset is used; one that is used nowhere is there, too. */
    public Map<AssetKey, AssetUse> uses() {
        Map<AssetKey, List<Tag>> inTags = new HashMap<>();
        Map<TagKey, AssetKey> standsFor = new HashMap<>();
        GovernedTags all = tags.tags();
        for (GovernedTag governed : all.tags()) {
            governed.tag()
                    .asset()
                    .ifPresent(
                            asset -> {
                                standsFor.put(governed.key(), asset);
                                if (governed.care().state() != LifeState.RETIRED) {
                                    inTags.computeIfAbsent(asset, k -> new ArrayList<>())
                                            .add(governed.tag());
                                }
                            });
        }
        Map<AssetKey, List<AssetPackage>> inPackages = new HashMap<>();
        Map<AssetKey, List<PackageVersion>> inVersions = new HashMap<>();
        for (PackageRepository.Summary row : packages.list()) {
            assetsOf(row.pack().tags().stream().map(all::now), standsFor)
                    .forEach(
                            asset ->
                                    inPackages
                                            .computeIfAbsent(asset, k -> new ArrayList<>())
                                            .add(row.pack()));
            if (row.versions() > 0) {
                for (PackageVersion version : packages.versions(row.pack().key())) {
                    assetsOf(packages.said(version).tags().stream().map(all::now), standsFor)
                            .forEach(
                                    asset ->
                                            inVersions
                                                    .computeIfAbsent(asset, k -> new ArrayList<>())
                                                    .add(version));
                }
            }
        }
        Map<AssetKey, AssetUse> uses = new LinkedHashMap<>();
        for (AssetKey key : cares.assets().keySet()) {
            uses.put(
                    key,
                    new AssetUse(
                            inTags.getOrDefault(key, List.of()),
                            inPackages.getOrDefault(key, List.of()),
                            inVersions.getOrDefault(key, List.of())));
        }
        return uses;
    }

    private static Collection<AssetKey> assetsOf(
            Stream<TagKey> keys, Map<TagKey, AssetKey> standsFor) {
        return keys.flatMap(key -> Optional.ofNullable(standsFor.get(key)).stream())
                .collect(Collectors.toSet());
    }

    /** Returns what somebody should look at, by asset; those without anything are left out. */
    public Map<AssetKey, List<Problem>> findings(
            Collection<GovernedAsset> assets, Map<AssetKey, AssetUse> uses) {
        Map<AssetKey, List<Problem>> found = new TreeMap<>();
        for (GovernedAsset asset : assets) {
            List<Problem> problems =
                    AssetChecks.findings(
                            asset, uses.getOrDefault(asset.key(), AssetUse.NONE), today.get());
            if (!problems.isEmpty()) {
                found.put(asset.key(), problems);
            }
        }
        return found;
    }

    /**
     * Adds an asset as a draft of whoever works here; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if its key is taken, or it does not say what
     *     assets of its kind have to
     */
    public void create(Asset asset) {
        create(asset, List.of());
    }

    /**
     * Adds an asset as above.
     *
     * @param brought pictures that it shows and that may be new here
     */
    public void create(Asset asset, Collection<PictureFile> brought) {
        if (cares.assets().containsKey(asset.key())) {
            throw Problem.of("problem.asset.there", asset.key().value()).asException();
        }
        String me = actor.login();
        GovernedAsset fresh =
                new GovernedAsset(
                        asset,
                        Care.of(LifeState.DRAFT)
                                .withOwner(
                                        Optional.of(me)
                                                .filter(
                                                        name ->
                                                                !name.isBlank()
                                                                        && name.length()
                                                                                <= Care.MAX_NAME)),
                        Revision.NONE);
        save(List.of(fresh), brought);
    }

    /**
     * Saves what an asset says and how it is kept, under the revision that was seen; durable when
     * it returns.
     *
     * @throws io.marquetry.base.ProblemException if it does not say what assets of its kind have
     *     to, it is retired, or somebody else saved it meanwhile
     */
    public void save(GovernedAsset asset) {
        save(List.of(asset));
    }

    /** Saves assets, all or none, as above. */
    public void save(Collection<GovernedAsset> assets) {
        save(assets, List.of());
    }

    /**
     * Saves assets, all or none, as above.
     *
     * @param brought pictures that they show and that may be new here
     */
    public void save(Collection<GovernedAsset> assets, Collection<PictureFile> brought) {
        SortedMap<AssetKey, GovernedAsset> known = cares.assets();
        for (GovernedAsset asset : assets) {
            AssetChecks.refusal(asset.asset())
                    .ifPresent(
                            problem -> {
                                throw problem.asException();
                            });
            boolean retired =
                    Optional.ofNullable(known.get(asset.key()))
                            .filter(before -> before.care().state() == LifeState.RETIRED)
                            .isPresent();
            if (retired) {
                throw Problem.of("problem.asset.retired", asset.key().value()).asException();
            }
        }
        List<GovernedAsset> changed =
                assets.stream().filter(asset -> !asset.equals(known.get(asset.key()))).toList();
        if (!changed.isEmpty() || !brought.isEmpty()) {
            cares.save(changed, brought);
        }
    }

    /**
     * Changes how assets are kept, all or none; their states stay. Durable when it returns.
     *
     * @param change tells how an asset is kept from what was before
     * @return how many changed
     * @throws io.marquetry.base.ProblemException if one is unknown, or was saved elsewhere
     *     meanwhile
     */
    public int keep(Collection<AssetKey> keys, UnaryOperator<Care> change) {
        SortedMap<AssetKey, GovernedAsset> known = cares.assets();
        List<GovernedAsset> changed = new ArrayList<>();
        for (AssetKey key : keys) {
            GovernedAsset asset =
                    Optional.ofNullable(known.get(key)).orElseThrow(() -> unknown(key));
            Care care = asset.care();
            Care next = change.apply(care).withState(care.state(), care.successor(), care.reason());
            if (!next.equals(care)) {
                changed.add(asset.with(next));
            }
        }
        if (!changed.isEmpty()) {
            cares.save(changed);
        }
        return changed.size();
    }

    /**
     * Takes an asset one step further in its life; durable when it returns.
     *
     * @param successor the asset to take instead, where it is deprecated
     * @param reason why
     * @throws io.marquetry.base.ProblemException if there is no such step, it is not for whoever
     *     works here, it needs a successor or a reason, or the asset is in use
     */
    public void move(
            AssetKey key, LifeState to, Optional<AssetKey> successor, Optional<String> reason) {
        GovernedAsset asset = get(key);
        Transition<LifeState> step =
                steps.step(
                        key.value(),
                        asset.care().state(),
                        to,
                        successor.isPresent() || reason.isPresent());
        successor.ifPresent(next -> refuseSuccessor(asset, get(next)));
        if (step.needsNoUse()) {
            refuseUsed(key);
        }
        cares.save(
                List.of(
                        asset.with(
                                LifeSteps.after(
                                        asset.care(),
                                        to,
                                        successor.map(AssetKey::value),
                                        reason))));
    }

    private static void refuseSuccessor(GovernedAsset asset, GovernedAsset next) {
        boolean fits =
                !next.key().equals(asset.key())
                        && next.asset().kind() == asset.asset().kind()
                        && next.care().state() == LifeState.ACTIVE;
        if (!fits) {
            throw Problem.of("problem.asset.successor", asset.key().value(), next.key().value())
                    .asException();
        }
    }

    /**
     * Removes an asset that no tag stands for; durable when it returns. Finished versions of
     * packages keep their copies.
     *
     * @throws io.marquetry.base.ProblemException if there is none, a tag stands for it, or it was
     *     saved elsewhere meanwhile
     */
    public void remove(AssetKey key) {
        GovernedAsset asset = get(key);
        List<String> users =
                tags.tags().tags().stream()
                        .map(GovernedTag::tag)
                        .filter(tag -> tag.asset().equals(Optional.of(key)))
                        .map(Tag::key)
                        .map(TagKey::value)
                        .toList();
        refuse(key, users);
        cares.remove(asset);
    }

    private void refuseUsed(AssetKey key) {
        AssetUse use = uses().getOrDefault(key, AssetUse.NONE);
        List<String> users = new ArrayList<>();
        use.tags().forEach(tag -> users.add(tag.key().value()));
        use.packages().forEach(pack -> users.add(pack.key().value()));
        refuse(key, users);
    }

    private static void refuse(AssetKey key, List<String> users) {
        if (!users.isEmpty()) {
            throw Problem.of("problem.asset.used", key.value(), String.join(", ", users))
                    .asException();
        }
    }
}
