package io.marquetry.ui.tags.rule;

import io.marquetry.base.Texts;
import io.marquetry.base.VisibleText;
import io.marquetry.find.Wanted;
import io.marquetry.source.AttributeType;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.controlsfx.control.textfield.TextFields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The controls of a test of one attribute: how it is compared, and with what. */
public final class TestControls {

    private TestControls() {}

    public static void add(
            EditorNeeds parts, Optional<String> stream, TestDraft draft, FlowPane controls) {
        Optional<AttributeType> known = parts.context().type(stream, draft.field());
        AttributeType type = known.orElseGet(() -> guess(draft));
        ComboBox<TestKind> how =
                Choices.of(
                        TestKind.offeredFor(type),
                        draft.kind().get(),
                        kind -> words(parts.texts(), kind, type),
                        kind -> draft.choose(kind, type));
        how.setAccessibleText(parts.texts().get("rule.edit.test"));
        how.getStyleClass().add("rule-test");
        HBox values = new HBox();
        values.getStyleClass().add("rule-values");
        controls.getChildren().addAll(how, values);
        parts.follows().on(draft.kind(), kind -> fill(parts, stream, draft, type, values));
    }

    /** Puts a test into words; days lie before and after one another. */
    static String words(Texts texts, TestKind kind, AttributeType type) {
        boolean day = type == AttributeType.DATE || type == AttributeType.DATETIME;
        return switch (kind) {
            case LESS, AT_MOST, GREATER, AT_LEAST ->
                    texts.get((day ? "rule.edit.dayTest." : "rule.edit.test.") + kind);
            case EQUAL,
                    NOT_EQUAL,
                    BETWEEN,
                    IN_LAST,
                    IN_LIST,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    MISSING ->
                    texts.get("rule.edit.test." + kind);
        };
    }

    private static AttributeType guess(TestDraft draft) {
        return switch (draft.low().kind().get()) {
            case TEXT -> AttributeType.TEXT;
            case NUMBER -> AttributeType.DECIMAL;
            case DAY, AGO -> AttributeType.DATE;
            case MOMENT -> AttributeType.DATETIME;
            case TRUTH -> AttributeType.BOOLEAN;
        };
    }

    private static void fill(
            EditorNeeds parts,
            Optional<String> stream,
            TestDraft draft,
            AttributeType type,
            HBox values) {
        List<ValueDraft.Kind> kinds = kinds(draft.low(), type);
        boolean suggest = stream.isEmpty() && type == AttributeType.TEXT;
        values.getChildren().clear();
        switch (draft.kind().get()) {
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> {
                ValueField field = new ValueField(parts, draft.low(), kinds, false);
                if (suggest) {
                    suggest(parts, draft, field);
                }
                values.getChildren().add(field);
            }
            case CONTAINS, STARTS_WITH, ENDS_WITH ->
                    values.getChildren()
                            .add(
                                    new ValueField(
                                            parts,
                                            draft.low(),
                                            List.of(ValueDraft.Kind.TEXT),
                                            false));
            case IN_LAST ->
                    values.getChildren()
                            .add(
                                    new ValueField(
                                            parts,
                                            draft.low(),
                                            List.of(ValueDraft.Kind.AGO),
                                            true));
            case BETWEEN ->
                    values.getChildren()
                            .addAll(
                                    new ValueField(parts, draft.low(), kinds, false),
                                    new Label(parts.texts().get("rule.edit.and")),
                                    new ValueField(
                                            parts, draft.high(), kinds(draft.high(), type), false));
            case IN_LIST -> values.getChildren().add(new ListField(parts, draft, suggest));
            case MISSING -> {}
        }
    }

    /** The kinds for the type, and the present one where the rule does not fit the source. */
    private static List<ValueDraft.Kind> kinds(ValueDraft value, AttributeType type) {
        List<ValueDraft.Kind> kinds = new ArrayList<>(ValueDraft.kindsFor(type));
        if (!kinds.contains(value.kind().get())) {
            kinds.add(value.kind().get());
        }
        return kinds;
    }

    private static void suggest(EditorNeeds parts, TestDraft draft, ValueField field) {
        field.getChildren().stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .findFirst()
                .ifPresent(
                        typed -> {
                            List<String> values = new ArrayList<>();
                            TextFields.bindAutoCompletion(
                                    typed, request -> matching(values, request.getUserText()));
                            parts.values().load(draft.field(), values::addAll);
                        });
    }

    private static List<String> matching(List<String> values, String typed) {
        Wanted wanted = new Wanted(typed);
        return values.stream()
                .filter(value -> wanted.isIn(VisibleText.folded(value)))
                .filter(value -> !value.equals(typed))
                .toList();
    }
}
