package io.marquetry.ui.tags;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How many profiles each audience tag holds on one source; counted a few at a time. */
final class TagSizes {

    private static final int AT_ONCE = 12;

    private final AudienceReaders readers;
    private final LatestOnly latest;
    private final ObservableMap<TagKey, SizeState> states = FXCollections.observableHashMap();
    private final Map<TagKey, TagRule> counted = new HashMap<>();
    private Optional<SourceName> source = Optional.empty();
    private TagCatalog tags = new TagCatalog(List.of());

    TagSizes(AudienceReaders readers, Background background) {
        this.readers = readers;
        this.latest = new LatestOnly(background);
    }

    /** Returns what is known, by tag. */
    ObservableMap<TagKey, SizeState> states() {
        return FXCollections.unmodifiableObservableMap(states);
    }

    /** Counts all audience tags on a source, those that are known already left out. */
    void count(Optional<SourceName> wanted, TagCatalog now) {
        boolean other = !wanted.equals(source) || !rules(now).equals(rules(tags));
        source = wanted;
        tags = now;
        if (other) {
            counted.clear();
            states.clear();
        }
        next();
    }

    private static Map<TagKey, Optional<TagRule>> rules(TagCatalog tags) {
        Map<TagKey, Optional<TagRule>> rules = new HashMap<>();
        tags.tags().forEach(tag -> rules.put(tag.key(), tag.rule()));
        return rules;
    }

    private void next() {
        List<Tag> due =
                tags.tags().stream()
                        .filter(tag -> tag.rule().isPresent() && !counted.containsKey(tag.key()))
                        .limit(AT_ONCE)
                        .toList();
        SourceName asked = source.orElse(null);
        if (asked == null || due.isEmpty()) {
            latest.cancel();
            return;
        }
        due.forEach(tag -> states.put(tag.key(), new SizeState.Counting(Optional.empty())));
        TagCatalog catalog = tags;
        latest.ask(
                signal -> answers(asked, due, catalog, signal),
                answers -> {
                    due.forEach(tag -> counted.put(tag.key(), tag.rule().orElseThrow()));
                    states.putAll(answers);
                    next();
                },
                problem ->
                        due.forEach(
                                tag ->
                                        states.put(
                                                tag.key(),
                                                new SizeState.Failed(Optional.empty(), problem))));
    }

    private Map<TagKey, SizeState> answers(
            SourceName asked, List<Tag> due, TagCatalog catalog, CancelSignal signal) {
        AudienceReader reader = readers.reader(asked);
        Map<TagKey, SizeState> answers = new HashMap<>();
        for (Tag tag : due) {
            answers.put(tag.key(), answer(reader, tag, catalog, signal));
        }
        return answers;
    }

    /** A rule that does not fit the source says so on its own line and stops no other. */
    private static SizeState answer(
            AudienceReader reader, Tag tag, TagCatalog catalog, CancelSignal signal) {
        try {
            AudienceSize size = reader.count(tag.rule().orElseThrow(), catalog, signal);
            return new SizeState.Exact(size);
        } catch (ProblemException e) {
            Problem problem = Objects.requireNonNull(e.problem());
            return new SizeState.Failed(Optional.empty(), problem);
        }
    }
}
