package io.marquetry.tag;

import io.marquetry.base.Problem;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** All tags at one moment, by key; never changes. */
public final class TagCatalog {

    private final SortedMap<TagKey, Tag> tags;

    /** Makes a catalogue; of two tags with one key the later stands. */
    public TagCatalog(Collection<Tag> tags) {
        TreeMap<TagKey, Tag> byKey = new TreeMap<>();
        tags.forEach(tag -> byKey.put(tag.key(), tag));
        this.tags = Collections.unmodifiableSortedMap(byKey);
    }

    /** Returns the tags in the order of their keys. */
    public Collection<Tag> tags() {
        return tags.values();
    }

    /** Returns the tag with the key, if there is one. */
    public Optional<Tag> find(TagKey key) {
        return Optional.ofNullable(tags.get(key));
    }

    /** Returns this catalogue with a tag added or replaced. */
    public TagCatalog with(Tag tag) {
        TreeMap<TagKey, Tag> copy = new TreeMap<>(tags);
        copy.put(tag.key(), tag);
        return new TagCatalog(copy.values());
    }

    /**
     * Returns the rule of an audience tag.
     *
     * @throws io.marquetry.base.ProblemException if the tag is unknown or no audience tag
     */
    public TagRule rule(TagKey key) {
        Tag tag =
                find(key)
                        .orElseThrow(
                                () -> Problem.of("problem.tag.unknown", key.value()).asException());
        return tag.rule()
                .orElseThrow(
                        () -> Problem.of("problem.tag.notAudience", key.value()).asException());
    }

    /**
     * Returns the tags that the given ones rest on through {@link TagRule.HasTag}, themselves
     * included, each after those that it needs.
     *
     * @throws io.marquetry.base.ProblemException if a tag is missing, or rests on itself
     */
    public List<Tag> closure(Collection<TagKey> keys) {
        LinkedHashSet<TagKey> done = new LinkedHashSet<>();
        keys.forEach(key -> visit(key, done, new LinkedHashSet<>()));
        return done.stream().map(tags::get).toList();
    }

    private void visit(TagKey key, Set<TagKey> done, LinkedHashSet<TagKey> open) {
        if (done.contains(key)) {
            return;
        }
        if (!open.add(key)) {
            String cycle =
                    String.join(" → ", open.stream().map(TagKey::value).toList()) + " → " + key;
            throw Problem.of("problem.tag.cycle", key.value(), cycle).asException();
        }
        Tag tag =
                find(key)
                        .orElseThrow(
                                () -> Problem.of("problem.tag.unknown", key.value()).asException());
        tag.rule().ifPresent(rule -> TagRules.tagsIn(rule).forEach(t -> visit(t, done, open)));
        open.remove(key);
        done.add(key);
    }
}
