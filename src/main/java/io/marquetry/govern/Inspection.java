package io.marquetry.govern;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.effect.watch.TagHealth;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Inside;
import io.marquetry.index.question.SamePeople;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Contradictions;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks over all tags for what governance wants mended, with or without the people of a source. */
public final class Inspection {

    /** How many days a tag may go unused before it is told. */
    public static final int UNUSED_DAYS = 90;

    private final GovernedTags tags;
    private final Map<TagKey, WhereUsed> uses;
    private final Map<AssetKey, GovernedAsset> assets;
    private final NamingStandard naming;
    private final LocalDate today;
    private final TagCatalog catalog;
    private final Map<TagKey, Set<TagKey>> rests = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Makes a look over tags and their uses. */
    Inspection(
            GovernedTags tags,
            Map<TagKey, WhereUsed> uses,
            Map<AssetKey, GovernedAsset> assets,
            NamingStandard naming,
            LocalDate today) {
        this.tags = tags;
        this.assets = Map.copyOf(assets);
        this.uses = Map.copyOf(uses);
        this.naming = naming;
        this.today = today;
        this.catalog = tags.catalog();
    }

    /** Returns the tags that are looked over. */
    public GovernedTags tags() {
        return tags;
    }

    /** Returns where each of them is used. */
    public Map<TagKey, WhereUsed> uses() {
        return uses;
    }

