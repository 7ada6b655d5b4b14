package io.marquetry.ui.compose.palette;

import io.marquetry.base.Texts;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.look.TagChip;

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
    private static final PseudoClass LAST_KNOWN = PseudoClass.getPseudoClass("last-known");
    private static final PseudoClass NUMBERED = PseudoClass.getPseudoClass("numbered");
    private static final PseudoClass CONTRADICTS = PseudoClass.getPseudoClass("contradicts");
    private static final double BAR_HEIGHT = 3;
    private static final double ACCENT = 4;
    private static final double DIGIT = 9;
    private static final double GAP = 8;

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

    /** Shows a tag; the numbers beside it come by themselves. */
    void show(Tag tag, Texts texts) {
        chip.show(tag.key(), Optional.of(tag), tag.category(), texts);
    }

    /**
     * Shows what the tag would make of the audience.
     *
     * @param words empty where that is not known
     * @param current whether the words belong to what is on screen
     * @param lastKnown of when they are, where the source does not answer
     */
    void show(Optional<WhatIfWords> words, boolean current, Optional<String> lastKnown) {
        numbers.setVisible(words.isPresent());
        bar.setVisible(words.isPresent());
        chip.pseudoClassStateChanged(NUMBERED, words.isPresent());
        if (words.isEmpty()) {
            chip.keepFree(0);
        }
        numbers.pseudoClassStateChanged(STALE, !current);
        pseudoClassStateChanged(LAST_KNOWN, lastKnown.isPresent());
        numbers.pseudoClassStateChanged(
                CONTRADICTS, words.filter(WhatIfWords::contradicts).isPresent());
        setAccessibleText(chip.getAccessibleText());
        words.ifPresent(said -> show(said, lastKnown));
    }

    /** Shows that the tag has no number here; a tooltip says why. */
    void showNoNumber() {
        show(Optional.empty(), true, Optional.empty());
        numbers.setVisible(true);
        chip.keepFree(DIGIT + GAP);
        number.setText("–");
        change.setText("");
    }

    private void show(WhatIfWords said, Optional<String> lastKnown) {
        // By digits, not by pixels: the name is laid out anew only where a number grows or shrinks.
        chip.keepFree(said.number().length() * DIGIT + GAP);
        number.setText(said.number());
        change.setText(said.change());
        setAccessibleText(
                chip.getAccessibleText()
                        + ", "
                        + said.number()
                        + ", "
                        + said.change()
                        + said.excluded().map(words -> ", " + words).orElse("")
                        + lastKnown.map(words -> ", " + words).orElse(""));
        if (share != said.share()) {
            share = said.share();
            layBar();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        layBar();
    }

    /** The bar alone moves when a number changes: nothing else has to be laid out for it. */
    private void layBar() {
        bar.resizeRelocate(
                ACCENT, getHeight() - BAR_HEIGHT, (getWidth() - ACCENT) * share, BAR_HEIGHT);
    }
}
