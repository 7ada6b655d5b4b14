package io.marquetry.govern;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.SamePeople;
import io.marquetry.tag.TagKey;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks over all tags for what governance wants mended, with or without the people of a source. */
public final class Inspection {

    /** How many days a tag may go unused before it is told. */
    public static final int UNUSED_DAYS = 90;

    private final GovernedTags tags;
    private final Map<TagKey, WhereUsed> uses;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    /** Makes a look over tags and their uses. */
    public Inspection(GovernedTags tags, Map<TagKey, WhereUsed> uses, LocalDate today) {
        this.tags = tags;
        this.uses = Map.copyOf(uses);
        this.today = today;
    }

    /**
     * Returns what is found, by kind and then by key; retired tags are left in peace.
     *
     * @param people who carries what, where sizes and sameness are to be judged
     * @param share from which two tags are the same, above 0 to 1
     */
    public List<Finding> findings(
            Optional<MembershipIndex> people, double share, CancelSignal signal) {
        findings.clear();
        for (GovernedTag tag : tags.tags()) {
            if (tag.care().state() != LifeState.RETIRED) {
                look(tag);
            }
        }
        people.ifPresent(index -> look(index, share, signal));
        findings.sort(Comparator.comparing(Finding::kind).thenComparing(Finding::tag));
        return List.copyOf(findings);
    }

    private void look(GovernedTag tag) {
        TagKey key = tag.key();
        Care care = tag.care();
        WhereUsed used = uses.getOrDefault(key, new WhereUsed(List.of(), List.of(), List.of()));
        if (!TagCentre.isKnownType(key)) {
            add(Finding.Kind.OFF_STANDARD, key, "problem.lint.unknownType", key.type());
        }
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
                                                            key.value(),
                                                            next,
                                                            users(used)))
                                    .orElseGet(
                                            () ->
                                                    Problem.of(
                                                            "problem.govern.deprecated",
                                                            key.value(),
                                                            users(used)))));
        }
        if (!used.isInUse() && !usedLately(used)) {
            add(Finding.Kind.UNUSED, key, "problem.govern.unused", UNUSED_DAYS);
        }
    }

    private boolean usedLately(WhereUsed used) {
        return used.versions().stream()
                .map(version -> LocalDate.ofInstant(version.createdAt(), ZoneOffset.UTC))
                .anyMatch(day -> day.plusDays(UNUSED_DAYS).isAfter(today));
    }

    private static String users(WhereUsed used) {
        List<String> names = new ArrayList<>();
        used.packages().forEach(pack -> names.add(pack.key().value()));
        used.tags().forEach(tag -> names.add(tag.value()));
        return String.join(", ", names);
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
                                key.value(),
                                other.value(),
                                Math.floor(pair.share() * 10_000) / 100,
                                pair.onlyFirst() + pair.onlySecond())));
    }

    private void add(Finding.Kind kind, TagKey key, String problem, Object... more) {
        List<Object> args = new ArrayList<>(List.of(key.value()));
        args.addAll(List.of(more));
        findings.add(new Finding(kind, key, Optional.empty(), new Problem(problem, args)));
    }
}
