package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/** A sheet of two columns: a word or the keys, and what they mean. */
final class HelpSheet {

    private static final List<String> WORDS =
            List.of(
                    "tag",
                    "package",
                    "audience",
                    "source",
                    "index",
                    "version",
                    "outcome",
                    "hit",
                    "reach",
                    "conversion",
                    "uplift",
                    "holdout",
                    "roi");
    private static final List<String> KEYS =
            List.of("slash", "enter", "shiftEnter", "arrows", "altArrows", "delete", "f6", "menu");

    private final Desk desk;
    private final Texts texts;

    HelpSheet(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /**
     * One line of the sheet.
     *
     * @param term the word, or the keys
     * @param meaning what it means, or what they do
     */
    record Line(String term, String meaning) {}

    /**
     * Shows all keys.
     *
     * @param menus those that stand in the menus
     */
    void showKeys(List<Line> menus) {
        List<Line> lines = new ArrayList<>(menus);
        KEYS.forEach(
                key ->
                        lines.add(
                                new Line(
                                        texts.get("help.key." + key),
                                        texts.get("help.key." + key + ".does"))));
        show("menu.keys", lines, "mono");
    }

    /** Shows what the words of the program mean. */
    void showWords() {
        show(
                "menu.words",
                WORDS.stream()
                        .map(
                                word ->
                                        new Line(
                                                texts.get("help.word." + word),
                                                texts.get("help.word." + word + ".means")))
                        .toList(),
                "term");
    }

    private void show(String title, List<Line> lines, String termClass) {
        Label heading = new Label(texts.get(title));
        heading.getStyleClass().add("heading");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("lines");
        for (int i = 0; i < lines.size(); i++) {
            Label term = new Label(lines.get(i).term());
            term.getStyleClass().add(termClass);
            term.setMinWidth(Region.USE_PREF_SIZE);
            Label meaning = new Label(lines.get(i).meaning());
            meaning.setWrapText(true);
            grid.addRow(i, term, meaning);
            GridPane.setHgrow(meaning, Priority.ALWAYS);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = new Button(texts.get("button.close"));
        close.setId("helpClose");
        close.setDefaultButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, heading, scroll, buttons);
        sheet.setPrefSize(620, 560);
        Views.dress(sheet, "help");
        desk.sheets().show(sheet);
    }
}
