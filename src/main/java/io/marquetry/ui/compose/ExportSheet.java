package io.marquetry.ui.compose;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The check list before a package goes out: nothing is missing, but this one should look at. */
final class ExportSheet {

    private static final double WIDTH = 520;
    private static final double LEAST = 80;

    private final Desk desk;
    private final Texts texts;

    ExportSheet(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /**
     * Shows the list.
     *
     * @param name of the package
     * @param goOn exports all the same and gets the reason; empty where somebody only asked for the
     *     list
     */
    void show(String name, List<Problem> warnings, Optional<Consumer<String>> goOn) {
        Label heading = new Label(texts.get("compose.check.heading", name));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        VBox lines = new VBox();
        lines.getStyleClass().add("check-lines");
        lines.setId("checkLines");
        lines.getChildren()
                .add(line(Feather.CHECK_CIRCLE, "passed", texts.get("compose.check.complete")));
        warnings.forEach(
                warning ->
                        lines.getChildren()
                                .add(
                                        line(
                                                Feather.ALERT_TRIANGLE,
                                                "warned",
                                                texts.sentence(warning))));
        ComboBox<String> reason = reason();
        ScrollPane all = new ScrollPane(lines);
        all.setFitToWidth(true);
        all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        all.setFocusTraversable(false);
        // As high as the lines are once they are broken; where the window is lower, they scroll.
        all.prefHeightProperty().bind(lines.heightProperty().add(2));
        all.setMinHeight(LEAST);
        VBox.setVgrow(all, Priority.SOMETIMES);
        VBox sheet = new VBox(12, heading, all);
        if (goOn.isPresent()) {
            Label why = new Label(texts.get("compose.check.reason"));
            why.setLabelFor(reason);
            sheet.getChildren().add(new VBox(4, why, reason));
        }
        sheet.getChildren().add(buttons(goOn, reason));
        sheet.setId("exportCheck");
        sheet.setPrefWidth(WIDTH);
        Views.dress(sheet, "exportCheck");
        desk.sheets().show(sheet);
    }

    private static HBox line(Feather icon, String style, String sentence) {
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, new FontIcon(icon), words);
        line.getStyleClass().addAll("check-line", style);
        return line;
    }

    /** Whoever goes on says why; the usual reasons stand ready. */
    private ComboBox<String> reason() {
        ComboBox<String> reason = new ComboBox<>();
        reason.setId("checkReason");
        reason.setEditable(true);
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.setAccessibleText(texts.get("compose.check.reason"));
        for (String usual : List.of("meant", "elsewhere", "test")) {
            reason.getItems().add(texts.get("compose.check.reason." + usual));
        }
        reason.setValue(reason.getItems().getFirst());
        return reason;
    }

    private HBox buttons(Optional<Consumer<String>> goOn, ComboBox<String> reason) {
        Button back =
                new Button(texts.get(goOn.isPresent() ? "compose.check.back" : "button.close"));
        back.setId("checkBack");
        back.setCancelButton(true);
        back.setDefaultButton(true);
        back.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(8, back);
        buttons.getStyleClass().add("buttons");
        goOn.ifPresent(
                export -> {
                    Button all = new Button(texts.get("compose.check.export"));
                    all.setId("checkExport");
                    all.disableProperty()
                            .bind(
                                    Bindings.createBooleanBinding(
                                            () -> reason.getEditor().getText().isBlank(),
                                            reason.getEditor().textProperty()));
                    all.setOnAction(
                            event -> {
                                desk.sheets().close();
                                export.accept(reason.getEditor().getText());
                            });
                    buttons.getChildren().addFirst(all);
                });
        return buttons;
    }
}
