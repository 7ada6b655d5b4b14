package io.marquetry.ui.common.screen;

import io.marquetry.base.Texts;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** Asks for a few words: an owner, a scenario, a reason. */
public final class WordsQuestion {

    private WordsQuestion() {}

    /**
     * Asks.
     *
     * @param most longest answer, in UTF-16 units
     * @param said gets the answer, never blank
     */
    public static void show(
            Desk desk, String heading, String prompt, int most, Consumer<String> said) {
        Texts texts = desk.texts();
        Label title = new Label(heading);
        title.getStyleClass().add("heading");
        TextField field = new TextField();
        field.setId("words");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        Button no = new Button(texts.get("button.cancel"));
        no.setId("wordsNo");
        no.setCancelButton(true);
        no.setOnAction(event -> desk.sheets().close());
        Button yes = new Button(texts.get("command.save"));
        yes.setId("wordsYes");
        yes.setDefaultButton(true);
        yes.getStyleClass().add("primary");
        yes.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        field.getText().isBlank()
                                                || field.getText().strip().length() > most,
                                field.textProperty()));
        yes.setOnAction(
                event -> {
                    desk.sheets().close();
                    said.accept(field.getText().strip());
                });
        HBox buttons = new HBox(8, no, yes);
        buttons.getStyleClass().add("confirmation-buttons");
        VBox sheet = new VBox(10, title, field, buttons);
        sheet.setPrefWidth(440);
        Views.dress(sheet, "confirmation");
        desk.sheets().show(sheet);
        field.requestFocus();
    }
}
