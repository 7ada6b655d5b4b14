package io.marquetry.ui.tags.rule;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Window;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;

/** A test of what a profile's events come to, while it is edited. */
final class EventsDraft extends RuleDraft {

    private final String stream;
    private final ObjectProperty<TagRule.Aggregate> aggregate =
            new SimpleObjectProperty<>(TagRule.Aggregate.COUNT);
    private final ObjectProperty<Optional<String>> measure =
            new SimpleObjectProperty<>(Optional.empty());
    private final WindowDraft window;
    private final GroupDraft where;
    private final ObjectProperty<Comparison> comparison =
            new SimpleObjectProperty<>(Comparison.AT_LEAST);
    private final ValueDraft value;

    EventsDraft(String stream, Runnable edited) {
        this(stream, new GroupDraft(edited, true), edited);
    }

    private EventsDraft(String stream, GroupDraft where, Runnable edited) {
        super(edited);
        this.stream = stream;
        this.where = where;
        window = new WindowDraft(edited);
        value = new ValueDraft(ValueDraft.Kind.NUMBER, edited);
        aggregate.subscribe(edited);
        measure.subscribe(edited);
        comparison.subscribe(edited);
    }

    static EventsDraft of(TagRule.Events rule, Runnable edited) {
        GroupDraft where =
                rule.where()
                        .map(filter -> RuleDrafts.of(filter, edited))
                        .orElseGet(() -> new GroupDraft(edited, true));
        EventsDraft draft = new EventsDraft(rule.stream(), where, edited);
        draft.aggregate.set(rule.aggregate());
        draft.measure.set(rule.measure());
        draft.window.set(rule.window());
        draft.comparison.set(rule.comparison());
        draft.value.set(rule.value());
        return draft;
    }

    /** Returns the stream's name. */
    String stream() {
        return stream;
    }

    ObjectProperty<TagRule.Aggregate> aggregate() {
        return aggregate;
    }

    /** Returns the event field that is summed or compared, once chosen. */
    ObjectProperty<Optional<String>> measure() {
        return measure;
    }

    WindowDraft window() {
        return window;
    }

    /** Returns the filter of the events; empty where all count. */
    GroupDraft where() {
        return where;
    }

    ObjectProperty<Comparison> comparison() {
        return comparison;
    }

    ValueDraft value() {
        return value;
    }

    /** Reduces the events otherwise, and lets the value follow in kind. */
    void reduceTo(TagRule.Aggregate wanted, Optional<AttributeType> outcome) {
        aggregate.set(wanted);
        outcome.ifPresent(type -> value.fit(ValueDraft.kindsFor(type)));
    }

    @Override
    Optional<TagRule> plain() {
        // The filter first, so that its rows know their problems whatever this row lacks.
        Optional<TagRule> filter = where.children().isEmpty() ? Optional.empty() : where.build();
        TagRule.Aggregate reduced = aggregate.get();
        if (reduced.needsMeasure() && measure.get().isEmpty()) {
            throw new Unfinished("problem.rule.draft.measure");
        }
        Optional<String> field = reduced.needsMeasure() ? measure.get() : Optional.empty();
        Window days = window.build();
        TagRule.Events rule =
                new TagRule.Events(
                        stream, reduced, field, days, filter, comparison.get(), value.build());
        boolean filterUnfinished = filter.isEmpty() && !where.children().isEmpty();
        return filterUnfinished ? Optional.empty() : Optional.of(rule);
    }
}
