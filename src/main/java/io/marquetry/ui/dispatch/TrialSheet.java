package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** Sends what somebody of a dispatch would read to named people, to try it. */
final class TrialSheet {

    private TrialSheet() {}

    /** Asks for whose message, and where to. */
    static void show(DispatchModel model, DispatchId id, Desk desk) {
        Texts texts = desk.texts();
        Formats formats = new Formats(texts.locale());
        Label title = new Label(texts.get("dispatch.trial.heading"));
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("dispatch.trial.words"));
        words.getStyleClass().add("muted");
        TextArea to = new TextArea();
        to.setId("trialTo");
        to.setPromptText(texts.get("dispatch.trial.to"));
        to.setAccessibleText(texts.get("dispatch.trial.to"));
        to.setPrefRowCount(4);
        TextField person = new TextField();
        person.setId("trialPerson");
        person.setPromptText(texts.get("dispatch.trial.person"));
        person.setAccessibleText(texts.get("dispatch.trial.person"));
        Label answer = new Label();
        answer.setId("trialAnswer");
        for (Label line : List.of(words, answer)) {
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
        }
        Button send = new Button(texts.get("dispatch.trial.send"));
        send.setId("trialSend");
        send.getStyleClass().add("primary");
        send.disableProperty().bind(to.textProperty().map(String::isBlank));
        send.setOnAction(
                event ->
                        model.trial(
                                id,
                                Optional.of(person.getText().strip()).filter(key -> !key.isEmpty()),
                                to.getText()
                                        .lines()
                                        .map(String::strip)
                                        .filter(one -> !one.isEmpty())
                                        .toList(),
                                answers -> answer.setText(said(answers, texts, formats)),
                                why -> answer.setText(texts.sentence(why))));
        Button close = new Button(texts.get("button.close"));
        close.setId("trialClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(send, close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, to, person, answer, buttons);
        sheet.setPrefWidth(560);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
    }

    private static String said(List<Answer> answers, Texts texts, Formats formats) {
        long taken = answers.stream().filter(Answer.Taken.class::isInstance).count();
        return texts.get(
                "cli.dispatch.tested", formats.count(taken), formats.count(answers.size()));
    }
}
