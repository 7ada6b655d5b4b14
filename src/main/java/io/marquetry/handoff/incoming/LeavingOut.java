package io.marquetry.handoff.incoming;

import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.handoff.RuleFields;
import io.marquetry.handoff.TagFile;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes out of what arrived whatever asks for a field that is not here, and what rests on it. */
final class LeavingOut {

    private final Arrival arrival;
    private final Map<SourceName, Set<String>> absent = new HashMap<>();
    private final Set<String> tags = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();

    /**
     * Begins.
     *
     * @param questions the fields that our sources call otherwise or have not
     */
    LeavingOut(Arrival arrival, List<FieldQuestion> questions) {
        this.arrival = arrival;
        questions.stream()
                .filter(FieldQuestion::isOpen)
                .forEach(
                        one ->
                                absent.computeIfAbsent(one.theirs(), theirs -> new TreeSet<>())
                                        .add(one.key()));
    }

    /**
     * What is left.
     *
     * @param arrival what can be counted here
     * @param out what is not in it
     */
    record Left(Arrival arrival, LeftOut out) {}

    Left left(Renames renames) {
        List<ArrivedTags> files = arrival.files().stream().map(this::without).toList();
        List<ArrivedVersion> versions =
                arrival.versions().values().stream().flatMap(this::without).toList();
        Set<String> fields = new TreeSet<>();
        absent.values().forEach(fields::addAll);
        LeftOut out = new LeftOut(fields, tags, packages);
        return new Left(
                out.isNothing()
                        ? arrival
                        : Arrival.of(files, versions, arrival.pictures(), renames),
                out);
    }

    private ArrivedTags without(ArrivedTags file) {
        Set<TagKey> bad = bad(file.theirs(), file.said().tags());
        Set<TagKey> here = new HashSet<>();
        for (int i = 0; i < file.said().tags().size(); i++) {
            if (bad.contains(file.said().tags().get(i).key())) {
                here.add(file.file().tags().get(i).key());
            }
        }
        return new ArrivedTags(
                file.theirs(), file.title(), without(file.said(), bad), without(file.file(), here));
    }

    private static TagFile without(TagFile file, Set<TagKey> bad) {
        return new TagFile(
                file.tags().stream().filter(tag -> !bad.contains(tag.key())).toList(),
                file.assets());
    }

    /** The newest version decides: it is what the package says here. */
    private Stream<ArrivedVersion> without(NavigableMap<Integer, ArrivedVersion> versions) {
        ArrivedVersion newest = versions.lastEntry().getValue();
        SourceName theirs = newest.said().pack().source();
        Set<TagKey> bad = bad(theirs, newest.said().tags());
        boolean asks =
                Expressions.conditionsIn(newest.said().expression()).stream()
                        .anyMatch(rule -> asks(theirs, rule));
        if (bad.isEmpty() && !asks) {
            return versions.values().stream();
        }
        PackageKey key = newest.version().key();
        packages.add(key.value());
        return Stream.empty();
    }

    /** Returns the tags that ask for an absent field, and those that rest on them. */
    private Set<TagKey> bad(SourceName theirs, Collection<Tag> all) {
        Set<TagKey> bad = new HashSet<>();
        int before = -1;
        while (bad.size() > before) {
            before = bad.size();
            for (Tag tag : all) {
                if (tag.rule().filter(rule -> asks(theirs, rule) || rests(rule, bad)).isPresent()) {
                    bad.add(tag.key());
                }
            }
        }
        bad.forEach(key -> tags.add(key.value()));
        return bad;
    }

    private static boolean rests(TagRule rule, Set<TagKey> bad) {
        return TagRules.tagsIn(rule).stream().anyMatch(bad::contains);
    }

    private boolean asks(SourceName theirs, TagRule rule) {
        Set<String> missing = absent.getOrDefault(theirs, Set.of());
        return RuleFields.in(rule).stream().anyMatch(use -> missing.contains(use.path()));
    }
}
