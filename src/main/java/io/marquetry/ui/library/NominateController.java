package io.marquetry.ui.library;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.library.LibraryModel.Nominee;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/** Asks which evaluated version is put forward, what it is for and who answers for it. */
final class NominateController {

    private final LibraryModel model;
    private final Desk desk;
    private final Texts texts;
    private final Consumer<Problem> failed;

    @FXML private ComboBox<Nominee> version;
    @FXML private TextField goal;
    @FXML private TextField owner;
    @FXML private Button nominate;
    @FXML private Button cancel;

    private NominateController(LibraryModel model, Desk desk, Consumer<Problem> failed) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.failed = failed;
    }

    static void show(LibraryModel model, Desk desk, Consumer<Problem> failed) {
        desk.sheets().open(now -> new NominateController(model, now, failed).open());
    }

    private OpenSheet open() {
        return new OpenSheet(
                Views.load("libraryNominate", texts, this), desk.sheets()::close, new Follows());
    }

    @FXML
    void initialize() {
        version.setConverter(
                new Worded<>(
                        one ->
                                texts.get(
                                        "library.version",
                                        one.name().in(texts.locale()),
                                        one.version())));
        model.loaded().get().ifPresent(now -> version.getItems().setAll(now.nominees()));
        version.getSelectionModel().selectFirst();
        nominate.disableProperty().bind(owner.textProperty().isEmpty());
        cancel.setOnAction(event -> desk.sheets().close());
        nominate.setOnAction(event -> nominate());
    }

    private void nominate() {
        @Nullable Nominee chosen = version.getValue();
        if (chosen == null) {
            return;
        }
        model.nominate(
                chosen,
                Optional.of(goal.getText().strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> LocalizedText.of(texts.locale(), text)),
                owner.getText(),
                () -> desk.sheets().close(),
                failed);
    }
}
