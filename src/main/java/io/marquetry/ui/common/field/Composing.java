package io.marquetry.ui.common.field;

import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;

/**
 * Keeps commands away from text that an input method still composes: Enter then takes the word,
 * Escape drops it, the arrows choose among characters. Some systems tell the window of these keys
 * all the same.
 */
public final class Composing {

    private boolean composes;

    private Composing() {}

    /** Watches over all fields of a scene, also those that come later. */
    public static void guard(Scene scene) {
        Composing word = new Composing();
        scene.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> word.composes = !event.getComposed().isEmpty());
        // Whoever goes to another field has ended the word.
        scene.focusOwnerProperty().subscribe((before, after) -> word.composes = false);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, word::hold);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, word::hold);
    }

    private void hold(KeyEvent event) {
        if (composes) {
            event.consume();
        }
    }
}
