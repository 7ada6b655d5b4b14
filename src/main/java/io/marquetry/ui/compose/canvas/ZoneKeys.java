package io.marquetry.ui.compose.canvas;

import io.marquetry.base.Texts;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.function.Supplier;

/** Keyboard and context menu of a tag in a zone other than the audience. */
final class ZoneKeys {

    private final ZoneView view;
    private final Place place;
    private final ComposeModel model;
    private final Runnable look;

    private ZoneKeys(ZoneView view, Place place, ComposeModel model, Runnable look) {
        this.look = look;
        this.view = view;
        this.place = place;
        this.model = model;
    }

    /** Where the tag lies. */
    record Place(Category zone, int index) {}

    /**
     * Gives a tag its keys and its menu.
     *
     * @param steps what the menu offers for the tag itself
     * @param look shows what the tag stands for
     */
    static void attach(
            Node chip,
            ZoneView view,
            Place place,
            ComposeModel model,
            Texts texts,
            Supplier<List<MenuItem>> steps,
            Runnable look) {
        ZoneKeys keys = new ZoneKeys(view, place, model, look);
        chip.setOnKeyPressed(keys::pressed);
        chip.setOnContextMenuRequested(
                event -> {
                    keys.menu(texts, steps.get())
                            .show(chip, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        boolean alt = event.isAltDown();
        switch (event.getCode()) {
            case LEFT, UP -> step(alt, -1);
            case RIGHT, DOWN -> step(alt, 1);
            case DELETE, BACK_SPACE -> remove();
            case ENTER -> look.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(boolean move, int by) {
        if (move) {
            moveBy(by);
        } else {
            view.focus(place.index() + by);
        }
    }

    private void moveBy(int by) {
        int to = place.index() + by;
        if (to < 0 || to >= size()) {
            return;
        }
        int before = by > 0 ? to + 1 : to;
        if (model.apply(new PackageEdit.MoveInZone(place.zone(), place.index(), before))) {
            view.focus(to);
        }
    }

    private void remove() {
        model.apply(new PackageEdit.RemoveFromZone(place.zone(), place.index()));
    }

    private int size() {
        return model.current().map(p -> p.zone(place.zone()).size()).orElse(0);
    }

    private ContextMenu menu(Texts texts, List<MenuItem> steps) {
        MenuItem left = item(texts, "compose.move.left", "Alt+LEFT", () -> moveBy(-1));
        left.setDisable(place.index() == 0);
        MenuItem right = item(texts, "compose.move.right", "Alt+RIGHT", () -> moveBy(1));
        right.setDisable(place.index() == size() - 1);
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(steps);
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        left,
                        right,
                        new SeparatorMenuItem(),
                        item(texts, "compose.remove", "DELETE", this::remove));
        return menu;
    }

    private static MenuItem item(Texts texts, String key, String keys, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setOnAction(event -> action.run());
        return item;
    }
}
