package io.marquetry.ui.requirements;

import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.requirement.search.SearchAnswer;
import io.marquetry.requirement.search.TagMatch;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.WordsQuestion;
import io.marquetry.ui.navigation.Destination;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tags that a requirement seems to mean, to be ticked, and what no tag fits. */
final class FoundTags {

    private final RequirementsModel model;
    private final Desk desk;
    private final Texts texts;
    private VBox box = new VBox();

    FoundTags(RequirementsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    void serve(VBox shown) {
        box = shown;
    }

    void show(SearchAnswer answer) {
        box.getChildren().clear();
        Map<TagKey, Optional<TagMatch>> rows = new LinkedHashMap<>();
        Map<TagKey, Boolean> accepted = model.written().ticked();
        accepted.keySet().forEach(tag -> rows.put(tag, Optional.empty()));
        answer.matches().forEach(match -> rows.put(match.tag(), Optional.of(match)));
        for (Category category : Category.values()) {
            List<Node> lines = new ArrayList<>();
            rows.forEach(
                    (key, match) ->
                            model.loaded()
                                    .get()
                                    .tags()
                                    .find(key)
                                    .filter(tag -> tag.category() == category)
                                    .ifPresent(tag -> lines.add(row(tag, match))));
            if (!lines.isEmpty()) {
                Label heading = new Label(texts.get(CategoryStyle.nameKey(category)));
                heading.getStyleClass().addAll("caption", CategoryStyle.cssClass(category));
                box.getChildren().add(heading);
                box.getChildren().addAll(lines);
            }
        }
        answer.lacking().forEach(part -> box.getChildren().add(lacking(part)));
        if (box.getChildren().isEmpty()) {
            Label nothing = new Label(texts.get("requirements.nothing"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            box.getChildren().add(nothing);
        }
    }

    private Node row(Tag tag, Optional<TagMatch> match) {
        Map<TagKey, Boolean> accepted = model.written().ticked();
        CheckBox tick = new CheckBox(tag.name().in(texts.locale()));
        tick.setId("found_" + tag.key().value());
        tick.setSelected(accepted.containsKey(tag.key()));
        boolean people = tag.category() == Category.AUDIENCE;
        CheckBox out = new CheckBox(texts.get("requirements.leaveOut"));
        out.setVisible(people);
        out.setManaged(people);
        out.setMinWidth(CheckBox.USE_PREF_SIZE);
        boolean asked = match.filter(TagMatch::excluded).isPresent();
        out.setSelected(people && accepted.getOrDefault(tag.key(), asked));
        Runnable changed =
                () -> {
                    if (tick.isSelected()) {
                        accepted.put(tag.key(), people && out.isSelected());
                    } else {
                        accepted.remove(tag.key());
                    }
                };
        tick.setOnAction(event -> changed.run());
        out.setOnAction(event -> changed.run());
        Hyperlink key = new Hyperlink(tag.key().value());
        key.getStyleClass().add("mono");
        key.setOnAction(event -> desk.navigation().go(new Destination.OfTag(tag.key())));
        HBox.setHgrow(tick, Priority.ALWAYS);
        tick.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, tick, out);
        Label part = new Label(match.map(one -> "“" + one.part() + "”").orElse(""));
        part.getStyleClass().add("muted");
        part.setWrapText(true);
        part.setMinHeight(Label.USE_PREF_SIZE);
        VBox row = new VBox(1, head, new HBox(6, key), part);
        row.getStyleClass().add("found-tag");
        return row;
    }

    private Node lacking(String part) {
        Label words = new Label(texts.get("requirements.lacking", part));
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        MenuButton draft = new MenuButton(texts.get("requirements.draft"));
        draft.setDisable(model.current().get().isEmpty());
        for (Category category : Category.values()) {
            MenuItem item = new MenuItem(texts.get(CategoryStyle.nameKey(category)));
            item.setOnAction(event -> ask(part, category));
            draft.getItems().add(item);
        }
        VBox row = new VBox(6, words, draft);
        row.getStyleClass().addAll("found-tag", "lacking");
        return row;
    }

    private void ask(String part, Category category) {
        WordsQuestion.show(
                desk,
                texts.get("requirements.draftHeading"),
                texts.get("govern.owner"),
                Care.MAX_NAME,
                owner ->
                        model.draft(
                                part,
                                category,
                                owner,
                                tag ->
                                        desk.notices()
                                                .done(
                                                        texts.get(
                                                                "requirements.drafted",
                                                                tag.value(),
                                                                owner)),
                                desk.notices()::problem));
    }
}
