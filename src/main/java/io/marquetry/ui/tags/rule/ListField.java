package io.marquetry.ui.tags.rule;

import io.marquetry.base.VisibleText;
import io.marquetry.find.Wanted;
import io.marquetry.ui.common.file.FileKind;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Edits a list of values: each a chip with a cross, and a field for the next one. */
final class ListField extends FlowPane {

    /** Room for a few chips beside what is tested, so that most rows take one line. */
    private static final double WIDTH = 360;

    private static final int MAX_CHIPS = 200;

    private final EditorNeeds parts;
    private final TestDraft draft;
    private final TextField next = new PastingField();
    private final Button file = new Button();
    private final Label refused = new Label();
    private final List<String> suggested = new ArrayList<>();

    /**
     * Edits the list of a test.
     *
     * @param suggest whether the values of the attribute are offered
     */
    ListField(EditorNeeds parts, TestDraft draft, boolean suggest) {
        this.parts = parts;
        this.draft = draft;
        getStyleClass().add("rule-list");
        setPrefWrapLength(WIDTH);
        next.setPrefColumnCount(14);
        next.setPromptText(parts.texts().get("rule.edit.list"));
        next.setAccessibleText(parts.texts().get("rule.edit.list"));
        next.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        next.focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (!is) {
                                take();
                            }
                        });
        if (suggest) {
            TextFields.bindAutoCompletion(next, request -> matching(request.getUserText()));
            parts.values().load(draft.field(), suggested::addAll);
        }
        file.setText(parts.texts().get("rule.edit.list.file"));
        file.getStyleClass().add("list-file");
        file.setOnAction(event -> choose());
        refused.getStyleClass().add("field-problem");
        refused.setWrapText(true);
        parts.follows().changes(draft.list(), this::fill);
        fill();
    }

    private List<String> matching(String typed) {
        Wanted wanted = new Wanted(typed);
        return suggested.stream().filter(value -> wanted.isIn(VisibleText.folded(value))).toList();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !next.getText().isEmpty()) {
            event.consume();
            take();
        } else if (event.getCode() == KeyCode.BACK_SPACE
                && next.getText().isEmpty()
                && !draft.list().isEmpty()) {
            draft.list().removeLast();
        }
    }

    private void take() {
        String typed = next.getText();
        if (!typed.isEmpty()) {
            ValueDraft value = new ValueDraft(draft.low().kind().get(), parts.edited());
            value.text().set(Optional.of(typed));
            draft.list().add(value);
            next.clear();
        }
    }

    private void choose() {
        FileKind list = new FileKind(parts.texts().get("rule.edit.list.choose"), "");
        parts.files().toOpen(list).ifPresent(this::read);
    }

    /** Adds the values of a file, or says why it cannot be read. */
    void read(Path list) {
        parts.values()
                .read(
                        list,
                        draft.field(),
                        values -> {
                            refused.setText("");
                            takeAll(values);
                            fill();
                        },
                        problem -> {
                            refused.setText(parts.texts().sentence(problem));
                            fill();
                        });
    }

    private void takeAll(List<String> values) {
        Set<String> there = new HashSet<>();
        draft.list().forEach(value -> value.text().get().ifPresent(there::add));
        List<ValueDraft> added = new ArrayList<>();
        for (String text : values) {
            if (there.add(text)) {
                ValueDraft value = new ValueDraft(draft.low().kind().get(), parts.edited());
                value.text().set(Optional.of(text));
                added.add(value);
            }
        }
        draft.list().addAll(added);
    }

    private void fill() {
        int count = draft.list().size();
        List<Node> shown = new ArrayList<>();
        draft.list().stream().limit(MAX_CHIPS).map(this::chip).forEach(shown::add);
        if (count > MAX_CHIPS) {
            Label more = new Label(parts.texts().get("rule.edit.list.more", count - MAX_CHIPS));
            more.getStyleClass().add("muted");
            shown.add(more);
        }
        shown.add(next);
        shown.add(file);
        if (!refused.getText().isEmpty()) {
            shown.add(refused);
        }
        getChildren().setAll(shown);
    }

    /** Takes a pasted column as one value per line; a field of one line would glue its lines. */
    private final class PastingField extends TextField {
        @Override
        public void paste() {
            List<String> values = PastedList.values(Clipboard.getSystemClipboard().getString());
            if (values.size() > 1) {
                takeAll(values);
            } else {
                super.paste();
            }
        }
    }

    private Button chip(ValueDraft value) {
        String words = value.text().get().orElse("");
        Button chip = new Button(words, new FontIcon(Feather.X));
        chip.getStyleClass().add("value-chip");
        chip.setAccessibleText(parts.texts().get("rule.edit.list.remove", words));
        chip.setOnAction(
                event -> {
                    next.requestFocus();
                    draft.list().remove(value);
                });
        return chip;
    }
}
