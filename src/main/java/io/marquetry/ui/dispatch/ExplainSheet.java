package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.desk.ExplainedWords;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says why somebody gets a message or not, and what became of them. */
final class ExplainSheet {

    private ExplainSheet() {}

    /** Asks for whom. */
    static void show(DispatchModel model, DispatchId id, Desk desk) {
        Texts texts = desk.texts();
        Label title = new Label(texts.get("dispatch.explain.heading"));
        title.getStyleClass().add("heading");
        TextField key = new TextField();
        key.setId("explainKey");
        key.setPromptText(texts.get("dispatch.explain.key"));
        key.setAccessibleText(texts.get("dispatch.explain.key"));
        Button ask = new Button(texts.get("dispatch.explain.ask"));
        ask.setId("explainAsk");
        ask.setDefaultButton(true);
        ask.disableProperty().bind(key.textProperty().map(String::isBlank));
        HBox.setHgrow(key, Priority.ALWAYS);
        Label answer = new Label(texts.get("dispatch.explain.words"));
        answer.setId("explainAnswer");
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        ExplainedWords words = new ExplainedWords(texts, new Formats(texts.locale())::moment);
        ask.setOnAction(
                event ->
                        model.explain(
                                id,
                                key.getText().strip(),
                                found -> answer.setText(String.join("\n", words.lines(found))),
                                why -> answer.setText(texts.sentence(why))));
        Button close = new Button(texts.get("button.close"));
        close.setId("explainClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, new HBox(8, key, ask), answer, buttons);
        sheet.setPrefWidth(560);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
    }
}
