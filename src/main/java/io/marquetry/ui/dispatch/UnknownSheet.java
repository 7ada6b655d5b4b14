package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Masked;
import io.marquetry.dispatch.Recipient;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Shows those of whom it is not known what became of them, and takes down what is known now. */
final class UnknownSheet {

    private UnknownSheet() {}

    /** Shows them. */
    static void show(DispatchModel model, DispatchId id, Desk desk) {
        model.unknown(id, people -> show(model, id, people, desk), desk.notices()::problem);
    }

    private static void show(
            DispatchModel model, DispatchId id, List<Recipient> people, Desk desk) {
        Texts texts = desk.texts();
        Label title = new Label();
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("dispatch.unknown.words"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        ListView<Recipient> list = new ListView<>();
        list.setId("unknownPeople");
        list.accessibleTextProperty().bind(title.textProperty());
        list.setCellFactory(
                view ->
                        new ListCell<>() {
                            @Override
                            protected void updateItem(@Nullable Recipient one, boolean none) {
                                super.updateItem(one, none);
                                setText(
                                        none || one == null
                                                ? null
                                                : texts.get(
                                                        "dispatch.unknown.who",
                                                        Integer.toString(one.ordinal()),
                                                        Masked.of(one.key()),
                                                        model.message(id, one)));
                            }
                        });
        list.getItems().setAll(people);
        title.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> texts.get("dispatch.unknown.heading", list.getItems().size()),
                                list.getItems()));
        list.setPrefHeight(240);
        list.getSelectionModel().selectFirst();
        TextField why = new TextField();
        why.setId("unknownWhy");
        why.setPromptText(texts.get("dispatch.unknown.why"));
        why.setAccessibleText(texts.get("dispatch.unknown.why"));
        Button taken = new Button(texts.get("dispatch.unknown.sent"));
        taken.setId("unknownSent");
        Button not = new Button(texts.get("dispatch.unknown.notSent"));
        not.setId("unknownNotSent");
        for (Button one : List.of(taken, not)) {
            one.disableProperty()
                    .bind(
                            Bindings.createBooleanBinding(
                                    () ->
                                            why.getText().isBlank()
                                                    || list.getSelectionModel().isEmpty(),
                                    why.textProperty(),
                                    list.getSelectionModel().selectedItemProperty()));
        }
        taken.setOnAction(event -> resolve(model, id, list, true, why.getText(), desk));
        not.setOnAction(event -> resolve(model, id, list, false, why.getText(), desk));
        Button close = new Button(texts.get("button.close"));
        close.setId("unknownClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(taken, not, close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, list, why, buttons);
        sheet.setPrefWidth(560);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
    }

    private static void resolve(
            DispatchModel model,
            DispatchId id,
            ListView<Recipient> list,
            boolean sent,
            String why,
            Desk desk) {
        Recipient person = list.getSelectionModel().getSelectedItem();
        model.resolve(id, person.ordinal(), sent, why, desk.notices()::problem);
        list.getItems().remove(person);
    }
}
