package io.marquetry.ui.compose.drag;

import io.marquetry.base.Texts;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Leads a drag from its start to its drop, and says underway what letting go would do. */
public final class DragDesk {

    /** Below the chip that hangs at the mouse, which would hide the words. */
    private static final double HINT_BELOW = 52;

    private final ComposeModel model;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper dragging = new ReadOnlyBooleanWrapper();
    private Optional<DragCargo> cargo = Optional.empty();
    private @Nullable DropTarget marked;
    private @Nullable Label hint;
    private Consumer<PackageEdit> dropped = edit -> {};

    public DragDesk(ComposeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Returns whether something is dragged. */
    public ObservableValue<Boolean> dragging() {
        return dragging.getReadOnlyProperty();
    }

    /** Gives the label that floats beside the mouse. */
    public void showHintsIn(Label label) {
        hint = label;
    }

    /** Tells whoever wants to know which edit a drop has made. */
    public void onDropped(Consumer<PackageEdit> listener) {
        dropped = listener;
    }

    /** Lets a node be dragged. */
    public void source(Node node, Supplier<Optional<DragCargo>> what, Supplier<String> text) {
        node.setOnDragDetected(
                event -> {
                    cargo = what.get();
                    if (cargo.isEmpty()) {
                        return;
                    }
                    dragging.set(true);
                    Dragboard board = node.startDragAndDrop(TransferMode.COPY_OR_MOVE);
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text.get());
                    board.setContent(content);
                    SnapshotParameters clear = new SnapshotParameters();
                    clear.setFill(Color.TRANSPARENT);
                    board.setDragView(node.snapshot(clear, null), event.getX(), event.getY());
                    event.consume();
                });
        node.setOnDragDone(event -> end());
    }

    /** Lets things be dropped on a node. */
    public void target(Node node, DropTarget target) {
        node.setOnDragOver(event -> over(event, target));
        node.setOnDragExited(
                event -> {
                    if (target.equals(marked)) {
                        clear();
                    }
                });
        node.setOnDragDropped(event -> drop(event, target));
    }

    private void over(DragEvent event, DropTarget target) {
        if (cargo.isEmpty()) {
            return;
        }
        DropPlace place = target.placeAt(event.getX(), event.getY());
        if (!target.equals(marked)) {
            clear();
        }
        marked = target;
        switch (plan(cargo.get(), place)) {
            case DropPlan.Makes makes -> {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                target.mark(place, true);
                hide();
            }
            case DropPlan.Nothing nothing -> {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                target.unmark();
                hide();
            }
            case DropPlan.Refused refused -> {
                target.mark(place, false);
                say(texts.sentence(refused.why()), event);
            }
        }
        event.consume();
    }

    private void drop(DragEvent event, DropTarget target) {
        if (cargo.isEmpty()) {
            return;
        }
        DropPlace place = target.placeAt(event.getX(), event.getY());
        boolean made = false;
        if (plan(cargo.get(), place) instanceof DropPlan.Makes makes) {
            made = model.apply(makes.edit());
            if (made) {
                dropped.accept(makes.edit());
            }
        }
        event.setDropCompleted(made);
        event.consume();
        // The dragged node may be gone from the screen by now, and then nobody tells it the end.
        end();
    }

    private void end() {
        cargo = Optional.empty();
        clear();
        dragging.set(false);
    }

    private void clear() {
        if (marked != null) {
            marked.unmark();
            marked = null;
        }
        hide();
    }

    private void say(String sentence, DragEvent event) {
        if (hint == null) {
            return;
        }
        hint.setText(sentence);
        hint.setVisible(true);
        hint.autosize();
        Node space = hint.getParent();
        Point2D mouse = space.sceneToLocal(event.getSceneX(), event.getSceneY());
        double right = space.getLayoutBounds().getWidth() - hint.getWidth() - 4;
        double bottom = space.getLayoutBounds().getHeight() - hint.getHeight() - 4;
        hint.relocate(
                Math.max(4, Math.min(mouse.getX(), right)),
                Math.max(4, Math.min(mouse.getY() + HINT_BELOW, bottom)));
    }

    private void hide() {
        if (hint != null) {
            hint.setVisible(false);
        }
    }

    /** Returns what letting go of the cargo at the place would do. */
    private DropPlan plan(DragCargo dragged, DropPlace place) {
        return model.current()
                .map(pack -> DropPlans.of(pack, model.tags().get(), dragged, place))
                .orElseGet(DropPlan.Nothing::new);
    }
}
