package io.marquetry.ui.tags.rule;

import io.marquetry.source.AttributeType;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/** A test of one attribute, while it is edited. */
public final class TestDraft extends RuleDraft {

    private final String field;
    private final ObjectProperty<TestKind> kind;
    private final ValueDraft low;
    private final ValueDraft high;
    private final ObservableList<ValueDraft> list = FXCollections.observableArrayList();

    /** Makes an unfinished test of a field, of the kind that is usual for its type. */
    public TestDraft(String field, AttributeType type, Runnable edited) {
        this(
                field,
                TestKind.offeredFor(type).getFirst(),
                new ValueDraft(ValueDraft.kindsFor(type).getFirst(), edited),
                new ValueDraft(ValueDraft.kindsFor(type).getFirst(), edited),
                edited);
        choose(kind.get(), type);
    }

    private TestDraft(
            String field, TestKind kind, ValueDraft low, ValueDraft high, Runnable edited) {
        super(edited);
        this.field = field;
        this.kind = new SimpleObjectProperty<>(kind);
        this.low = low;
        this.high = high;
        this.kind.subscribe(edited);
        list.subscribe(edited);
    }

    /** Tests otherwise, and lets the values follow in kind. */
    void choose(TestKind wanted, AttributeType type) {
        List<ValueDraft.Kind> kinds =
                wanted == TestKind.IN_LAST
                        ? List.of(ValueDraft.Kind.AGO)
                        : ValueDraft.kindsFor(type);
        low.fit(kinds);
        high.fit(ValueDraft.kindsFor(type));
        kind.set(wanted);
    }

    public static TestDraft of(TagRule.Compare rule, Runnable edited) {
        ValueDraft value = ValueDraft.of(rule.value(), edited);
        return new TestDraft(
                rule.field(),
                TestKind.of(rule.comparison()),
                value,
                new ValueDraft(value.kind().get(), edited),
                edited);
    }

    public static TestDraft of(TagRule.Between rule, Runnable edited) {
        return new TestDraft(
                rule.field(),
                TestKind.BETWEEN,
                ValueDraft.of(rule.low(), edited),
                ValueDraft.of(rule.high(), edited),
                edited);
    }

    public static TestDraft of(TagRule.InLast rule, Runnable edited) {
        ValueDraft length = new ValueDraft(ValueDraft.Kind.AGO, edited);
        length.set(rule.length());
        return new TestDraft(
                rule.field(),
                TestKind.IN_LAST,
                length,
                new ValueDraft(ValueDraft.Kind.AGO, edited),
                edited);
    }

    public static TestDraft of(TagRule.Match rule, Runnable edited) {
        return new TestDraft(
                rule.field(),
                TestKind.of(rule.part()),
                ValueDraft.of(new Value.Text(rule.text()), edited),
                new ValueDraft(ValueDraft.Kind.TEXT, edited),
                edited);
    }

    public static TestDraft of(TagRule.InList rule, Runnable edited) {
        ValueDraft low =
                new ValueDraft(
                        ValueDraft.of(rule.values().getFirst(), edited).kind().get(), edited);
        TestDraft draft =
                new TestDraft(
                        rule.field(),
                        TestKind.IN_LIST,
                        low,
                        new ValueDraft(low.kind().get(), edited),
                        edited);
        draft.list.setAll(rule.values().stream().map(v -> ValueDraft.of(v, edited)).toList());
        return draft;
    }

    public static TestDraft missing(String field, AttributeType type, Runnable edited) {
        TestDraft draft = new TestDraft(field, type, edited);
        draft.kind.set(TestKind.MISSING);
        return draft;
    }

    /** Returns the attribute's or event field's name. */
    public String field() {
        return field;
    }

    /** Returns how it is tested. */
    ObjectProperty<TestKind> kind() {
        return kind;
    }

    /** Returns the value compared with, or the lower of two. */
    ValueDraft low() {
        return low;
    }

    /** Returns the higher of two values. */
    ValueDraft high() {
        return high;
    }

    /** Returns the values of a list. */
    ObservableList<ValueDraft> list() {
        return list;
    }

    @Override
    Optional<TagRule> plain() {
        TestKind test = kind.get();
        TagRule rule =
                switch (test) {
                    case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST ->
                            new TagRule.Compare(
                                    field, test.comparison().orElseThrow(), low.build());
                    case BETWEEN -> new TagRule.Between(field, low.build(), high.build());
                    case IN_LAST -> new TagRule.InLast(field, low.span());
                    case IN_LIST -> new TagRule.InList(field, values());
                    case CONTAINS, STARTS_WITH, ENDS_WITH ->
                            new TagRule.Match(
                                    field,
                                    test.part().orElseThrow(),
                                    low.text()
                                            .get()
                                            .orElseThrow(
                                                    () ->
                                                            new Unfinished(
                                                                    "problem.rule.draft.value")));
                    case MISSING -> new TagRule.Missing(field);
                };
        return Optional.of(rule);
    }

    private List<Value> values() {
        if (list.isEmpty()) {
            throw new Unfinished("problem.rule.draft.list");
        }
        return list.stream().map(ValueDraft::build).toList();
    }
}
