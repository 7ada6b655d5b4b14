package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Texts;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The context menus of tags and groups in the audience. */
final class AudienceMenus {

    private final ComposeModel model;
    private final Texts texts;
    private final Consumer<NodePath> focus;
    private final RowEditing edit;

    /**
     * Makes menus.
     *
     * @param focus moves the focus to a tag or group
     * @param edit opens what is behind a row
     */
    AudienceMenus(ComposeModel model, Texts texts, Consumer<NodePath> focus, RowEditing edit) {
        this.model = model;
        this.texts = texts;
        this.focus = focus;
        this.edit = edit;
    }

    /** Gives a tag or group its menu, made when it is asked for. */
    void attach(Node node, AudienceExpression shown, NodePath path) {
        node.setOnContextMenuRequested(
                event -> {
                    ContextMenu menu = menu(shown, path);
                    if (!menu.getItems().isEmpty()) {
                        menu.show(node, event.getScreenX(), event.getScreenY());
                    }
                    event.consume();
                });
    }

    private ContextMenu menu(AudienceExpression shown, NodePath path) {
        ContextMenu menu = new ContextMenu();
        switch (shown) {
            case TagRef ref -> menu.getItems().addAll(edit.tag(ref.tag()));
            case Condition condition -> ofCondition(menu, condition, path);
            case Group group -> ofGroup(menu, group, path);
        }
        if (!path.isRoot()) {
            menu.getItems().addAll(exclude(path), wrap(path));
            moves(menu, path);
            menu.getItems().addAll(new SeparatorMenuItem(), remove(path));
        }
        return menu;
    }

    private void ofCondition(ContextMenu menu, Condition condition, NodePath path) {
        menu.getItems()
                .addAll(
                        item("compose.condition.edit", () -> edit.condition(condition, path)),
                        item("compose.condition.keep", () -> edit.keep(condition, path)));
    }

    private void ofGroup(ContextMenu menu, Group group, NodePath path) {
        Menu inside = new Menu(texts.get("compose.group.addInside"));
        Menu change = new Menu(texts.get("compose.group.change"));
        for (GroupKind kind : GroupKind.values()) {
            inside.getItems()
                    .add(item("group." + kind, () -> model.addGroup(kind, path).ifPresent(focus)));
            CheckMenuItem present = new CheckMenuItem(texts.get("group." + kind));
            present.setSelected(kind == group.kind());
            present.setOnAction(event -> change(group, kind, path));
            change.getItems().add(present);
        }
        menu.getItems().add(inside);
        if (!path.isRoot()) {
            menu.getItems().addAll(change, item("compose.duplicate", () -> duplicate(path)));
        }
    }

    private void change(Group group, GroupKind kind, NodePath path) {
        if (kind != group.kind()) {
            model.apply(new PackageEdit.ChangeKind(path, kind));
        }
    }

    private void duplicate(NodePath path) {
        replace(audience -> AudienceMoves.twice(audience, path));
    }

    private MenuItem exclude(NodePath path) {
        Optional<PackageEdit> edit =
                model.current().flatMap(pack -> AudienceMoves.exclude(pack, path));
        MenuItem item = item("compose.exclude", () -> edit.ifPresent(model::apply));
        item.setDisable(edit.isEmpty());
        return item;
    }

    private Menu wrap(NodePath path) {
        Menu wrap = new Menu(texts.get("compose.wrap"));
        for (GroupKind kind : GroupKind.values()) {
            wrap.getItems()
                    .add(
                            item(
                                    "group." + kind,
                                    () ->
                                            replace(
                                                    audience ->
                                                            AudienceMoves.wrap(
                                                                    audience, path, kind))));
        }
        return wrap;
    }

    private void replace(UnaryOperator<AllOf> change) {
        model.current()
                .ifPresent(
                        pack ->
                                model.apply(
                                        new PackageEdit.ReplaceAudience(
                                                change.apply(pack.audience()))));
    }

    private void moves(ContextMenu menu, NodePath path) {
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        move("compose.move.up", "Alt+UP", () -> AudienceMoves.up(path)),
                        move(
                                "compose.move.down",
                                "Alt+DOWN",
                                () -> model.current().flatMap(p -> AudienceMoves.down(p, path))),
                        move("compose.move.out", "Alt+LEFT", () -> AudienceMoves.out(path)),
                        move(
                                "compose.move.in",
                                "Alt+RIGHT",
                                () -> model.current().flatMap(p -> AudienceMoves.in(p, path))));
    }

    private MenuItem move(String key, String keys, Supplier<Optional<PackageEdit.MoveNode>> move) {
        MenuItem item =
                item(
                        key,
                        () ->
                                move.get()
                                        .filter(model::apply)
                                        .map(AudienceMoves::after)
                                        .ifPresent(focus));
        item.setAccelerator(KeyCombination.valueOf(keys));
        item.setDisable(move.get().isEmpty());
        return item;
    }

    private MenuItem remove(NodePath path) {
        MenuItem item = item("compose.remove", () -> model.apply(new PackageEdit.RemoveNode(path)));
        item.setAccelerator(KeyCombination.valueOf("DELETE"));
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
