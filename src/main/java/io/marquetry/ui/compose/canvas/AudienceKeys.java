package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives the keyboard in the audience all that the mouse can do. */
final class AudienceKeys {

    private final ComposeModel model;
    private final Consumer<NodePath> focus;

    AudienceKeys(ComposeModel model, Consumer<NodePath> focus) {
        this.model = model;
        this.focus = focus;
    }

    /** Handles a key that was pressed on the tag or group at the path. */
    void pressed(KeyEvent event, NodePath path) {
        Optional<AssetPackage> pack = model.current();
        if (pack.isEmpty() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        boolean known =
                event.isAltDown() ? move(event, pack.get(), path) : go(event, pack.get(), path);
        if (known) {
            event.consume();
        }
    }

    private boolean move(KeyEvent event, AssetPackage pack, NodePath path) {
        return switch (event.getCode()) {
            case UP -> make(AudienceMoves.up(path));
            case DOWN -> make(AudienceMoves.down(pack, path));
            case LEFT -> make(AudienceMoves.out(path));
            case RIGHT -> make(AudienceMoves.in(pack, path));
            default -> false;
        };
    }

    private boolean go(KeyEvent event, AssetPackage pack, NodePath path) {
        AllOf audience = pack.audience();
        List<NodePath> order = AudienceMoves.inOrder(audience);
        int at = order.indexOf(path);
        return switch (event.getCode()) {
            case UP -> focusAt(order, at - 1);
            case DOWN -> focusAt(order, at + 1);
            case HOME -> focusAt(order, 0);
            case END -> focusAt(order, order.size() - 1);
            case LEFT -> path.isRoot() || focusAt(order, order.indexOf(path.parent()));
            case RIGHT -> !order.contains(path.child(0)) || focusAt(order, at + 1);
            case DELETE, BACK_SPACE -> remove(path);
            default -> false;
        };
    }

    private boolean make(Optional<PackageEdit.MoveNode> move) {
        move.filter(model::apply).map(AudienceMoves::after).ifPresent(focus);
        return true;
    }

    private boolean remove(NodePath path) {
        if (!path.isRoot()) {
            model.apply(new PackageEdit.RemoveNode(path));
        }
        return true;
    }

    private boolean focusAt(List<NodePath> order, int index) {
        if (index >= 0 && index < order.size()) {
            focus.accept(order.get(index));
        }
        return true;
    }
}
