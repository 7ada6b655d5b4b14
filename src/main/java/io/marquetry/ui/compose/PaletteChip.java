package io.marquetry.ui.compose;

import io.marquetry.base.Texts;
import io.marquetry.tag.Tag;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** A chip of the palette: the tag, and at its right the audience that it would make. */
final class PaletteChip extends StackPane {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double BAR_HEIGHT = 3;

    private final TagChip chip = new TagChip();
    private final Label number = new Label();
    private final Label change = new Label();
    private final VBox numbers = new VBox(number, change);
    private final Region bar = new Region();
    private double share;

    PaletteChip() {
        getStyleClass().add("palette-chip");
        number.getStyleClass().add("number");
        change.getStyleClass().add("change");
        numbers.getStyleClass().add("numbers");
        bar.getStyleClass().add("what-if-bar");
        numbers.setMouseTransparent(true);
        bar.setMouseTransparent(true);
        bar.setManaged(false);
        setAlignment(numbers, Pos.TOP_RIGHT);
        numbers.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(chip, numbers, bar);
    }

    /**
     * Shows a tag.
     *
     * @param words what it would make of the audience, if that is known
     * @param current whether the words belong to what is on screen
     */
    void show(Tag tag, Optional<WhatIfWords> words, boolean current, Texts texts) {
        chip.show(tag.key(), Optional.of(tag), tag.category(), texts);
        numbers.setVisible(words.isPresent());
        bar.setVisible(words.isPresent());
        chip.getStyleClass().remove("with-number");
        getStyleClass().removeIf(c -> c.startsWith("what-if-"));
        numbers.pseudoClassStateChanged(STALE, !current);
        setAccessibleText(chip.getAccessibleText());
        words.ifPresent(
                said -> {
                    chip.getStyleClass().add("with-number");
                    getStyleClass().add("what-if-" + said.kind().css());
                    number.setText(said.number());
                    change.setText(said.change());
                    share = said.share();
                    setAccessibleText(
                            chip.getAccessibleText() + ", " + said.number() + ", " + said.change());
                });
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = 4;
        bar.resizeRelocate(left, getHeight() - BAR_HEIGHT, (getWidth() - left) * share, BAR_HEIGHT);
    }
}
