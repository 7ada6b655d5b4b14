package io.marquetry.ui.sources.remote;

import io.marquetry.base.Texts;
import io.marquetry.source.remote.ConnectionTest;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows how far the way to a server leads, step by step. */
final class ConnectCheckController {

    private final ConnectModel model;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private Label server;
    @FXML private VBox steps;
    @FXML private Button again;

    ConnectCheckController(ConnectModel model, Texts texts, Follows follows) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        server.setText(model.where().server().toString());
        again.setOnAction(event -> model.test());
        follows.changes(model.steps(), this::show);
        show();
    }

    private void show() {
        steps.getChildren().setAll(model.steps().stream().map(this::line).toList());
    }

    private HBox line(ConnectionTest.Step step) {
        FontIcon icon =
                new FontIcon(
                        step.isFailed()
                                ? Feather.X_CIRCLE
                                : step.problem().isPresent()
                                        ? Feather.ALERT_TRIANGLE
                                        : Feather.CHECK_CIRCLE);
        String said =
                step.problem()
                        .map(texts::sentence)
                        .orElse(texts.get("connect.check." + step.kind(), step.detail()));
        Label words = new Label(said);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Label took = new Label(formats.took(step.took()));
        took.getStyleClass().add("muted");
        took.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(icon, words, took);
        line.getStyleClass().add("check-line");
        line.getStyleClass()
                .add(step.isFailed() ? "bad" : step.problem().isPresent() ? "unwise" : "good");
        return line;
    }
}
