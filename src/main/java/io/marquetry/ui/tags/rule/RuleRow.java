package io.marquetry.ui.tags.rule;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** One condition of a group as a line: what, how, the values; and what is wrong beneath. */
final class RuleRow extends VBox {

    /** What stands beside the controls in a line: the switch and the cross. */
    private static final double BESIDE = 88;

    private final EditorNeeds parts;
    private final GroupDraft group;
    private final RuleDraft draft;
    private final Optional<String> stream;

    RuleRow(EditorNeeds parts, GroupDraft group, RuleDraft draft, Optional<String> stream) {
        this.parts = parts;
        this.group = group;
        this.draft = draft;
        this.stream = stream;
        getStyleClass().add("rule-row");
        FlowPane controls = new FlowPane();
        controls.getStyleClass().add("rule-controls");
        HBox.setHgrow(controls, Priority.ALWAYS);
        HBox line = new HBox(not(parts, draft), controls, remove());
        line.getStyleClass().add("rule-line");
        // Else the height is reckoned for a width of 400, and rows that fit in one line take two.
        controls.prefWrapLengthProperty()
                .bind(Bindings.max(200, line.widthProperty().subtract(BESIDE)));
        getChildren().add(line);
        fill(controls);
        getChildren().add(problem(parts, draft));
        setOnKeyPressed(
                event -> {
                    int places =
                            event.getCode() == KeyCode.UP
                                    ? -1
                                    : event.getCode() == KeyCode.DOWN ? 1 : 0;
                    if (event.isAltDown() && places != 0) {
                        event.consume();
                        group.move(draft, places);
                    }
                });
    }

    private void fill(FlowPane controls) {
        controls.getChildren()
                .add(new SubjectPicker(parts, stream, subject(), subject -> choose(subject)));
        switch (draft) {
            case BlankDraft blank -> {}
            case TestDraft test -> TestControls.add(parts, stream, test, controls);
            case CarriesDraft carries -> EventControls.addTag(parts, carries, controls);
            case EventsDraft events -> {
                EventControls.add(parts, events, controls);
                GroupPane filter =
                        new GroupPane(
                                parts,
                                events.where(),
                                Optional.of(events.stream()),
                                Optional.empty());
                filter.getStyleClass().add("rule-filter");
                getChildren().add(filter);
            }
            case GroupDraft inner ->
                    throw new IllegalArgumentException("a group is shown by its own pane");
        }
    }

    private Optional<Subject> subject() {
        return switch (draft) {
            case BlankDraft blank -> Optional.empty();
            case GroupDraft inner -> Optional.empty();
            case TestDraft test ->
                    Optional.of(
                            new Subject.Field(
                                    test.field(), parts.context().type(stream, test.field())));
            case CarriesDraft carries -> Optional.of(new Subject.OtherTag());
            case EventsDraft events -> Optional.of(new Subject.Events(events.stream()));
        };
    }

    private void choose(Subject subject) {
        RuleDraft fresh =
                switch (subject) {
                    case Subject.Field field ->
                            new TestDraft(
                                    field.name(),
                                    field.type().orElse(AttributeType.TEXT),
                                    parts.edited());
                    case Subject.Events events -> new EventsDraft(events.stream(), parts.edited());
                    case Subject.OtherTag tag -> new CarriesDraft(parts.edited());
                };
        group.replace(draft, fresh);
    }

    private Button remove() {
        Button button = new Button("", new FontIcon(Feather.X));
        button.getStyleClass().addAll("flat", "rule-remove");
        button.setAccessibleText(parts.texts().get("rule.edit.remove"));
        Tip.on(button, parts.texts().get("rule.edit.remove"));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setOnAction(event -> group.children().remove(draft));
        return button;
    }

    /** Makes the switch that turns a part into its opposite. */
    static ToggleButton not(EditorNeeds parts, RuleDraft draft) {
        Texts texts = parts.texts();
        ToggleButton toggle = new ToggleButton();
        toggle.getStyleClass().add("rule-not");
        Tip.on(toggle, texts.get("rule.edit.not.hint"));
        toggle.setOnAction(event -> draft.negations().set(draft.negations().get() > 0 ? 0 : 1));
        parts.follows()
                .on(
                        draft.negations(),
                        now -> {
                            int times = now.intValue();
                            toggle.setSelected(times > 0);
                            toggle.setText(
                                    times > 1
                                            ? texts.get("rule.edit.notTimes", times)
                                            : texts.get("rule.edit.not"));
                        });
        return toggle;
    }

    /** Makes the line that says what is unfinished. */
    static Node problem(EditorNeeds parts, RuleDraft draft) {
        Label label = new Label();
        label.getStyleClass().add("rule-problem");
        label.setWrapText(true);
        parts.follows()
                .on(
                        draft.problem(),
                        problem -> {
                            label.setText(problem.map(parts.texts()::sentence).orElse(""));
                            Parts.show(label, problem.isPresent());
                        });
        return label;
    }
}
