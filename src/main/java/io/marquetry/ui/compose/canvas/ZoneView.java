package io.marquetry.ui.compose.canvas;

import io.marquetry.asset.Asset;
import io.marquetry.base.Texts;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.common.look.TagChip;
import io.marquetry.ui.common.look.TagTooltip;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.compose.asset.AssetWords;
import io.marquetry.ui.compose.asset.TagSteps;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.drag.DragCargo;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.drag.DropPlace;
import io.marquetry.ui.compose.drag.DropTarget;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A zone other than the audience: its tags side by side. */
final class ZoneView extends VBox implements DropTarget {

    private static final double LINE_GAP = 5;
    private static final double WIDEST = 340;

    private final Category zone;
    private final ComposeModel model;
    private final Texts texts;
    private final DragDesk drags;
    private final TagSteps steps;
    private final FlowPane flow = new FlowPane();
    private final InsertionLine line = new InsertionLine(this);
    private final List<Node> chips = new ArrayList<>();

    /**
     * Makes an empty zone.
     *
     * @param steps what the menus offer for a tag
     */
    ZoneView(Category zone, ComposeModel model, Texts texts, DragDesk drags, TagSteps steps) {
        this.steps = steps;
        this.zone = zone;
        this.model = model;
        this.texts = texts;
        this.drags = drags;
        String name = texts.get(CategoryStyle.nameKey(zone));
        setId("zone-" + zone.name().toLowerCase(Locale.ROOT));
        getStyleClass().addAll("zone", CategoryStyle.cssClass(zone));
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(name);
        flow.getStyleClass().add("zone-tags");
        getChildren().addAll(header(name), flow);
        drags.target(this, this);
    }

    /** Shows the zone's tags; the one in focus stays so, or the one that took its place. */
    void show(List<TagKey> tags, TagCatalog catalog) {
        int focused = -1;
        for (int i = 0; i < chips.size(); i++) {
            focused = chips.get(i).isFocused() ? i : focused;
        }
        chips.clear();
        for (int i = 0; i < tags.size(); i++) {
            chips.add(chip(tags.get(i), catalog.find(tags.get(i)), i));
        }
        flow.getChildren().setAll(chips);
        if (tags.isEmpty()) {
            Label empty = new Label(texts.get("compose.zone.empty." + zone));
            empty.getStyleClass().add("placeholder");
            // A pane that flows is never narrower than its widest part.
            empty.setWrapText(true);
            empty.setPrefWidth(WIDEST);
            flow.getChildren().add(empty);
        }
        if (focused >= 0) {
            focus(focused);
        }
    }

    /** Moves the focus to a tag, or to the last where the index is beyond it. */
    void focus(int index) {
        if (!chips.isEmpty()) {
            chips.get(Math.clamp(index, 0, chips.size() - 1)).requestFocus();
        }
    }

    @Override
    public DropPlace placeAt(double x, double y) {
        int index = 0;
        for (Node chip : chips) {
            Bounds bounds = boundsOf(chip);
            boolean rowAbove = bounds.getMaxY() < y;
            boolean before = bounds.getMinY() <= y && bounds.getCenterX() < x;
            if (rowAbove || before) {
                index = chips.indexOf(chip) + 1;
            }
        }
        return new DropPlace.InZone(zone, index);
    }

    @Override
    public void mark(DropPlace place, boolean allowed) {
        if (!(place instanceof DropPlace.InZone in)) {
            return;
        }
        Bounds flowBounds = flow.getBoundsInParent();
        double x = flowBounds.getMinX() - LINE_GAP;
        double y = flowBounds.getMinY();
        double height = flowBounds.getHeight();
        if (!chips.isEmpty()) {
            boolean atEnd = in.index() == chips.size();
            Bounds beside = boundsOf(atEnd ? chips.getLast() : chips.get(in.index()));
            x = atEnd ? beside.getMaxX() + 2 : beside.getMinX() - LINE_GAP;
            y = beside.getMinY();
            height = beside.getHeight();
        }
        line.show(x, y, InsertionLine.THICKNESS, height, allowed);
    }

    @Override
    public void unmark() {
        line.clear();
    }

    private Bounds boundsOf(Node chip) {
        return flow.localToParent(chip.getBoundsInParent());
    }

    private Node header(String name) {
        Label title = new Label(name);
        title.getStyleClass().add("zone-title");
        Label hint = new Label(texts.get("compose.zone.hint." + zone));
        hint.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, hint);
        header.getStyleClass().add("zone-header");
        return header;
    }

    private Node chip(TagKey key, Optional<Tag> tag, int index) {
        TagChip chip = TagChip.of(key, tag, zone, texts);
        Button remove =
                GroupHeader.remove(
                        texts.get("compose.remove.named", TagChip.nameOf(tag, texts)),
                        () -> model.apply(new PackageEdit.RemoveFromZone(zone, index)));
        StackPane holder = new StackPane(chip, remove);
        StackPane.setAlignment(remove, Pos.TOP_RIGHT);
        holder.getStyleClass().add("zone-chip");
        holder.setMaxWidth(WIDEST);
        holder.setId(getId() + "-" + index);
        holder.setFocusTraversable(true);
        holder.setAccessibleRole(AccessibleRole.LIST_ITEM);
        holder.setAccessibleText(chip.getAccessibleText());
        holder.setOnMousePressed(event -> holder.requestFocus());
        Optional<Asset> asset = steps.assets().of(key);
        AssetWords words = new AssetWords(texts);
        asset.flatMap(words::line)
                .ifPresent(
                        line -> {
                            chip.getStyleClass().add("told");
                            chip.setPrefWidth(WIDEST);
                            chip.say(line);
                        });
        tag.ifPresent(
                t ->
                        Tip.on(
                                holder,
                                () ->
                                        Optional.of(
                                                TagTooltip.text(t, texts)
                                                        + asset.map(one -> "\n" + words.all(one))
                                                                .orElse(""))));
        holder.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        steps.look(key);
                    }
                });
        drags.source(
                holder,
                () -> Optional.of(new DragCargo.ZoneTag(zone, index)),
                () -> TagChip.nameOf(tag, texts));
        ZoneKeys.attach(
                holder,
                this,
                new ZoneKeys.Place(zone, index),
                model,
                texts,
                () -> steps.items(key),
                () -> steps.look(key));
        return holder;
    }
}
