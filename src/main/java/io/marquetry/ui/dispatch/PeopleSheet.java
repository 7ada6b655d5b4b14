package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.Masked;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Recipient;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.Collectors;

/** Shows people of a dispatch, only so far that one can tell them apart. */
final class PeopleSheet {

    private PeopleSheet() {}

    /**
     * Shows them.
     *
     * @param back does what leads back to where the sheet was opened
     */
    static void show(Desk desk, String heading, List<Recipient> people, Runnable back) {
        Texts texts = desk.texts();
        Label title =
                new Label(
                        heading.substring(0, 1).toUpperCase(texts.locale()) + heading.substring(1));
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("dispatch.people.words", people.size()));
        words.getStyleClass().add("muted");
        ListView<String> list = new ListView<>();
        list.setId("dispatchPeople");
        list.setAccessibleText(heading);
        list.getItems().setAll(people.stream().map(person -> line(person, texts)).toList());
        list.setPrefHeight(380);
        Button close = new Button(texts.get("button.close"));
        close.setId("dispatchPeopleClose");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(event -> back.run());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, list, buttons);
        sheet.setPrefWidth(560);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
    }

    private static String line(Recipient person, Texts texts) {
        String who =
                texts.get(
                        "dispatch.people.who",
                        Integer.toString(person.ordinal()),
                        Masked.of(person.key()));
        if (person.reasons() == 0) {
            return texts.get(
                    "dispatch.people.due",
                    who,
                    new Formats(texts.locale()).moment(person.due()),
                    person.zone().getId());
        }
        String why =
                Reason.all(person.reasons()).stream()
                        .map(reason -> texts.sentence(reason.words()))
                        .collect(Collectors.joining(texts.get("effect.unseen.and")));
        return texts.get(
                Integer.bitCount(person.reasons()) == 1
                        ? "dispatch.people.back"
                        : "dispatch.people.why",
                who,
                why);
    }
}
