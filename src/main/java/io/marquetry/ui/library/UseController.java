package io.marquetry.ui.library;

import io.marquetry.base.Texts;
import io.marquetry.library.Parameter;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for name, key and the parameters of a package that is made from a template. */
final class UseController {

    private final UseModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows = new Follows();

    @FXML private Label heading;
    @FXML private TextField name;
    @FXML private TextField key;
    @FXML private VBox parameters;
    @FXML private Label problem;
    @FXML private Button create;
    @FXML private Button cancel;

    private UseController(UseModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    static void show(UseModel model, Desk desk) {
        desk.sheets().open(now -> new UseController(model, now).open());
    }

    private OpenSheet open() {
        return new OpenSheet(Views.load("libraryUse", texts, this), desk.sheets()::close, follows);
    }

    @FXML
    void initialize() {
        LibraryWords words = new LibraryWords(texts, model.tags());
        heading.setText(texts.get("library.useHeading", words.name(model.card().pack())));
        follows.both(name.textProperty(), model.name());
        follows.both(key.textProperty(), model.key());
        model.given()
                .forEach(
                        (parameter, value) -> {
                            String asks = words.asks(parameter);
                            Label label = new Label(asks);
                            label.setWrapText(true);
                            label.setMinHeight(Label.USE_PREF_SIZE);
                            parameters.getChildren().addAll(label, field(parameter, value, asks));
                        });
        Parts.show(problem, false);
        cancel.setOnAction(event -> desk.sheets().close());
        create.setOnAction(
                event ->
                        model.make(
                                texts.locale(),
                                made -> {
                                    desk.sheets().close();
                                    LibraryController.open(desk, made);
                                },
                                why -> {
                                    problem.setText(texts.sentence(why));
                                    Parts.show(problem, true);
                                }));
    }

    private Node field(Parameter parameter, StringProperty value, String asks) {
        return switch (parameter) {
            case Parameter.Slot slot -> {
                ComboBox<Tag> box = new ComboBox<>();
                box.setConverter(new Worded<>(tag -> tag.name().in(texts.locale())));
                box.getItems().setAll(model.choices(slot));
                box.getItems().stream()
                        .filter(tag -> tag.key().value().equals(value.get()))
                        .findFirst()
                        .ifPresent(box::setValue);
                box.valueProperty()
                        .subscribe(
                                tag -> {
                                    if (tag != null) {
                                        value.set(tag.key().value());
                                    }
                                });
                box.setMaxWidth(Double.MAX_VALUE);
                box.setAccessibleText(asks);
                box.setId("parameter-" + slot.name());
                yield box;
            }
            case Parameter.Amount amount -> {
                TextField field = new TextField();
                follows.both(field.textProperty(), value);
                field.setAccessibleText(asks);
                field.setId("parameter-" + amount.name().replace('.', '-'));
                yield field;
            }
        };
    }
}
