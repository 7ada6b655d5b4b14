package io.marquetry.ui.common.look;

import javafx.scene.control.Label;

import java.util.Optional;

/**
 * A word in a coloured frame.
 *
 * @param word what stands in it
 * @param tone the class that colours it: good, warn, bad or neutral
 * @param told what is told of it when it is pointed at
 */
public record Badge(String word, String tone, Optional<String> told) {

    /** Makes a badge that says all by itself. */
    public static Badge of(String word, String tone) {
        return new Badge(word, tone, Optional.empty());
    }

    /** Makes a badge that tells more when it is pointed at. */
    public static Badge of(String word, String tone, String told) {
        return new Badge(word, tone, Optional.of(told));
    }

    /** Draws it. */
    public Label draw() {
        Label pill = new Label(word);
        pill.getStyleClass().addAll("pill", tone);
        told.filter(words -> !words.isEmpty()).ifPresent(words -> Tip.on(pill, words));
        return pill;
    }
}