    /**
     * Returns what is found, by kind and then by key; retired tags are left in peace.
     *
     * @param people who carries what, where sizes and sameness are to be judged
     * @param watched what is known of the sizes over time
     * @param share from which two tags are the same, above 0 to 1
     */
    public List<Finding> findings(
            Optional<MembershipIndex> people,
            List<WatchedTag> watched,
            double share,
            CancelSignal signal) {
        findings.clear();
        for (GovernedTag tag : tags.tags()) {
            if (tag.care().state() != LifeState.RETIRED) {
                look(tag);
            }
        }
        sameRules();
        impossible(signal);
        watched.forEach(this::health);
        people.ifPresent(index -> look(index, share, signal));
        findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::tag));
        return List.copyOf(findings);
    }

    private void look(GovernedTag tag) {
        TagKey key = tag.key();
        Care care = tag.care();
        WhereUsed used = used(key);
        naming.unknownWord(key, tag.tag().category())
                .ifPresent(
                        problem ->
                                findings.add(
                                        new Finding(
                                                Finding.Kind.OFF_STANDARD,
                                                key,
                                                Optional.empty(),
                                                problem)));
        if (care.owner().isEmpty()) {
            add(Finding.Kind.NO_OWNER, key, "problem.govern.noOwner");
        }
        if (care.scenario().isEmpty()) {
            add(Finding.Kind.NO_SCENARIO, key, "problem.govern.noScenario");
        }
        if (care.isExpired(today) && used.isInUse()) {
            add(
                    Finding.Kind.EXPIRED_IN_USE,
                    key,
                    "problem.govern.expired",
                    care.validUntil().map(LocalDate::toString).orElse(""),
                    users(used));
        }
        if (care.state() == LifeState.DEPRECATED && used.isInUse()) {
            findings.add(
                    new Finding(
                            Finding.Kind.DEPRECATED_IN_USE,
                            key,
                            care.successor().map(TagKey::new),
                            care.successor()
                                    .map(
                                            next ->
                                                    Problem.of(
                                                            "problem.govern.deprecatedFor",
                                                            name(key),
                                                            name(new TagKey(next)),
                                                            users(used)))
                                    .orElseGet(
                                            () ->
                                                    Problem.of(
                                                            "problem.govern.deprecated",
                                                            name(key),
                                                            users(used)))));
        }
        if (used.isInUse()) {
            tag.tag()
                    .asset()
                    .flatMap(asset -> Optional.ofNullable(assets.get(asset)))
                    .ifPresent(asset -> ended(key, asset));
        }
        if (!used.isInUse() && !usedLately(used)) {
            add(Finding.Kind.UNUSED, key, "problem.govern.unused", UNUSED_DAYS);
        }
    }

    private void ended(TagKey key, GovernedAsset asset) {
        AssetChecks.ended(asset, today)
                .forEach(
                        why ->
                                findings.add(
                                        new Finding(
                                                Finding.Kind.ASSET_ENDED,
                                                key,
                                                Optional.empty(),
                                                why)));
    }

    private boolean usedLately(WhereUsed used) {
        return used.versions().stream()
                .map(version -> LocalDate.ofInstant(version.createdAt(), ZoneOffset.UTC))
                .anyMatch(day -> day.plusDays(UNUSED_DAYS).isAfter(today));
    }

    private List<Object> users(WhereUsed used) {
        List<Object> names = new ArrayList<>();
        used.packages().forEach(pack -> names.add(pack.name()));
        used.tags().forEach(tag -> names.add(name(tag)));
        return names;
    }

    /** Returns what people call a tag; its key where there is no such tag any more. */
    private Object name(TagKey key) {
        GovernedTag tag = tags.byKey().get(key);
        return tag == null ? key.value() : tag.tag().name();
    }

    private void sameRules() {
        Map<TagRule, TagKey> seen = new HashMap<>();
        for (GovernedTag tag : tags.tags()) {
            if (tag.tag().rule().isEmpty() || !isJudged(tag.key())) {
                continue;
            }
            TagKey first = seen.putIfAbsent(tag.tag().rule().get(), tag.key());
            if (first != null) {
                findings.add(
                        new Finding(
                                Finding.Kind.SAME_RULE,
                                tag.key(),
                                Optional.of(first),
                                Problem.of(
                                        "problem.lint.sameRule", tag.tag().name(), name(first))));
            }
        }
    }

    private void impossible(CancelSignal signal) {
        Contradictions contradictions = new Contradictions(catalog, today);
        Set<PackageKey> told = new HashSet<>();
        for (GovernedTag tag : tags.tags()) {
            signal.check();
            if (isJudged(tag.key())
                    && tag.tag().rule().filter(contradictions::isImpossible).isPresent()) {
                add(Finding.Kind.CONTRADICTION, tag.key(), "problem.govern.impossible");
            }
            for (AssetPackage pack : used(tag.key()).packages()) {
                boolean impossible =
                        !told.contains(pack.key())
                                && ExpressionRule.of(pack.audience())
                                        .filter(contradictions::isImpossible)
                                        .isPresent();
                if (impossible) {
                    told.add(pack.key());
                    add(
                            Finding.Kind.CONTRADICTION,
                            tag.key(),
                            "problem.govern.impossiblePackage",
                            pack.name());
                }
            }
        }
    }

    private void health(WatchedTag watched) {
        TagKey key = tags.now(watched.tag());
        if (!tags.byKey().containsKey(key) || !isJudged(key)) {
            return;
        }
        switch (watched.health()) {
            case TagHealth.Usual _ -> {}
            case TagHealth.Jumped jumped ->
                    add(
                            Finding.Kind.JUMPED_OR_DIED,
                            key,
                            "problem.govern.jumped",
                            jumped.from(),
                            jumped.to(),
                            jumped.on().toString());
            case TagHealth.Died died ->
                    add(
                            Finding.Kind.JUMPED_OR_DIED,
                            key,
                            "problem.govern.died",
                            died.from(),
                            died.on().toString());
        }
    }

    private WhereUsed used(TagKey key) {
        return uses.getOrDefault(key, WhereUsed.NOWHERE);
    }

    private void look(MembershipIndex index, double share, CancelSignal signal) {
        for (TagKey key : index.tags()) {
            if (tags.byKey().containsKey(key) && isJudged(key)) {
                long size = index.size(key);
                if (size == 0) {
                    add(Finding.Kind.EMPTY_OR_EVERYONE, key, "problem.govern.empty");
                } else if (size == index.profiles()) {
                    add(Finding.Kind.EMPTY_OR_EVERYONE, key, "problem.govern.everyone");
                }
            }
        }
        for (SamePeople.Pair pair : SamePeople.of(index, share, signal)) {
            if (isJudged(pair.first()) && isJudged(pair.second())) {
                same(pair.first(), pair.second(), pair);
                same(pair.second(), pair.first(), pair);
            }
        }
        Inside.of(index, this::isInsideByChance, signal).forEach(this::inside);
    }

    /** Where a rule names the other tag, one is inside the other by design. */
    private boolean isInsideByChance(TagKey inner, TagKey outer) {
        return isJudged(inner)
                && isJudged(outer)
                && !below(inner).contains(outer)
                && !below(outer).contains(inner);
    }

    private Set<TagKey> below(TagKey key) {
        return rests.computeIfAbsent(
                key,
                k ->
                        catalog.closure(List.of(k)).stream()
                                .map(Tag::key)
                                .collect(Collectors.toSet()));
    }

    private void inside(Inside.Pair pair) {
        findings.add(
                new Finding(
                        Finding.Kind.INSIDE,
                        pair.inner(),
                        Optional.of(pair.outer()),
                        Problem.of(
                                "problem.govern.inside",
                                name(pair.inner()),
                                name(pair.outer()),
                                pair.profiles(),
                                pair.around())));
    }

    private boolean isJudged(TagKey key) {
        return Optional.ofNullable(tags.byKey().get(key))
                .map(GovernedTag::care)
                .filter(care -> care.state() == LifeState.ACTIVE || care.state() == LifeState.DRAFT)
                .isPresent();
    }

    private void same(TagKey key, TagKey other, SamePeople.Pair pair) {
        findings.add(
                new Finding(
                        Finding.Kind.SAME_PEOPLE,
                        key,
                        Optional.of(other),
                        Problem.of(
                                "problem.govern.same",
                                name(key),
                                name(other),
                                Math.floor(pair.share() * 10_000) / 100,
                                pair.onlyFirst() + pair.onlySecond())));
    }

    private void add(Finding.Kind kind, TagKey key, String problem, Object... more) {
        List<Object> args = new ArrayList<>(List.of(name(key)));
        args.addAll(List.of(more));
        findings.add(new Finding(kind, key, Optional.empty(), new Problem(problem, args)));
    }
}
