package io.marquetry.ui.tags.rule;

import io.marquetry.base.Texts;
import io.marquetry.tag.Value;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Edits one value: a field that suits its kind, and a choice of kinds where there are several. */
final class ValueField extends HBox {

    private final Texts texts;
    private final ValueDraft draft;
    private final List<ValueDraft.Kind> kinds;
    private final boolean distance;

    /**
     * Edits a value.
     *
     * @param kinds the kinds to choose from
     * @param distance whether a relative day is a length (“90 days”) and no day (“90 days ago”)
     */
    ValueField(EditorNeeds parts, ValueDraft draft, List<ValueDraft.Kind> kinds, boolean distance) {
        this.texts = parts.texts();
        this.draft = draft;
        this.kinds = kinds;
        this.distance = distance;
        getStyleClass().add("rule-value");
        fill();
        parts.follows().changes(draft.kind(), this::fill);
    }

    private void fill() {
        getChildren().clear();
        if (kinds.size() > 1) {
            ComboBox<ValueDraft.Kind> choice =
                    Choices.of(
                            kinds,
                            draft.kind().get(),
                            kind -> texts.get("rule.edit.kind." + kind),
                            kind -> draft.fit(List.of(kind)));
            choice.setAccessibleText(texts.get("rule.edit.kind"));
            getChildren().add(choice);
        }
        switch (draft.kind().get()) {
            case NUMBER -> getChildren().add(text("rule.edit.number", 9));
            case TEXT -> getChildren().add(text("rule.edit.text", 16));
            case MOMENT -> getChildren().add(text("rule.edit.moment", 15));
            case DAY -> getChildren().add(day());
            case TRUTH -> getChildren().add(truth());
            case AGO -> addAgo();
        }
    }

    private TextField text(String promptKey, int columns) {
        TextField field = new TextField();
        field.setPrefColumnCount(columns);
        field.setPromptText(texts.get(promptKey));
        field.setAccessibleText(texts.get(promptKey));
        field.getStyleClass().add("rule-typed");
        Typed.into(field, draft.text());
        return field;
    }

    private Node day() {
        DatePicker picker = new DatePicker();
        picker.setConverter(new IsoDay());
        picker.setPromptText(texts.get("rule.edit.day"));
        picker.setAccessibleText(texts.get("rule.edit.day"));
        picker.setPrefWidth(150);
        Typed.into(picker.getEditor(), draft.text());
        return picker;
    }

    private Node truth() {
        ComboBox<String> box =
                Choices.of(
                        List.of("true", "false"),
                        draft.text().get().orElse(""),
                        word -> word.isEmpty() ? "" : texts.get("rule.edit.truth." + word),
                        word -> draft.text().set(Optional.of(word)));
        box.getItems().remove("");
        box.setAccessibleText(texts.get("rule.edit.truth"));
        return box;
    }

    private void addAgo() {
        TextField amount = text("rule.edit.amount", 4);
        ComboBox<Value.Unit> unit =
                Choices.of(
                        List.of(Value.Unit.values()),
                        draft.unit().get(),
                        u -> texts.get("rule.edit.unit." + u),
                        u -> draft.unit().set(u));
        unit.setAccessibleText(texts.get("rule.edit.unit"));
        getChildren().addAll(amount, unit);
        if (!distance) {
            getChildren().add(new Label(texts.get("rule.edit.ago")));
        }
    }

    /** Days as ISO 8601, whatever the language; other text is left for the draft to judge. */
    private static final class IsoDay extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : ValueDraft.day(text);
            } catch (RuleDraft.Unfinished e) {
                return null;
            }
        }
    }
}
