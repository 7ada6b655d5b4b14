package io.marquetry.ui.tags.centre;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.govern.TagDictionary;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The dictionary of the words that keys are made of; what a change means is told before. */
public final class NamingSheet {

    private final Desk desk;
    private final Texts texts;
    private final TagDictionary dictionary;
    private final Runnable changed;
    private final ListView<Word> words = new ListView<>();
    private final Label meaning = new Label();
    private final Button save = new Button();
    private NamingStandard edited;
    private Optional<TagDictionary.Plan> plan = Optional.empty();

    private NamingSheet(Desk desk, TagDictionary dictionary, NamingStandard now, Runnable changed) {
        this.desk = desk;
        this.texts = desk.texts();
        this.dictionary = dictionary;
        this.edited = now;
        this.changed = changed;
    }

    /** A word of the dictionary; a dimension may be for all categories. */
    private record Word(boolean type, String word, Optional<Category> category) {}

    /** What a new word can be. */
    private record Place(boolean type, Optional<Category> category) {}

    /** Reads the words and shows them. */
    public static void open(Desk desk, GovernanceModel model, Runnable changed) {
        TagDictionary dictionary = model.centre().dictionary();
        desk.background()
                .run(
                        signal -> dictionary.words(),
                        now -> new NamingSheet(desk, dictionary, now, changed).show(),
                        desk.notices()::problem);
    }

    private void show() {
        Label title = new Label(texts.get("naming.heading"));
        title.getStyleClass().add("heading");
        Label about = new Label(texts.get("naming.words"));
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        words.setId("namingWords");
        words.setAccessibleText(texts.get("naming.heading"));
        words.setPrefHeight(280);
        words.setCellFactory(view -> new Cell());
        TextField word = new TextField();
        word.setId("namingWord");
        word.setPromptText(texts.get("cli.tag.words.word"));
        word.setAccessibleText(texts.get("cli.tag.words.word"));
        ComboBox<Place> place = new ComboBox<>();
        place.setId("namingPlace");
        place.setAccessibleText(texts.get("cli.tag.words.kind"));
        place.getItems().setAll(places());
        place.setConverter(new Worded<>(one -> told(one.type(), one.category())));
        place.getSelectionModel().selectFirst();
        Button add = new Button(texts.get("naming.add"));
        add.setId("namingAdd");
        add.disableProperty().bind(word.textProperty().isEmpty());
        add.setOnAction(
                event -> {
                    Place at = place.getValue();
                    change(
                            now ->
                                    at.type()
                                            ? now.withType(
                                                    word.getText(), at.category().orElseThrow())
                                            : now.withDimension(word.getText(), at.category()));
                    word.clear();
                });
        Button remove = new Button(texts.get("naming.remove"));
        remove.setId("namingRemove");
        remove.disableProperty().bind(words.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(
                event -> {
                    Word gone = words.getSelectionModel().getSelectedItem();
                    change(
                            now ->
                                    gone.type()
                                            ? now.withoutType(gone.word())
                                            : now.withoutDimension(gone.word()));
                });
        meaning.setId("namingMeaning");
        meaning.setWrapText(true);
        HBox editing = new HBox(8, word, place, add, remove);
        VBox sheet = new VBox(10, title, about, words, editing, meaning, buttons());
        sheet.setPrefWidth(620);
        Views.dress(sheet, "confirmation");
        fill();
        desk.sheets().show(sheet);
        word.requestFocus();
    }

    private HBox buttons() {
        Button no = new Button(texts.get("button.cancel"));
        no.setCancelButton(true);
        no.setOnAction(event -> desk.sheets().close());
        save.setText(texts.get("command.save"));
        save.setId("namingSave");
        save.getStyleClass().add("primary");
        save.setDisable(true);
        save.setOnAction(
                event ->
                        plan.ifPresent(
                                made ->
                                        desk.background()
                                                .act(
                                                        () -> dictionary.make(made),
                                                        () -> {
                                                            desk.sheets().close();
                                                            desk.notices()
                                                                    .done(
                                                                            texts.get(
                                                                                    "naming.saved"));
                                                            changed.run();
                                                        },
                                                        desk.notices()::problem)));
        HBox buttons = new HBox(8, no, save);
        buttons.getStyleClass().add("confirmation-buttons");
        return buttons;
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Category category : Category.values()) {
            places.add(new Place(true, Optional.of(category)));
        }
        places.add(new Place(false, Optional.empty()));
        for (Category category : Category.values()) {
            places.add(new Place(false, Optional.of(category)));
        }
        return places;
    }

    private String told(boolean type, Optional<Category> category) {
        return texts.get(
                "naming.place",
                texts.get(type ? "cli.tag.words.type" : "cli.tag.words.dimension"),
                category.map(c -> texts.get("problem.category." + c))
                        .orElse(texts.get("cli.tag.words.all")));
    }

    private void change(UnaryOperator<NamingStandard> edit) {
        try {
            edited = edit.apply(edited);
        } catch (ProblemException e) {
            meaning.setText(texts.sentence(e.problem()));
            return;
        }
        fill();
        NamingStandard wanted = edited;
        desk.background()
                .run(
                        signal -> dictionary.plan(now -> wanted),
                        this::planned,
                        desk.notices()::problem);
    }

    private void planned(TagDictionary.Plan made) {
        plan = Optional.of(made);
        meaning.setText(texts.get("cli.tag.words.planned", made.off().size(), made.on().size()));
        save.setDisable(!dictionary.isOpen() || made.after().equals(made.before()));
    }

    private void fill() {
        List<Word> all = new ArrayList<>();
        edited.types().forEach((word, c) -> all.add(new Word(true, word, Optional.of(c))));
        edited.dimensions().forEach((word, c) -> all.add(new Word(false, word, c)));
        words.getItems().setAll(all);
    }

    /** Tells a word and what it is for. */
    private final class Cell extends ListCell<Word> {
        @Override
        protected void updateItem(@Nullable Word word, boolean empty) {
            super.updateItem(word, empty);
            setText(
                    word == null || empty
                            ? ""
                            : texts.get(
                                    "naming.line",
                                    word.word(),
                                    told(word.type(), word.category())));
        }
    }
}
