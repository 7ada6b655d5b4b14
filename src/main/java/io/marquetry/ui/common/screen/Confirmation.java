package io.marquetry.ui.common.screen;

import io.marquetry.base.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks before something is lost: a heading, a sentence, and the two ways out. */
public final class Confirmation {

    private Confirmation() {}

    /**
     * Shows the question as a sheet.
     *
     * @param confirmed runs if the user agrees; nothing happens otherwise
     */
    public static void ask(
            Sheets sheets,
            Texts texts,
            String heading,
            String sentence,
            String agree,
            Runnable confirmed) {
        Label title = new Label(heading);
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        Label words = new Label(sentence);
        words.setWrapText(true);
        Button no = new Button(texts.get("button.cancel"));
        no.setId("confirmNo");
        no.setCancelButton(true);
        no.setOnAction(event -> sheets.close());
        Button yes = new Button(agree);
        yes.setId("confirmYes");
        yes.getStyleClass().add("danger");
        yes.setOnAction(
                event -> {
                    sheets.close();
                    confirmed.run();
                });
        HBox buttons = new HBox(8, no, yes);
        buttons.getStyleClass().add("confirmation-buttons");
        VBox sheet = new VBox(10, title, words, buttons);
        sheet.setPrefWidth(440);
        Views.dress(sheet, "confirmation");
        sheets.show(sheet);
    }
}
