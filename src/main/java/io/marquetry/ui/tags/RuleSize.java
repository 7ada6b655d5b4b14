package io.marquetry.ui.tags;

import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.LatestOnly;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Counts a rule while it is edited: the latest question only, the obsolete ones are cancelled. */
final class RuleSize {

    private final AudienceReaders readers;
    private final LatestOnly latest;
    private final ReadOnlyObjectWrapper<SizeState> state =
            new ReadOnlyObjectWrapper<>(new SizeState.Nothing());
    private @Nullable Question question;

    RuleSize(AudienceReaders readers, Background background) {
        this.readers = readers;
        this.latest = new LatestOnly(background);
    }

    /** Returns what is known now. */
    ReadOnlyObjectProperty<SizeState> state() {
        return state.getReadOnlyProperty();
    }

    /** Asks for the size of a rule; the same question again changes nothing. */
    void ask(Optional<SourceName> source, Optional<TagRule> rule, TagCatalog tags) {
        Question wanted =
                source.isPresent() && rule.isPresent()
                        ? new Question(source.get(), rule.get(), tags)
                        : null;
        if (wanted == null) {
            stop();
        } else if (!wanted.equals(question)) {
            if (question != null && !question.source.equals(wanted.source)) {
                state.set(new SizeState.Nothing());
            }
            question = wanted;
            count(wanted);
        }
    }

    /** Asks the same again. */
    void retry() {
        if (question != null) {
            count(question);
        }
    }

    /** Stops counting and forgets. */
    void stop() {
        question = null;
        latest.cancel();
        state.set(new SizeState.Nothing());
    }

    private void count(Question wanted) {
        state.set(new SizeState.Counting(state.get().last()));
        latest.ask(
                signal -> readers.reader(wanted.source).count(wanted.rule, wanted.tags, signal),
                size -> state.set(new SizeState.Exact(size)),
                problem -> state.set(new SizeState.Failed(state.get().last(), problem)));
    }

    private record Question(SourceName source, TagRule rule, TagCatalog tags) {}
}
