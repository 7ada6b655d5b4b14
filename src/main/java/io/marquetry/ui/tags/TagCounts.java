package io.marquetry.ui.tags;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How many profiles each audience tag holds on one source; counted a few at a time. */
final class TagCounts {

    private static final int AT_ONCE = 12;

    private final AudienceReaders readers;
    private final Asking<Question, Counted> asking;
    private Optional<Question> question = Optional.empty();

    TagCounts(AudienceReaders readers, Background background) {
        this.readers = readers;
        asking =
                new Asking<Question, Counted>(
                                background,
                                () -> question,
                                asked -> next(new Counted(asked, Map.of())))
                        .keeping(earlier -> false)
                        .goingOn(
                                counted ->
                                        counted.due().isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(next(counted)));
    }

    /** Returns what is known of all tags; it changes with each few that are counted. */
    ReadOnlyObjectProperty<Answer<Counted>> answer() {
        return asking.answer();
    }

    /** Returns what is known of one tag; nothing of a tag that is not audience. */
    Answer<AudienceSize> of(Tag tag) {
        Answer<Counted> known = asking.answer().get();
        if (tag.rule().isEmpty() || known instanceof Answer.Nothing) {
            return new Answer.Nothing<>();
        }
        return known.latest()
                .flatMap(counted -> Optional.ofNullable(counted.sizes().get(tag.key())))
                .or(() -> known.problem().map(why -> new Answer.Failed<>(Optional.empty(), why)))
                .orElseGet(() -> new Answer.Awaited<>(Optional.empty()));
    }

    /** Counts all audience tags on a source, those that are known already left out. */
    void count(Optional<SourceName> wanted, TagCatalog now) {
        question = wanted.map(source -> new Question(source, rules(now), now));
        asking.look();
        asking.retry();
    }

    private static Map<TagKey, TagRule> rules(TagCatalog tags) {
        Map<TagKey, TagRule> rules = new TreeMap<>();
        tags.tags().forEach(tag -> tag.rule().ifPresent(rule -> rules.put(tag.key(), rule)));
        return rules;
    }

    private Function<CancelSignal, Counted> next(Counted counted) {
        return signal -> {
            AudienceReader reader = readers.reader(counted.question().source()).atAGlance();
            Map<TagKey, Answer<AudienceSize>> sizes = new HashMap<>(counted.sizes());
            for (TagKey tag : counted.due()) {
                sizes.put(tag, size(reader, counted.question(), tag, signal));
            }
            return new Counted(counted.question(), sizes);
        };
    }

    /** A rule that does not fit the source says so on its own line and stops no other. */
    private static Answer<AudienceSize> size(
            AudienceReader reader, Question asked, TagKey tag, CancelSignal signal) {
        try {
            return new Answer.Here<>(reader.count(asked.tags().rule(tag), asked.tags(), signal));
        } catch (ProblemException e) {
            return new Answer.Failed<>(Optional.empty(), e.problem());
        }
    }

    /** The same rules are the same question, whatever else has changed in the catalogue. */
    private record Question(SourceName source, Map<TagKey, TagRule> rules, TagCatalog tags) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Question asked
                    && asked.source.equals(source)
                    && asked.rules.equals(rules);
        }

        @Override
        public int hashCode() {
            return Objects.hash(source, rules);
        }
    }

    /**
     * What is counted.
     *
     * @param question of which source and rules
     * @param sizes by tag, of those that were counted so far
     */
    record Counted(Question question, Map<TagKey, Answer<AudienceSize>> sizes) {

        private List<TagKey> due() {
            return question.rules().keySet().stream()
                    .filter(tag -> !sizes.containsKey(tag))
                    .limit(AT_ONCE)
                    .toList();
        }
    }
}
