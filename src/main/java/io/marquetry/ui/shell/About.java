package io.marquetry.ui.shell;

import io.marquetry.base.Product;
import io.marquetry.ui.common.screen.Controllers;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Says what this program is, under which licence, and whose data and libraries are in it. */
final class About {

    private final Desk desk;

    @FXML private Label version;
    @FXML private Label java;
    @FXML private Label log;
    @FXML private Button close;

    private About(Desk desk) {
        this.desk = desk;
    }

    static void show(Desk desk) {
        desk.sheets()
                .show(
                        Views.load(
                                        "about",
                                        desk.texts(),
                                        new Controllers().with(About.class, () -> new About(desk)))
                                .root());
    }

    @FXML
    void initialize() {
        version.setText(desk.texts().get("about.version", Product.version()));
        java.setText(
                desk.texts()
                        .get(
                                "about.java",
                                Runtime.version().toString(),
                                System.getProperty("javafx.runtime.version", "")));
        String file = System.getProperty(Product.LOG, "");
        log.setText(desk.texts().get("about.log", file));
        log.setVisible(!file.isEmpty());
        log.setManaged(!file.isEmpty());
        close.setOnAction(event -> desk.sheets().close());
    }
}
