package io.marquetry.ui.packages.life;

import io.marquetry.base.Texts;
import io.marquetry.check.CheckLine;
import io.marquetry.check.CheckLine.Standing;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One check, how it stands, and what can be done about it. */
final class CheckRow extends VBox {

    private final Texts texts;

    CheckRow(CheckLine line, Texts texts, LifeModel model) {
        this.texts = texts;
        getStyleClass().addAll("check-row", style(line));
        Label said = new Label(texts.sentence(line.what()));
        said.setWrapText(true);
        said.setMinHeight(Label.USE_PREF_SIZE);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox first = new HBox(new FontIcon(icon(line)), said);
        first.getStyleClass().add("check-first");
        if (line.standing() != Standing.SETTLED) {
            Label standing = new Label(texts.sentence(line.standing().word()));
            standing.getStyleClass().add("standing");
            standing.setMinWidth(USE_PREF_SIZE);
            first.getChildren().add(standing);
        }
        getChildren().add(first);
        setAccessibleText(
                texts.get(
                        "packageLife.check",
                        texts.sentence(line.standing().word()),
                        texts.sentence(line.what())));
        line.overruled()
                .ifPresent(
                        why -> {
                            Label reason =
                                    new Label(
                                            texts.get(
                                                    "packageLife.overruled",
                                                    why.reason(),
                                                    why.who()));
                            reason.setWrapText(true);
                            reason.setMinHeight(Label.USE_PREF_SIZE);
                            reason.getStyleClass().add("muted");
                            Button back = new Button(texts.get("packageLife.reopen"));
                            back.getStyleClass().add("small");
                            back.setMinWidth(USE_PREF_SIZE);
                            back.setOnAction(event -> model.reopen(line));
                            HBox.setHgrow(reason, Priority.ALWAYS);
                            reason.setMaxWidth(Double.MAX_VALUE);
                            getChildren().add(indented(reason, back));
                        });
        if (line.standing() == Standing.OPEN && line.canBeOverruled()) {
            overruling(line, model, first);
        }
    }

    private void overruling(CheckLine line, LifeModel model, HBox first) {
        TextField reason = new TextField();
        reason.setPromptText(texts.get("packageLife.overrule.reason"));
        reason.setAccessibleText(texts.get("packageLife.overrule.reason"));
        reason.getStyleClass().add("overrule-reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button done = new Button(texts.get("packageLife.overrule.done"));
        done.getStyleClass().addAll("small", "overrule-done");
        done.setMinWidth(USE_PREF_SIZE);
        done.disableProperty().bind(reason.textProperty().map(String::isBlank));
        done.setOnAction(event -> model.overrule(line, reason.getText()));
        reason.setOnAction(
                event -> {
                    if (!done.isDisabled()) {
                        done.fire();
                    }
                });
        HBox asked = indented(reason, done);
        Parts.show(asked, false);
        Button open = new Button(texts.get("packageLife.overrule"));
        open.getStyleClass().addAll("small", "overrule");
        open.setMinWidth(USE_PREF_SIZE);
        open.setAccessibleText(
                texts.get("packageLife.overrule.of", texts.sentence(line.kind().word())));
        open.setOnAction(
                event -> {
                    Parts.show(asked, true);
                    Parts.show(open, false);
                    reason.requestFocus();
                });
        first.getChildren().add(open);
        getChildren().add(asked);
    }

    private static HBox indented(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("check-more");
        return row;
    }

    private static String style(CheckLine line) {
        return switch (line.standing()) {
            case SETTLED -> "settled";
            case OVERRULED -> "overruled";
            case OPEN -> line.blocks() ? "blocks" : "open";
        };
    }

    private static Feather icon(CheckLine line) {
        return switch (line.standing()) {
            case SETTLED -> Feather.CHECK_CIRCLE;
            case OVERRULED -> Feather.CORNER_UP_RIGHT;
            case OPEN -> line.blocks() ? Feather.X_CIRCLE : Feather.ALERT_TRIANGLE;
        };
    }
}
