package io.marquetry.requirement;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.base.Kept;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.base.Slug;
import io.marquetry.base.Texts;
import io.marquetry.govern.GovernedTag;
import io.marquetry.govern.GovernedTags;
import io.marquetry.govern.LifeState;
import io.marquetry.govern.TagCares;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.requirement.search.SearchAnswer;
import io.marquetry.requirement.search.SearchableTag;
import io.marquetry.requirement.search.TagSearch;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The requirements of a workspace: mapped to tags, completed by drafts of tags, and made into
 * packages; the same for the window and the command line. Blocks, so never call it on the FX
 * thread.
 */
public final class Requirements {

    private final RequirementRepository kept;
    private final TagCares tags;
    private final AssetRepository assets;
    private final Packages packages;
    private final Supplier<Texts> texts;

    /**
     * Makes the service over what one workspace holds.
     *
     * @param texts put rules into words, with fields called as people call them
     */
    public Requirements(
            RequirementRepository kept,
            TagCares tags,
            AssetRepository assets,
            Packages packages,
            Supplier<Texts> texts) {
        this.kept = kept;
        this.tags = tags;
        this.assets = assets;
        this.packages = packages;
        this.texts = texts;
    }

    /** Returns all requirements, by their keys. */
    public List<Kept<Requirement>> all() {
        return kept.all();
    }

    /**
     * Returns a requirement.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public Kept<Requirement> get(RequirementKey key) {
        return kept.all().stream()
                .filter(one -> one.value().key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of("problem.requirement.unknown", key.value()).asException());
    }

    /** Returns a key that is free, made of a goal as far as it can be. */
    public RequirementKey freeKey(String goal) {
        Set<String> taken =
                kept.all().stream()
                        .map(one -> one.value().key().value())
                        .collect(Collectors.toSet());
        return new RequirementKey(Slug.free(goal, "requirement", taken::contains));
    }

    /**
     * Returns what finds tags, as all is now: retired and deprecated ones are not proposed, and
     * what was accepted before counts.
     */
    public TagSearch search() {
        GovernedTags all = tags.tags();
        Map<AssetKey, Asset> known = assets.assets();
        Map<TagKey, List<String>> accepted = new HashMap<>();
        for (Kept<Requirement> one : kept.all()) {
            for (Requirement.Accepted tag : one.value().accepted()) {
                accepted.computeIfAbsent(all.now(tag.tag()), k -> new ArrayList<>())
                        .add(one.value().text());
            }
        }
        return new TagSearch(
                all.tags().stream()
                        .filter(Requirements::canBeProposed)
                        .map(
                                tag ->
                                        new SearchableTag(
                                                tag.tag(),
                                                tag.care().scenario(),
                                                tag.tag()
                                                        .asset()
                                                        .flatMap(
                                                                key ->
                                                                        Optional.ofNullable(
                                                                                known.get(key))),
                                                accepted.getOrDefault(tag.key(), List.of())))
                        .toList(),
                texts.get());
    }

    private static boolean canBeProposed(GovernedTag tag) {
        LifeState state = tag.care().state();
        return state == LifeState.ACTIVE || state == LifeState.DRAFT;
    }

    /** Returns the tags that a text means, the best first, and what no tag fits. */
    public SearchAnswer map(String text, int most) {
        return search().find(text, most);
    }

    /**
     * Adds or replaces a requirement; durable when it returns.
     *
     * @param seen the revision that was seen, {@link Revision#NONE} for a new one
     * @return its revision now
     * @throws io.marquetry.base.ProblemException if a tag is unknown, or somebody else saved it
     *     meanwhile
     */
    public Revision save(Requirement requirement, Revision seen) {
        GovernedTags all = tags.tags();
        for (Requirement.Accepted accepted : requirement.accepted()) {
            boolean audience = all.get(accepted.tag()).tag().category() == Category.AUDIENCE;
            if (accepted.excluded() && !audience) {
                throw Problem.of("problem.requirement.excluded", accepted.tag().value())
                        .asException();
            }
        }
        return kept.save(requirement, seen);
    }

    /**
     * Removes a requirement; what was made of it stays. Durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public void remove(RequirementKey key) {
        kept.remove(get(key).value().key());
    }

    /**
     * Drafts a tag for a part of a requirement that no tag fits, and gives it to somebody; durable
     * when it returns.
     *
     * @param words the part
     * @param owner who is to finish it
     * @param source whose people an audience tag is to be for
     * @return the key of the draft
     * @throws io.marquetry.base.ProblemException if somebody else saved the requirement meanwhile
     */
    public TagKey draft(
            RequirementKey key,
            String words,
            Category category,
            String owner,
            Optional<ProfileSource> source) {
        Kept<Requirement> wanted = get(key);
        GovernedTag draft =
                TagDrafts.of(words, category, owner, source, tags.tags().byKey().keySet());
        List<Requirement.Missing> missing = new ArrayList<>();
        wanted.value().missing().stream()
                .filter(one -> !one.words().equals(words))
                .forEach(missing::add);
        missing.add(new Requirement.Missing(words, Optional.of(draft.key())));
        tags.save(List.of(draft));
        kept.save(wanted.value().withMissing(missing), wanted.revision());
        return draft.key();
    }

    /**
     * Makes a package of the tags that were accepted: those of one dimension are joined by any of,
     * the others by all of, and who is excluded is left out. Durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if nothing was accepted, the key is taken, or the
     *     source is unknown
     */
    public void make(
            RequirementKey key, PackageKey pack, LocalizedText name, ProfileSource source) {
        Kept<Requirement> wanted = get(key);
        if (wanted.value().accepted().isEmpty()) {
            throw Problem.of("problem.requirement.nothing", key.value()).asException();
        }
        packages.create(
                pack,
                name,
                source.name(),
                MappedPackage.of(wanted.value().accepted(), tags.tags()));
        kept.save(wanted.value().withPack(pack), wanted.revision());
    }
}
