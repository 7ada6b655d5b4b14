package io.marquetry.ui.packages;

import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks for name, key and source of a new package. */
final class NewPackageController {

    private final NewPackageModel model;
    private final Desk desk;
    private final Follows follows = new Follows();

    @FXML private TextField name;
    @FXML private TextField key;
    @FXML private ComboBox<ProfileSource> source;
    @FXML private Label problem;
    @FXML private Label nameTaken;
    @FXML private Node noSource;
    @FXML private Button importCustomers;
    @FXML private Button create;
    @FXML private Button cancel;

    private NewPackageController(NewPackageModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    static void show(NewPackageModel model, Desk desk) {
        desk.sheets().open(now -> new NewPackageController(model, now).open());
    }

    private OpenSheet open() {
        return new OpenSheet(
                Views.load("new-package", desk.texts(), this), desk.sheets()::close, follows);
    }

    @FXML
    void initialize() {
        follows.both(name.textProperty(), model.name());
        follows.both(key.textProperty(), model.key());
        // A name that is proposed is typed over.
        name.focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused) {
                                name.selectAll();
                            }
                        });
        source.setItems(model.sources());
        follows.both(source.valueProperty(), model.source());
        Formats formats = new Formats(desk.texts().locale());
        source.setConverter(
                new Worded<>(one -> one.title() + " · " + formats.count(one.profiles())));
        boolean none = model.sources().isEmpty();
        Parts.show(noSource, none);
        source.setDisable(none);
        follows.on(model.key(), text -> showProblem());
        follows.on(
                model.name(),
                text ->
                        nameTaken.setText(
                                model.isNameTaken()
                                        ? desk.texts().get("newPackage.nameTaken")
                                        : ""));
        create.disableProperty().bind(model.complete().not());
        create.setOnAction(event -> create());
        cancel.setOnAction(event -> desk.sheets().close());
        importCustomers.setOnAction(
                event -> {
                    desk.sheets().close();
                    desk.navigation().go(new Destination.CustomerImport());
                });
    }

    private void create() {
        model.create(
                made -> {
                    desk.sheets().close();
                    desk.navigation().go(new Destination.OfPackage(made));
                },
                failure -> {
                    problem.setText(desk.texts().sentence(failure));
                    Parts.show(problem, true);
                });
    }

    private void showProblem() {
        var found = model.keyProblem();
        found.ifPresent(p -> problem.setText(desk.texts().sentence(p)));
        Parts.show(problem, found.isPresent());
    }
}
