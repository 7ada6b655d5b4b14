package io.marquetry.govern;

import io.marquetry.base.Problem;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All tags at one moment with how they are kept; never changes.
 *
 * @param byKey the tags
 * @param aliases keys that tags had, and the tags that they lead to now
 */
public record GovernedTags(SortedMap<TagKey, GovernedTag> byKey, Map<TagKey, TagKey> aliases) {

    /** Copies the maps. */
    public GovernedTags {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
        aliases = Map.copyOf(aliases);
    }

    /** Returns the tags in the order of their keys. */
    public Collection<GovernedTag> tags() {
        return byKey.values();
    }

    /** Returns the tags alone. */
    public TagCatalog catalog() {
        return new TagCatalog(byKey.values().stream().map(GovernedTag::tag).toList());
    }

    /** Returns the tag that has the key, or had it before it was renamed. */
    public Optional<GovernedTag> find(TagKey key) {
        return Optional.ofNullable(byKey.get(now(key)));
    }

    /**
     * Returns the tag that has the key, or had it before it was renamed.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public GovernedTag get(TagKey key) {
        return find(key)
                .orElseThrow(() -> Problem.of("problem.tag.unknown", key.value()).asException());
    }

    /** Returns the key that a tag has now which had this one. */
    public TagKey now(TagKey key) {
        return aliases.getOrDefault(key, key);
    }
}
