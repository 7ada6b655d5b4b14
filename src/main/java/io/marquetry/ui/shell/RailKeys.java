package io.marquetry.ui.shell;

import javafx.scene.input.KeyCombination;

import java.util.Optional;

/** The keys that bring a screen to the front: its place on the rail. */
final class RailKeys {

    private static final int DIGITS = 9;

    private RailKeys() {}

    /** Returns the keys of a place, from 0; the tenth screen and those after it have none. */
    static Optional<KeyCombination> of(int place) {
        return place < DIGITS
                ? Optional.of(KeyCombination.valueOf("Shortcut+" + (place + 1)))
                : Optional.empty();
    }
}
