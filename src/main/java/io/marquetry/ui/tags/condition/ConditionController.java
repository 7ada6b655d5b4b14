package io.marquetry.ui.tags.condition;

import io.marquetry.base.Texts;
import io.marquetry.tag.TagRule;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.tags.rule.Choices;
import io.marquetry.ui.tags.rule.EditorNeeds;
import io.marquetry.ui.tags.rule.SizeWords;
import io.marquetry.ui.tags.rule.TestControls;
import io.marquetry.ui.tags.rule.TestDraft;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes or changes one condition: which attribute, how it is tested, and with what. */
final class ConditionController {

    private final ConditionModel model;
    private final Texts texts;
    private final FileDialogs files;
    private final Runnable close;
    private final Consumer<TagRule.OnField> finished;
    private final Follows follows;
    private Follows ofDraft;

    @FXML private VBox root;
    @FXML private Label about;
    @FXML private FlowPane controls;
    @FXML private Label number;
    @FXML private Label words;
    @FXML private Button cancel;
    @FXML private Button take;

    /**
     * Makes the controller of the sheet.
     *
     * @param close closes the sheet
     * @param finished gets the finished condition
     */
    ConditionController(
            ConditionModel model,
            Desk desk,
            Runnable close,
            Consumer<TagRule.OnField> finished,
            Follows follows) {
        this.model = model;
        this.texts = desk.texts();
        this.files = desk.files();
        this.close = close;
        this.finished = finished;
        this.follows = follows;
        this.ofDraft = follows.ofPart();
    }

    @FXML
    void initialize() {
        Views.dress(root, "ruleEditor");
        about.setText(texts.get("condition.about", model.source().title()));
        SizeWords size = new SizeWords(texts);
        follows.on(model.size(), known -> size.show(known, number, words));
        follows.on(model.rule(), rule -> take.setDisable(rule.isEmpty()));
        follows.on(model.draft(), draft -> show());
        cancel.setOnAction(event -> close.run());
        take.setOnAction(event -> finish());
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        finish();
                    }
                });
        // The sheet takes the focus when it is shown: then whoever opened it types the value.
        Platform.runLater(this::focusValue);
    }

    private void finish() {
        model.rule().get().ifPresent(finished);
    }

    private void show() {
        ofDraft.close();
        ofDraft = follows.ofPart();
        TestDraft draft = model.draft().get();
        ComboBox<String> field =
                Choices.of(
                        model.fields(),
                        draft.field(),
                        name -> name,
                        name -> {
                            if (!name.equals(draft.field())) {
                                model.choose(name);
                            }
                        });
        field.setId("conditionField");
        field.setAccessibleText(texts.get("rule.edit.subject"));
        controls.getChildren().setAll(List.of(field));
        EditorNeeds needs =
                new EditorNeeds(
                        texts,
                        model.context(),
                        Optional.empty(),
                        model.values(),
                        files,
                        draft.edited(),
                        ofDraft);
        TestControls.add(needs, Optional.empty(), draft, controls);
    }

    private void focusValue() {
        Node value = controls.lookup(".rule-values .text-field");
        if (value instanceof TextField field) {
            field.requestFocus();
        }
    }
}
