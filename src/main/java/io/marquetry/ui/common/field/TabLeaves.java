package io.marquetry.ui.common.field;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Tab leave an area of text as it leaves every other field: nobody writes tabs here. */
public final class TabLeaves {

    private TabLeaves() {}

    /** Watches over all areas of a scene, also those that come later. */
    public static void guard(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB
                            && !event.isControlDown()
                            && event.getTarget() instanceof TextArea area) {
                        event.consume();
                        Event.fireEvent(area, leaving(event));
                    }
                });
    }

    // With Control an area lets the focus go.
    private static KeyEvent leaving(KeyEvent event) {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                event.getCharacter(),
                event.getText(),
                KeyCode.TAB,
                event.isShiftDown(),
                true,
                false,
                false);
    }
}
