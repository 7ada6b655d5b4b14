package io.marquetry.ui.tags.centre;

import io.marquetry.base.Texts;
import io.marquetry.govern.Finding;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The governance board: a tile for each kind of finding with its count; a press narrows the list.
 */
public final class TagBoard {

    private final GovernanceModel model;
    private final Texts texts;
    private final Formats formats;
    private final Map<Finding.Kind, Label> counts = new EnumMap<>(Finding.Kind.class);
    private final Map<Finding.Kind, ToggleButton> tiles = new EnumMap<>(Finding.Kind.class);

    public TagBoard(GovernanceModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
    }

    /** Fills a row with the tiles. */
    public void fill(FlowPane row, Follows follows) {
        for (Finding.Kind kind : Finding.Kind.values()) {
            row.getChildren().add(tile(kind));
        }
        follows.on(model.governed(), now -> show());
        follows.on(
                model.tile(),
                now ->
                        tiles.forEach(
                                (kind, tile) -> tile.setSelected(now.equals(Optional.of(kind)))));
    }

    private ToggleButton tile(Finding.Kind kind) {
        Label words = new Label(texts.get("govern.kind." + kind));
        words.getStyleClass().add("caption");
        Label count = new Label();
        count.getStyleClass().add("figure");
        counts.put(kind, count);
        ToggleButton tile = new ToggleButton();
        tile.setId("tile" + kind);
        tile.getStyleClass().setAll("tile");
        tile.setGraphic(new VBox(2, words, count));
        tile.setOnAction(
                event ->
                        model.tile().set(tile.isSelected() ? Optional.of(kind) : Optional.empty()));
        tiles.put(kind, tile);
        return tile;
    }

    private void show() {
        counts.forEach(
                (kind, label) -> {
                    long count = model.governed().get().count(kind);
                    String words = formats.count(count);
                    label.setText(words);
                    label.getStyleClass().removeAll("calm");
                    if (count == 0) {
                        label.getStyleClass().add("calm");
                    }
                    ToggleButton tile = tiles.get(kind);
                    if (tile != null) {
                        // What is in order takes no room.
                        Parts.show(tile, count > 0 || tile.isSelected());
                        tile.setAccessibleText(texts.get("govern.kind." + kind) + ": " + words);
                    }
                });
    }
}
