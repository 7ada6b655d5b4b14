package io.marquetry.ui.compose.drag;

import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
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

    /** The picture hangs a little beside the mouse. */
    private static final double BESIDE = 8;

    private final ComposeModel model;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<DragCargo>> cargo =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable DropTarget marked;
    private @Nullable Label hint;
    private @Nullable Label image;
    private @Nullable Planned planned;
    private Consumer<PackageEdit> dropped = edit -> {};
    private Consumer<DropPlan.Asks> asked = column -> {};

    public DragDesk(ComposeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Returns what is dragged; empty while nothing is. */
    public ReadOnlyObjectProperty<Optional<DragCargo>> cargo() {
        return cargo.getReadOnlyProperty();
    }

    /** Returns the category that something belongs to. */
    public Category categoryOf(DragCargo dragged) {
        return switch (dragged) {
            case DragCargo.NewTag n ->
                    model.tags().get().find(n.tag()).map(Tag::category).orElse(Category.AUDIENCE);
            case DragCargo.Column c -> Category.AUDIENCE;
            case DragCargo.AudienceNode a -> Category.AUDIENCE;
            case DragCargo.ZoneTag z -> z.zone();
        };
    }

    /**
     * Gives the labels that float beside the mouse.
     *
     * @param words says why a drop is refused
     * @param carried is the picture of what is dragged
     */
    public void showIn(Label words, Label carried) {
        hint = words;
        image = carried;
    }

    /** Tells whoever wants to know which edit a drop has made. */
    public void onDropped(Consumer<PackageEdit> listener) {
        dropped = listener;
    }

    /** Tells who asks for the condition when a column was dropped. */
    public void onAsked(Consumer<DropPlan.Asks> listener) {
        asked = listener;
    }

    /** Lets a node be dragged. */
    public void source(Node node, Supplier<Optional<DragCargo>> what, Supplier<String> text) {
        node.setOnDragDetected(
                event -> {
                    Optional<DragCargo> dragged = what.get();
                    if (dragged.isEmpty()) {
                        return;
                    }
                    cargo.set(dragged);
                    Dragboard board = node.startDragAndDrop(TransferMode.COPY_OR_MOVE);
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text.get());
                    board.setContent(content);
                    picture(text.get(), categoryOf(dragged.get()))
                            .ifPresent(drawn -> board.setDragView(drawn, BESIDE, BESIDE));
                    event.consume();
                });
        node.setOnDragDone(event -> end());
    }

    /** Draws the name alone: a picture of the whole row would be too small to read. */
    private Optional<Image> picture(String name, Category category) {
        Label drawn = image;
        if (drawn == null) {
            return Optional.empty();
        }
        drawn.setText(name);
        drawn.getStyleClass().setAll("drag-image", CategoryStyle.cssClass(category));
        drawn.setVisible(true);
        drawn.applyCss();
        drawn.autosize();
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Image made = drawn.snapshot(clear, null);
        drawn.setVisible(false);
        return Optional.of(made);
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
        if (cargo.get().isEmpty()) {
            return;
        }
        DropPlace place = target.placeAt(event.getX(), event.getY());
        if (!target.equals(marked)) {
            clear();
        }
        marked = target;
        switch (plan(cargo.get().get(), place)) {
            case DropPlan.Makes makes -> {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                target.mark(place, true);
                hide();
            }
            case DropPlan.Asks asks -> {
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
        if (cargo.get().isEmpty()) {
            return;
        }
        DropPlace place = target.placeAt(event.getX(), event.getY());
        DropPlan planned = plan(cargo.get().get(), place);
        boolean done =
                switch (planned) {
                    case DropPlan.Makes(PackageEdit edit) -> {
                        model.make(edit);
                        dropped.accept(edit);
                        yield true;
                    }
                    case DropPlan.Asks asks -> {
                        // The sheet comes when the drag is over: it takes the mouse.
                        Platform.runLater(() -> asked.accept(asks));
                        yield true;
                    }
                    case DropPlan.Nothing nothing -> false;
                    case DropPlan.Refused refused -> false;
                };
        event.setDropCompleted(done);
        event.consume();
        // The dragged node may be gone from the screen by now, and then nobody tells it the end.
        end();
    }

    private void end() {
        planned = null;
        clear();
        cargo.set(Optional.empty());
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

    /**
     * Returns what letting go of the cargo at the place would do. As long as the package stays as
     * it is, each place is asked for once, however long the mouse is above it.
     */
    private DropPlan plan(DragCargo dragged, DropPlace place) {
        Optional<AssetPackage> pack = model.current();
        if (pack.isEmpty()) {
            return new DropPlan.Nothing();
        }
        Planned known = planned;
        if (known == null || !known.isFor(pack.get(), model.tags().get(), place)) {
            DropPlan plan = DropPlans.of(pack.get(), dragged, place, model::refusal);
            known = new Planned(pack.get(), model.tags().get(), place, plan);
            planned = known;
        }
        return known.plan();
    }

    private record Planned(AssetPackage pack, TagCatalog tags, DropPlace place, DropPlan plan) {

        boolean isFor(AssetPackage now, TagCatalog tagsNow, DropPlace placeNow) {
            return place.equals(placeNow) && tags.equals(tagsNow) && pack.equals(now);
        }
    }
}
