package io.marquetry.ui.compose.palette;

import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
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

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be done with a tag of the palette, beside dragging it. */
public final class PaletteMenu {

    /** Excludes the chosen tag. */
    static final KeyCombination EXCLUDE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);

    private final ComposeModel compose;
    private final Texts texts;
    private final Function<TagKey, List<MenuItem>> steps;
    private final Consumer<String> filter;

    /**
     * Makes menus.
     *
     * @param steps what is offered for a tag wherever it stands
     * @param filter asks for a condition on a column
     */
    public PaletteMenu(
            ComposeModel compose,
            Texts texts,
            Function<TagKey, List<MenuItem>> steps,
            Consumer<String> filter) {
        this.filter = filter;
        this.steps = steps;
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

    /** Asks for a condition on a column. */
    void filter(Attribute column) {
        filter.accept(column.name());
    }

    /** Returns the menu of a column. */
    ContextMenu of(Attribute column) {
        MenuItem make = new MenuItem(texts.get("compose.palette.filter"));
        make.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
        make.setOnAction(event -> filter(column));
        return new ContextMenu(make);
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
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(steps.apply(tag.key()));
        return menu;
    }
}
