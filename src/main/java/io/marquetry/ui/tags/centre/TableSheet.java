package io.marquetry.ui.tags.centre;

import io.marquetry.base.Texts;
import io.marquetry.govern.dictionary.DictionaryColumn;
import io.marquetry.govern.dictionary.DictionaryImport;
import io.marquetry.govern.dictionary.DictionaryImport.Standing;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shows line by line what a table of tags changes, before it is taken. */
public final class TableSheet {

    private TableSheet() {}

    /** Shows it; refused lines come first, and while there are any nothing can be taken. */
    public static void show(Desk desk, DictionaryImport.Preview preview, Runnable take) {
        Texts texts = desk.texts();
        long refused = preview.count(Standing.REFUSED);
        Label title = new Label(texts.get("dictionary.heading"));
        title.getStyleClass().add("heading");
        Label words =
                new Label(
                        texts.get(
                                "cli.tag.dictionary.planned",
                                preview.count(Standing.NEW),
                                preview.count(Standing.CHANGED),
                                preview.count(Standing.SAME),
                                refused));
        words.setId("tableCounts");
        words.setWrapText(true);
        ListView<String> lines = new ListView<>();
        lines.setId("tableLines");
        lines.setAccessibleText(texts.get("dictionary.heading"));
        lines.getItems().setAll(lines(texts, preview));
        lines.setPrefHeight(300);
        Button no = new Button(texts.get("button.cancel"));
        no.setId("tableNo");
        no.setCancelButton(true);
        no.setOnAction(event -> desk.sheets().close());
        Button yes = new Button(texts.get("dictionary.take"));
        yes.setId("tableYes");
        yes.setDefaultButton(true);
        yes.getStyleClass().add("primary");
        yes.setDisable(refused > 0 || preview.changed().isEmpty());
        yes.setOnAction(
                event -> {
                    desk.sheets().close();
                    take.run();
                });
        HBox buttons = new HBox(8, no, yes);
        buttons.getStyleClass().add("confirmation-buttons");
        VBox sheet = new VBox(10, title, words, lines, buttons);
        sheet.setPrefWidth(720);
        Views.dress(sheet, "confirmation");
        desk.sheets().show(sheet);
        if (yes.isDisabled()) {
            no.requestFocus();
        } else {
            yes.requestFocus();
        }
    }

    private static List<String> lines(Texts texts, DictionaryImport.Preview preview) {
        return preview.lines().stream()
                .filter(line -> line.standing() != Standing.SAME)
                .sorted(Comparator.comparing(DictionaryImport.Line::standing))
                .map(
                        line ->
                                texts.get(
                                        "cli.tag.dictionary.line",
                                        line.line(),
                                        texts.get("dictionary." + line.standing()),
                                        line.key(),
                                        line.problem()
                                                .map(texts::sentence)
                                                .orElseGet(
                                                        () ->
                                                                line.columns().stream()
                                                                        .map(
                                                                                DictionaryColumn
                                                                                        ::title)
                                                                        .collect(
                                                                                Collectors.joining(
                                                                                        ", ")))))
                .toList();
    }
}
