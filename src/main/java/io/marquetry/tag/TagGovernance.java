package io.marquetry.tag;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.asset.AssetRepository;
import io.marquetry.base.Problem;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The tags of a workspace and the assets they stand for, changed under the rules of governance, the
 * same for the window and the command line. Blocks, so never call it on the FX thread.
 */
public final class TagGovernance {

    private final TagRepository tags;
    private final AssetRepository assets;
    private final Supplier<? extends Collection<TagKey>> inPackages;

    /**
     * Makes the service over what one workspace holds.
     *
     * @param inPackages tells which tags packages name
     */
    public TagGovernance(
            TagRepository tags,
            AssetRepository assets,
            Supplier<? extends Collection<TagKey>> inPackages) {
        this.tags = tags;
        this.assets = assets;
        this.inPackages = inPackages;
    }

    /** Returns all tags. */
    public TagCatalog catalog() {
        return tags.catalog();
    }

    /** Returns the words that keys are made of. */
    public NamingStandard naming() {
        return tags.naming();
    }

    /** Returns all assets by key. */
    public Map<AssetKey, Asset> assets() {
        return assets.assets();
    }

    /**
     * Returns the tag with the key.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public Tag get(TagKey key) {
        return tags.catalog().get(key);
    }

    /**
     * Adds or replaces a tag and the asset that it stands for, both or none; durable when it
     * returns.
     *
     * @throws io.marquetry.base.ProblemException if its type belongs to another category, its rule
     *     names tags that are missing, no audience tags, or in the end itself, or its asset is
     *     unknown
     */
    public void save(Tag tag, Optional<Asset> asset) {
        save(List.of(tag), asset.stream().toList());
    }

    /**
     * Adds or replaces tags, all or none; durable when it returns. Tags may name each other in any
     * order.
     *
     * @throws io.marquetry.base.ProblemException if a tag is refused, as above
     */
    public void save(List<Tag> taken) {
        save(taken, List.of());
    }

    /**
     * Adds or replaces tags and assets, all or none; durable when it returns. Tags may name each
     * other in any order.
     *
     * @throws io.marquetry.base.ProblemException if a tag is refused, as above
     */
    public void save(List<Tag> taken, List<Asset> with) {
        take(taken, with)
                .ifPresent(
                        refused -> {
                            throw refused.why().asException();
                        });
    }

    /**
     * Adds or replaces tags and assets, as above.
     *
     * @return the first tag that is refused, and then nothing was changed; empty where all are
     *     saved
     */
    public Optional<Refusal> take(List<Tag> taken, List<Asset> with) {
        Optional<Refusal> refused = refusal(taken, with);
        if (refused.isEmpty()) {
            tags.save(taken, with);
        }
        return refused;
    }

    /**
     * A tag that governance does not take.
     *
     * @param at its place among the tags that were to be saved, from 0
     */
    public record Refusal(int at, Problem why) {}

    /**
     * Removes a tag; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if there is none, or packages or other tags use it
     */
    public void remove(TagKey key) {
        remove(List.of(key));
    }

    /**
     * Removes tags, all or none; durable when it returns. They may use each other.
     *
     * @throws io.marquetry.base.ProblemException if one is gone, or packages or other tags use one
     */
    public void remove(Collection<TagKey> keys) {
        TagCatalog catalog = tags.catalog();
        TagCatalog left =
                new TagCatalog(
                        catalog.tags().stream().filter(tag -> !keys.contains(tag.key())).toList());
        for (TagKey key : keys) {
            catalog.get(key);
            String users = TagChecks.usersOf(key, left);
            if (!users.isEmpty()) {
                throw Problem.of("problem.tag.usedByTags", key.value(), users).asException();
            }
        }
        tags.remove(keys, List.of());
    }

    /**
     * Removes those of some tags that nobody uses and nobody edited, and then those of some assets
     * that no tag stands for any more; all at once, durable when it returns.
     *
     * @param shipped the tags as they were made; one that differs is kept
     * @param with the assets that came with them; one that differs is kept
     * @return how many tags were removed
     */
    public int removeUnused(List<Tag> shipped, List<Asset> with) {
        TagCatalog catalog = tags.catalog();
        Set<TagKey> going = new HashSet<>();
        shipped.stream()
                .filter(tag -> catalog.find(tag.key()).equals(Optional.of(tag)))
                .map(Tag::key)
                .forEach(going::add);
        going.removeAll(inPackages.get());
        boolean changed = true;
        while (changed) {
            Set<TagKey> needed =
                    catalog.tags().stream()
                            .filter(tag -> !going.contains(tag.key()))
                            .flatMap(tag -> tag.rule().stream())
                            .flatMap(rule -> TagRules.tagsIn(rule).stream())
                            .collect(Collectors.toSet());
            changed = going.removeAll(needed);
        }
        Set<AssetKey> stoodFor =
                catalog.tags().stream()
                        .filter(tag -> !going.contains(tag.key()))
                        .flatMap(tag -> tag.asset().stream())
                        .collect(Collectors.toSet());
        Map<AssetKey, Asset> known = assets.assets();
        tags.remove(
                going,
                with.stream()
                        .filter(asset -> asset.equals(known.get(asset.key())))
                        .map(Asset::key)
                        .filter(key -> !stoodFor.contains(key))
                        .collect(Collectors.toSet()));
        return going.size();
    }

    /** Returns how many of some tags there are. */
    public int countOf(List<Tag> some) {
        TagCatalog catalog = tags.catalog();
        return (int) some.stream().filter(tag -> catalog.find(tag.key()).isPresent()).count();
    }

    /**
     * Looks over all tags and assets.
     *
     * @param fit tells why a tag cannot be counted in the source at hand
     * @return what governance wants mended, the gravest first
     */
    public List<TagFinding> lint(TagFit fit) {
        TagCatalog catalog = tags.catalog();
        return new TagLint(
                        catalog,
                        assets.assets(),
                        inPackages.get(),
                        tag -> fit.problems(tag, catalog),
                        tags.naming())
                .findings();
    }

    private Optional<Refusal> refusal(List<Tag> taken, List<Asset> with) {
        Set<AssetKey> known = new HashSet<>(assets.assets().keySet());
        with.stream().map(Asset::key).forEach(known::add);
        TagChecks checks = new TagChecks(tags.catalog().with(taken), known, tags.naming());
        Map<TagKey, TagKey> aliases = tags.aliases();
        for (int i = 0; i < taken.size(); i++) {
            Tag tag = taken.get(i);
            TagKey key = tag.key();
            Optional<Problem> why =
                    Optional.ofNullable(aliases.get(key))
                            .map(now -> Problem.of("problem.tag.renamed", key.value(), now.value()))
                            .or(() -> checks.refusal(tag));
            if (why.isPresent()) {
                return Optional.of(new Refusal(i, why.get()));
            }
        }
        return Optional.empty();
    }
}
