package io.marquetry.ui.tags.condition;

import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.AudienceSize;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.tags.rule.RuleContext;
import io.marquetry.ui.tags.rule.RuleSize;
import io.marquetry.ui.tags.rule.TestDraft;
import io.marquetry.ui.tags.rule.ValueSuggestions;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.List;
import java.util.Optional;

/** One condition on an attribute while it is edited, with how many people satisfy it. */
final class ConditionModel {

    private final ProfileSource source;
    private final RuleContext context;
    private final ValueSuggestions values;
    private final RuleSize size;
    private final ReadOnlyObjectWrapper<TestDraft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<TagRule.OnField>> rule =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Begins a condition on an attribute. */
    ConditionModel(
            ProfileSource source, String field, AudienceReaders readers, Background background) {
        this(source, readers, background);
        choose(field);
    }

    /** Takes over a condition. */
    ConditionModel(
            ProfileSource source,
            TagRule.OnField rule,
            AudienceReaders readers,
            Background background) {
        this(source, readers, background);
        draft.set(
                switch (rule) {
                    case TagRule.Compare one -> TestDraft.of(one, this::edited);
                    case TagRule.Between one -> TestDraft.of(one, this::edited);
                    case TagRule.InLast one -> TestDraft.of(one, this::edited);
                    case TagRule.InList one -> TestDraft.of(one, this::edited);
                    case TagRule.Match one -> TestDraft.of(one, this::edited);
                    case TagRule.Missing one ->
                            TestDraft.missing(one.field(), type(one.field()), this::edited);
                });
        edited();
    }

    private ConditionModel(ProfileSource source, AudienceReaders readers, Background background) {
        this.source = source;
        this.context = new RuleContext(Optional.of(source.model()), new TagCatalog(List.of()));
        this.values = new ValueSuggestions(readers, background);
        this.size = new RuleSize(readers, background);
        values.of(Optional.of(source.name()));
    }

    /** Tests another attribute, anew. */
    void choose(String field) {
        draft.set(new TestDraft(field, type(field), this::edited));
        edited();
    }

    private AttributeType type(String field) {
        return context.type(Optional.empty(), field).orElse(AttributeType.TEXT);
    }

    private void edited() {
        TestDraft now = draft.get();
        // While a draft is made it tells of each of its parts.
        if (now == null) {
            return;
        }
        rule.set(
                now.build()
                        .filter(TagRule.OnField.class::isInstance)
                        .map(TagRule.OnField.class::cast));
        size.ask(Optional.of(source.name()), rule.get().map(r -> r), context.tags());
    }

    /** Stops counting. */
    void leave() {
        size.stop();
    }

    ProfileSource source() {
        return source;
    }

    /** Returns the names of the attributes to choose from. */
    List<String> fields() {
        return source.model().attributes().stream().map(Attribute::name).toList();
    }

    RuleContext context() {
        return context;
    }

    ValueSuggestions values() {
        return values;
    }

    /** Returns the test that is edited. */
    ReadOnlyObjectProperty<TestDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns the finished condition; empty while it is unfinished. */
    ReadOnlyObjectProperty<Optional<TagRule.OnField>> rule() {
        return rule.getReadOnlyProperty();
    }

    /** Returns how many people satisfy it. */
    ReadOnlyObjectProperty<Answer<AudienceSize>> size() {
        return size.answer();
    }
}
