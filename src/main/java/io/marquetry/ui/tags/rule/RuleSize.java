package io.marquetry.ui.tags.rule;

import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Asking;
import io.marquetry.ui.common.work.Background;

import javafx.beans.property.ReadOnlyObjectProperty;

import java.util.Optional;

/** Counts a rule while it is edited. */
public final class RuleSize {

    private final Asking<Question, AudienceSize> asking;
    private Optional<Question> question = Optional.empty();

    public RuleSize(AudienceReaders readers, Background background) {
        asking =
                new Asking<Question, AudienceSize>(
                                background,
                                () -> question,
                                asked ->
                                        signal ->
                                                readers.reader(asked.source())
                                                        .count(asked.rule(), asked.tags(), signal))
                        .keeping(this::isSameSource);
    }

    /** Returns what is known now; nothing while the rule is unfinished or there is no source. */
    public ReadOnlyObjectProperty<Answer<AudienceSize>> answer() {
        return asking.answer();
    }

    /** Asks for the size of a rule; the same question again changes nothing. */
    public void ask(Optional<SourceName> source, Optional<TagRule> rule, TagCatalog tags) {
        question = source.flatMap(from -> rule.map(asked -> new Question(from, asked, tags)));
        asking.look();
    }

    /** Asks the same again. */
    public void retry() {
        asking.again();
    }

    /** Stops counting and forgets. */
    public void stop() {
        question = Optional.empty();
        asking.look();
    }

    private boolean isSameSource(Question earlier) {
        return question.filter(now -> now.source().equals(earlier.source())).isPresent();
    }

    private record Question(SourceName source, TagRule rule, TagCatalog tags) {}
}
