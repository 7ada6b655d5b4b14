package io.marquetry.ui.shell;

import io.marquetry.base.Product;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.update.Release;
import io.marquetry.update.Updates;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

import java.util.Optional;

/** Says what this program is, under which licence, and whose data and libraries are in it. */
final class About {

    private final Desk desk;
    private final Updates updates;

    @FXML private Label version;
    @FXML private Label java;
    @FXML private Label log;
    @FXML private CheckBox look;
    @FXML private Label lookSays;
    @FXML private Button close;

    private About(Desk desk, Updates updates) {
        this.desk = desk;
        this.updates = updates;
    }

    static void show(Desk desk, Updates updates) {
        desk.sheets().show(Views.load("about", desk.texts(), new About(desk, updates)));
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
        lookSays.setText(desk.texts().get("update.allow.says", updates.address().toString()));
        look.setDisable(true);
        desk.background()
                .run(
                        signal -> updates.isAllowed(),
                        allowed -> {
                            look.setSelected(allowed);
                            look.setDisable(false);
                        },
                        desk.notices()::problem);
        look.setOnAction(event -> allow(look.isSelected()));
        close.setOnAction(event -> desk.sheets().close());
    }

    /** Who allows it wants to know now. */
    private void allow(boolean allowed) {
        desk.background()
                .run(
                        signal -> {
                            updates.allow(allowed);
                            return allowed ? updates.check() : Optional.<Release>empty();
                        },
                        newer -> {
                            if (allowed) {
                                desk.notices()
                                        .done(
                                                newer.map(one -> newer(desk.texts(), one))
                                                        .orElseGet(
                                                                () ->
                                                                        desk.texts()
                                                                                .get(
                                                                                        "update.newest")));
                            }
                        },
                        desk.notices()::problem);
    }

    /** Says which version can be had, and where. */
    static String newer(Texts texts, Release release) {
        return texts.get("update.newer", release.version(), release.page().toString());
    }
}
