package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Tip;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;
import java.util.Optional;

/** The caption of a group: how it joins, what can be added, its number, and what removes it. */
final class GroupHeader extends HBox {

    /**
     * Makes a caption.
     *
     * @param total the number of the whole group; none for the outermost, which is the audience
     */
    GroupHeader(GroupKind kind, Optional<StepNumbers> total, Texts texts, Asked asked) {
        getStyleClass().addAll("group-header", "kind-" + kind.name().toLowerCase(Locale.ROOT));
        String caption = texts.get("group.caption." + kind);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        boolean outermost = total.isEmpty();
        getChildren()
                .addAll(
                        outermost ? new Label(caption) : kinds(kind, caption, texts, asked),
                        adding(texts, asked),
                        space);
        total.ifPresent(
                numbers ->
                        getChildren()
                                .add(
                                        tail(
                                                numbers,
                                                remove(
                                                        texts.get("compose.group.remove"),
                                                        asked::remove))));
    }

    /** Puts the numbers of a row or group and what removes it side by side. */
    static HBox tail(StepNumbers numbers, Button remove) {
        HBox tail = new HBox(numbers, remove);
        tail.getStyleClass().add("row-tail");
        tail.setMinWidth(USE_PREF_SIZE);
        return tail;
    }

    /** Makes the small button that takes something out. */
    static Button remove(String what, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(Feather.X));
        button.getStyleClass().addAll("remove", "button-icon", "flat");
        button.setAccessibleText(what);
        Tip.on(button, () -> Optional.of(what));
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node kinds(GroupKind present, String caption, Texts texts, Asked asked) {
        MenuButton button = new MenuButton(caption);
        String what = texts.get("compose.group.change");
        button.getStyleClass().add("kind");
        button.setAccessibleText(what + ": " + caption);
        Tip.on(button, () -> Optional.of(what));
        for (GroupKind other : GroupKind.values()) {
            CheckMenuItem item = new CheckMenuItem(texts.get("group." + other));
            item.setSelected(other == present);
            item.setOnAction(event -> asked.change(other));
            button.getItems().add(item);
        }
        return button;
    }

    private static Node adding(Texts texts, Asked asked) {
        MenuButton button = new MenuButton();
        String what = texts.get("compose.group.addInside");
        button.setGraphic(new FontIcon(Feather.PLUS));
        button.getStyleClass().addAll("add", "button-icon");
        button.setAccessibleText(what);
        Tip.on(button, () -> Optional.of(what));
        for (GroupKind kind : GroupKind.values()) {
            MenuItem item = new MenuItem(texts.get("group." + kind));
            item.setOnAction(event -> asked.add(kind));
            button.getItems().add(item);
        }
        return button;
    }

    /** What the caption can ask for. */
    interface Asked {

        /** Makes the group one of another kind. */
        void change(GroupKind kind);

        /** Puts an empty group into the group. */
        void add(GroupKind kind);

        /** Takes the group out, with all in it. */
        void remove();
    }
}
