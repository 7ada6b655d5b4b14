package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.base.Texts;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The context menus of tags and groups in the audience. */
final class AudienceMenus {

    private final NodePath path;
    private final ComposeModel model;
    private final Texts texts;
    private final Consumer<NodePath> focus;

    private AudienceMenus(
            NodePath path, ComposeModel model, Texts texts, Consumer<NodePath> focus) {
        this.path = path;
        this.model = model;
        this.texts = texts;
        this.focus = focus;
    }

    /** Gives a tag or group its menu, made when it is asked for. */
    static void attach(
            Node node,
            AudienceExpression shown,
            NodePath path,
            ComposeModel model,
            Texts texts,
            Consumer<NodePath> focus) {
        AudienceMenus menus = new AudienceMenus(path, model, texts, focus);
        node.setOnContextMenuRequested(
                event -> {
                    ContextMenu menu = menus.menu(shown);
                    if (!menu.getItems().isEmpty()) {
                        menu.show(node, event.getScreenX(), event.getScreenY());
                    }
                    event.consume();
                });
    }

    private ContextMenu menu(AudienceExpression shown) {
        ContextMenu menu = new ContextMenu();
        if (shown instanceof Group) {
            menu.getItems().add(kinds("compose.group.addInside", this::add));
            if (!path.isRoot()) {
                menu.getItems().add(kinds("compose.group.change", this::change));
            }
        }
        if (!path.isRoot()) {
            menu.getItems()
                    .addAll(
                            move("compose.move.up", "Alt+UP", () -> AudienceMoves.up(path)),
                            move(
                                    "compose.move.down",
                                    "Alt+DOWN",
                                    () ->
                                            model.current()
                                                    .flatMap(p -> AudienceMoves.down(p, path))),
                            move("compose.move.out", "Alt+LEFT", () -> AudienceMoves.out(path)),
                            move(
                                    "compose.move.in",
                                    "Alt+RIGHT",
                                    () -> model.current().flatMap(p -> AudienceMoves.in(p, path))),
                            new SeparatorMenuItem(),
                            remove());
        }
        return menu;
    }

    private MenuItem move(String key, String keys, Supplier<Optional<PackageEdit.MoveNode>> move) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setDisable(move.get().isEmpty());
        item.setOnAction(
                event ->
                        move.get().filter(model::apply).map(AudienceMoves::after).ifPresent(focus));
        return item;
    }

    private MenuItem remove() {
        MenuItem item = new MenuItem(texts.get("compose.remove"));
        item.setAccelerator(KeyCombination.valueOf("DELETE"));
        item.setOnAction(event -> model.apply(new PackageEdit.RemoveNode(path)));
        return item;
    }

    private Menu kinds(String key, Consumer<GroupKind> action) {
        Menu menu = new Menu(texts.get(key));
        for (GroupKind kind : GroupKind.values()) {
            MenuItem item = new MenuItem(texts.get("group." + kind));
            item.setOnAction(event -> action.accept(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void add(GroupKind kind) {
        model.addGroup(kind, path).ifPresent(focus);
    }

    private void change(GroupKind kind) {
        model.apply(new PackageEdit.ChangeKind(path, kind));
    }
}
