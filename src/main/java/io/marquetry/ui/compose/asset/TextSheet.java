package io.marquetry.ui.compose.asset;

import io.marquetry.asset.Asset;
import io.marquetry.asset.Filled;
import io.marquetry.asset.Template;
import io.marquetry.audience.AudienceReaders;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.LatestOnly;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.numbers.Numbers;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows a text as a person of the source reads it, in each language, with its length. */
final class TextSheet {

    private static final double WIDTH = 560;

    private final ComposeModel compose;
    private final AudienceReaders readers;
    private final Numbers numbers;
    private final Desk desk;
    private final Texts texts;
    private final AssetWords words;

    TextSheet(ComposeModel compose, AudienceReaders readers, Numbers numbers, Desk desk) {
        this.compose = compose;
        this.readers = readers;
        this.numbers = numbers;
        this.desk = desk;
        this.texts = desk.texts();
        this.words = new AssetWords(texts);
    }

    void show(Asset asset) {
        LocalizedText body = asset.body().orElseThrow();
        LatestOnly asking = new LatestOnly(desk.background());
        Label heading = new Label(asset.name().in(texts.locale()));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        TextField person = new TextField();
        person.setId("textPerson");
        person.setPromptText(texts.get("compose.explain.key"));
        person.setAccessibleText(texts.get("compose.explain.key"));
        HBox.setHgrow(person, Priority.ALWAYS);
        Label whose = new Label(texts.get("compose.explain.key"));
        whose.setMinWidth(Label.USE_PREF_SIZE);
        whose.setLabelFor(person);
        Button fill = new Button(texts.get("compose.text.fill"));
        fill.setId("textFill");
        fill.setMinWidth(Button.USE_PREF_SIZE);
        VBox shown = new VBox(10);
        shown.setId("textShown");
        Label problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        Parts.show(problem, false);
        show(shown, asset, body, Map.of());
        Runnable ask =
                () ->
                        source().ifPresent(
                                        source ->
                                                asking.ask(
                                                        signal ->
                                                                readers.reader(source)
                                                                        .person(
                                                                                person.getText()
                                                                                        .strip(),
                                                                                signal),
                                                        found -> {
                                                            Parts.show(problem, found.isEmpty());
                                                            problem.setText(
                                                                    texts.get(
                                                                            "problem.person.unknown"));
                                                            show(shown, asset, body, found);
                                                        },
                                                        why -> {
                                                            Parts.show(problem, true);
                                                            problem.setText(texts.sentence(why));
                                                        }));
        person.setOnAction(event -> ask.run());
        fill.setOnAction(event -> ask.run());
        Button close = new Button(texts.get("button.close"));
        close.setId("textClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("buttons");
        HBox asked = new HBox(8, whose, person, fill);
        asked.setAlignment(Pos.CENTER_LEFT);
        VBox sheet = new VBox(12, heading, asked, shown, problem, buttons);
        sheet.setId("textSheet");
        sheet.setPrefWidth(WIDTH);
        Views.dress(sheet, "assetText");
        desk.sheets().show(sheet);
        numbers.explain()
                .somebody(
                        key -> {
                            if (person.getText().isEmpty()) {
                                person.setText(key);
                                ask.run();
                            }
                        });
    }

    private Optional<SourceName> source() {
        return compose.current().map(AssetPackage::source);
    }

    private void show(VBox shown, Asset asset, LocalizedText body, Map<String, String> person) {
        shown.getChildren().clear();
        for (Locale language : Texts.LANGUAGES) {
            String template = body.byLanguage().get(language.getLanguage());
            if (template != null) {
                Filled filled = Filled.of(new Template(template), person);
                Label text = new Label(filled.text());
                text.getStyleClass().add("text-shown");
                text.setWrapText(true);
                text.setMinHeight(Label.USE_PREF_SIZE);
                text.setMaxWidth(Double.MAX_VALUE);
                Label length = new Label(words.length(asset.kind(), filled.text()));
                length.getStyleClass().add("muted");
                shown.getChildren().addAll(text, length);
                if (!filled.open().isEmpty()) {
                    Label open =
                            new Label(texts.get("compose.text.open", texts.listed(filled.open())));
                    open.getStyleClass().add("muted");
                    open.setWrapText(true);
                    open.setMinHeight(Label.USE_PREF_SIZE);
                    shown.getChildren().add(open);
                }
            }
        }
    }
}
