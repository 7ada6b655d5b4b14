package io.marquetry.tag;

import io.marquetry.base.Problem;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /**
     * Returns the tag with the key.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    public Tag get(TagKey key) {
        return find(key)
                .orElseThrow(() -> Problem.of("problem.tag.unknown", key.value()).asException());
    }

    /** Returns this catalogue with a tag added or replaced. */
    public TagCatalog with(Tag tag) {
        return with(List.of(tag));
    }

    /** Returns this catalogue with tags added or replaced; of two with one key the later stands. */
    public TagCatalog with(Collection<Tag> more) {
        return new TagCatalog(Stream.concat(tags.values().stream(), more.stream()).toList());
    }

    /**
     * Returns the rule of an audience tag.
     *
     * @throws io.marquetry.base.ProblemException if the tag is unknown or no audience tag
     */
    public TagRule rule(TagKey key) {
        return get(key).rule()
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
        for (TagKey key : keys) {
            Optional<TagCycle> cycle = close(key, done);
            if (cycle.isPresent()) {
                throw cycle.get().problem().asException();
            }
        }
        return done.stream().map(tags::get).toList();
    }

    /** Returns the first round of tags that name one another, from the given tags on. */
    public Optional<TagCycle> cycle(Collection<TagKey> keys) {
        Set<TagKey> done = new LinkedHashSet<>();
        return keys.stream().flatMap(key -> close(key, done).stream()).findFirst();
    }

    /** Goes depth first without recursion: a chain of references may be of any length. */
    private Optional<TagCycle> close(TagKey start, Set<TagKey> done) {
        LinkedHashMap<TagKey, Iterator<TagKey>> open = new LinkedHashMap<>();
        Optional<TagKey> next = Optional.of(start).filter(key -> !done.contains(key));
        while (next.isPresent() || !open.isEmpty()) {
            if (next.isPresent()) {
                if (open.containsKey(next.get())) {
                    return Optional.of(TagCycle.of(open.sequencedKeySet(), next.get()));
                }
                open.put(next.get(), needs(next.get()));
            }
            Iterator<TagKey> rest = open.lastEntry().getValue();
            next = Optional.empty();
            while (next.isEmpty() && rest.hasNext()) {
                next = Optional.of(rest.next()).filter(key -> !done.contains(key));
            }
            if (next.isEmpty()) {
                done.add(open.pollLastEntry().getKey());
            }
        }
        return Optional.empty();
    }

    private Iterator<TagKey> needs(TagKey key) {
        return get(key).rule().map(TagRules::tagsIn).orElse(Set.of()).iterator();
    }
}
