package io.marquetry.ui.sources.remote;

import io.marquetry.base.Texts;
import io.marquetry.source.RemoteEngine;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;

/** Asks where a database is and how to sign in. */
final class ConnectWhereController {

    private final WhereForm form;
    private final Texts texts;
    private final Follows follows;

    @FXML private ComboBox<RemoteEngine> engine;
    @FXML private TextField host;
    @FXML private TextField port;
    @FXML private TextField database;
    @FXML private TextField user;
    @FXML private ComboBox<WhereForm.Way> way;
    @FXML private Label wayWords;
    @FXML private Node certificateLine;
    @FXML private TextField certificate;
    @FXML private ComboBox<WhereForm.Found> found;
    @FXML private Label foundWords;
    @FXML private Node vaultLine;
    @FXML private PasswordField password;
    @FXML private PasswordField passphrase;
    @FXML private Node variableLine;
    @FXML private TextField variable;

    ConnectWhereController(WhereForm form, Texts texts, Follows follows) {
        this.form = form;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        choice(engine, form.engine(), RemoteEngine.values(), "connect.engine.");
        choice(way, form.way(), WhereForm.Way.values(), "connect.way.");
        choice(found, form.found(), WhereForm.Found.values(), "connect.found.");
        typed(host, form.host());
        typed(port, form.port());
        typed(database, form.database());
        typed(user, form.user());
        typed(certificate, form.certificate());
        typed(password, form.password());
        typed(passphrase, form.passphrase());
        typed(variable, form.variable());
        follows.on(
                form.way(),
                now -> {
                    wayWords.setText(texts.get("connect.way." + now + ".words"));
                    Parts.show(certificateLine, now == WhereForm.Way.VERIFIED);
                });
        follows.on(
                form.found(),
                now -> {
                    foundWords.setText(texts.get("connect.found." + now + ".words"));
                    Parts.show(vaultLine, now == WhereForm.Found.VAULT);
                    Parts.show(variableLine, now == WhereForm.Found.VARIABLE);
                });
    }

    /** Follows by hand: a property that outlives the field must not hold it. */
    private void typed(TextInputControl field, StringProperty value) {
        follows.on(
                value,
                now -> {
                    if (!field.getText().equals(now)) {
                        field.setText(now);
                    }
                });
        field.textProperty().subscribe(value::set);
    }

    private <T> void choice(ComboBox<T> box, Property<T> value, T[] all, String words) {
        box.getItems().setAll(all);
        box.setConverter(new ChosenWords<>(one -> texts.get(words + one)));
        follows.on(value, box::setValue);
        box.valueProperty().subscribe(value::setValue);
    }
}
