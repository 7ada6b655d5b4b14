package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.base.Texts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Locale;

/** The caption of a group: how it joins, what can be added, and a button that removes it. */
final class GroupHeader extends HBox {

    GroupHeader(GroupKind kind, boolean outermost, Texts texts, Asked asked) {
        getStyleClass().addAll("group-header", "kind-" + kind.name().toLowerCase(Locale.ROOT));
        String caption = texts.get("group.caption." + kind);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(outermost ? new Label(caption) : kinds(caption, texts, asked), space);
        getChildren().add(adding(texts, asked));
        if (!outermost) {
            getChildren().add(remove(texts.get("compose.group.remove"), asked::remove));
        }
    }

    /** Makes the small button that takes something out. */
    static Button remove(String what, Runnable action) {
        Button button = new Button();
        button.setGraphic(new FontIcon(Feather.X));
        button.getStyleClass().addAll("remove", "button-icon", "flat");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node kinds(String caption, Texts texts, Asked asked) {
        MenuButton button = new MenuButton(caption);
        button.getStyleClass().add("kind");
        button.setAccessibleText(texts.get("compose.group.change") + ": " + caption);
        button.setTooltip(new Tooltip(texts.get("compose.group.change")));
        for (GroupKind other : GroupKind.values()) {
            MenuItem item = new MenuItem(texts.get("group." + other));
            item.setOnAction(event -> asked.change(other));
            button.getItems().add(item);
        }
        return button;
    }

    private static Node adding(Texts texts, Asked asked) {
        MenuButton button = new MenuButton();
        button.setGraphic(new FontIcon(Feather.PLUS));
        button.getStyleClass().addAll("add", "button-icon");
        button.setAccessibleText(texts.get("compose.group.addInside"));
        button.setTooltip(new Tooltip(texts.get("compose.group.addInside")));
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
