package io.marquetry.tag;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether a tag can stand among the others. */
public final class TagChecks {

    private final TagCatalog tags;
    private final Set<AssetKey> assets;
    private final NamingStandard naming;

    /**
     * Makes checks against what would be there.
     *
     * @param tags all tags, the checked ones included
     * @param assets the keys of all assets
     * @param naming the words that keys are made of
     */
    public TagChecks(TagCatalog tags, Set<AssetKey> assets, NamingStandard naming) {
        this.tags = tags;
        this.assets = Set.copyOf(assets);
        this.naming = naming;
    }

    /** Returns why the tag is refused, or nothing where it can stand. */
    public Optional<Problem> refusal(Tag tag) {
        return typeOfAnother(tag, naming)
                .or(() -> rule(tag))
                .or(() -> neededAsAudience(tag))
                .or(() -> unknownAsset(tag));
    }

    /** Returns the problem of a key whose first part belongs to another category. */
    public static Optional<Problem> typeOfAnother(Tag tag, NamingStandard naming) {
        String type = tag.key().type();
        return naming.category(type)
                .filter(category -> category != tag.category())
                .map(
                        category ->
                                Problem.of(
                                        "problem.tag.typeOfAnother",
                                        tag.key().value(),
                                        type,
                                        word(category),
                                        word(tag.category())));
    }

    private static Problem word(Category category) {
        return Problem.of("problem.category." + category);
    }

    private Optional<Problem> rule(Tag tag) {
        if (tag.rule().isEmpty()) {
            return Optional.empty();
        }
        TagRule rule = tag.rule().get();
        if (TagRules.depth(rule) > TagRules.MAX_DEPTH) {
            return Optional.of(
                    Problem.of("problem.tag.ruleTooDeep", tag.key().value(), TagRules.MAX_DEPTH));
        }
        try {
            TagRules.tagsIn(rule).forEach(tags::rule);
            tags.closure(List.of(tag.key()));
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private Optional<Problem> neededAsAudience(Tag tag) {
        if (tag.category() == Category.AUDIENCE) {
            return Optional.empty();
        }
        String users = usersOf(tag.key(), tags);
        return users.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of("problem.tag.usedByTags", tag.key().value(), users));
    }

    private Optional<Problem> unknownAsset(Tag tag) {
        return tag.asset()
                .filter(asset -> !assets.contains(asset))
                .map(
                        asset ->
                                Problem.of(
                                        "problem.tag.assetUnknown",
                                        tag.key().value(),
                                        asset.value()));
    }

    /** Returns the keys of the tags whose rules name a tag, joined; empty where none does. */
    public static String usersOf(TagKey key, TagCatalog tags) {
        return tags.tags().stream()
                .filter(tag -> tag.rule().map(TagRules::tagsIn).orElse(Set.of()).contains(key))
                .map(tag -> tag.key().value())
                .collect(Collectors.joining(", "));
    }
}
