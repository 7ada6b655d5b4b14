package io.marquetry.ui.compose.palette;

import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.function.Consumer;

/** What can be done with a tag of the palette, beside dragging it. */
final class PaletteMenu {

    /** Excludes the chosen tag. */
    static final KeyCombination EXCLUDE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);

    private final ComposeModel compose;
    private final Texts texts;
    private final Consumer<TagKey> editTag;

    PaletteMenu(ComposeModel compose, Texts texts, Consumer<TagKey> editTag) {
        this.editTag = editTag;
        this.compose = compose;
        this.texts = texts;
    }

    /** Puts the tag where it belongs. */
    void add(Tag tag) {
        compose.add(tag.key());
    }

    /** Excludes who carries the tag; only audience tags are carried. */
    void exclude(Tag tag) {
        if (tag.category() == Category.AUDIENCE) {
            compose.exclude(tag.key());
        }
    }

    /** Returns the menu of a tag. */
    ContextMenu of(Tag tag) {
        MenuItem add = new MenuItem(texts.get("compose.palette.add"));
        add.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
        add.setOnAction(event -> add(tag));
        ContextMenu menu = new ContextMenu(add);
        if (tag.category() == Category.AUDIENCE) {
            MenuItem exclude = new MenuItem(texts.get("compose.palette.exclude"));
            exclude.setAccelerator(EXCLUDE);
            exclude.setOnAction(event -> exclude(tag));
            menu.getItems().add(exclude);
        }
        MenuItem edit = new MenuItem(texts.get("compose.tag.edit"));
        edit.setOnAction(event -> editTag.accept(tag.key()));
        menu.getItems().addAll(new SeparatorMenuItem(), edit);
        return menu;
    }
}
